import { describe, expect, it } from 'vitest';
import { synopolis } from '../../test/cli/shell.ts';
import { accessOf } from './cluster-flags.ts';

describe('a command that may ask a cluster', () => {
  it.each([
    [['--engine', 'trino'], '--engine trino needs --server, the address of the cluster.'],
    [['--server', 'http://x'], '--server is of a cluster: add --engine trino.'],
    [['--schema', 'lake'], '--schema is of a cluster: add --engine trino.'],
  ])('refuses %j with what is missing', async (flags, message) => {
    expect(await synopolis('serve', 'nowhere', ...flags)).toMatchObject({
      code: 2,
      out: '',
      err: `error: ${message}\n`,
    });
  });

  it('takes who asks from its flags, and what proves it from its environment', () => {
    const flags = { engine: 'trino', server: 'https://trino.example.org', user: 'analyst' } as const;
    expect(accessOf({ ...flags, schema: 'lake' }, { env: { SYNOPOLIS_TRINO_PASSWORD: 'secret' } })).toEqual({
      server: 'https://trino.example.org',
      user: 'analyst',
      schema: 'lake',
      password: 'secret',
    });
    expect(accessOf(flags, { env: { SYNOPOLIS_TRINO_TOKEN: 'proof' } })).toMatchObject({ token: 'proof' });
  });
});
