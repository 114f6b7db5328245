import { describe, expect, it } from 'vitest';
import { synopolis } from '../../../test/cli/shell.ts';

const NAMED = ['build', '--works', 'lake.openalex.works', '--institutions', 'ror.json'];

describe('a build on a cluster', () => {
  it.each([
    [['--engine', 'trino'], '--engine trino needs --server, the address of the cluster.'],
    [['--server', 'http://x'], '--server is of a cluster: add --engine trino.'],
    [['--bring', 'work_cities'], '--bring is of a cluster: add --engine trino.'],
    [
      ['--engine', 'trino', '--server', 'http://x', '--bring', 'work_cities,places'],
      '--bring takes work_cities, work_institutions, work_coaffiliations.',
    ],
    [
      ['--engine', 'trino', '--server', 'http://x', '--works', 'other'],
      '--engine trino reads one --works: a table of the cluster, or a location such as s3://bucket/works.',
    ],
    [
      ['--engine', 'trino', '--server', 'http://x', '--skip-damaged'],
      '--engine trino cannot leave damaged files out (--skip-damaged): take them out of the table.',
    ],
  ])('that is asked for with %j is refused with what is wrong', async (flags, message) => {
    expect(await synopolis(...NAMED, ...flags)).toMatchObject({
      code: 2,
      out: '',
      err: `error: ${message}\n`,
    });
  });

  it('says which certificates cannot be read', async () => {
    const asked = [...NAMED, '--engine', 'trino', '--server', 'http://127.0.0.1:1'];
    const { code, err } = await synopolis(...asked, '--ca', '/nowhere.pem');
    expect(code).toBe(1);
    expect(err).toMatch(/^error: \/nowhere\.pem cannot be read \(ENOENT/);
  });
});
