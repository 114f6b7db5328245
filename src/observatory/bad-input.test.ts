import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import { CRC, DAMAGED, ZIPPED } from '../../test/observatory/damaged.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import { InputError } from '../base/index.ts';
import type { Manifest } from './manifest.ts';
import { Observatory } from './open.ts';
import type { BuildOptions } from './options.ts';

const bench = new Bench();
afterAll(() => {
  bench.dispose();
});
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
const good = bench.works('good.jsonl', [work(1), work(2)]);
let outs = 0;

function run(works: readonly string[], options: Partial<BuildOptions> = {}): Promise<Manifest> {
  return bench.build({ works, institutions, out: bench.path(`out-${outs++}`), ...options });
}

function bytes(name: string, content: Buffer | string): string {
  const path = bench.text(name, '');
  writeFileSync(path, content);
  return path;
}

const IN_CHINESE = /^(?!.*\b(?:is|the|of|has|Give|Check)\b).*\p{Script=Han}/su;

describe('a file that cannot be used', () => {
  it.each(DAMAGED)(
    'stops the build and is named, what it is and what to do: %s',
    async (_, name, content, message) => {
      const path = bytes(`stops/${name}`, content);
      const out = bench.path(`stopped-${name}`);
      const error = await run([path], { out }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).message).toMatch(/^[^:]+(:\d+)?: /);
      expect((error as InputError).message.replace(/^([^:]+):\d+: /, '$1: ')).toContain(
        `${path}: ${message}`,
      );
      expect((error as InputError).text('zh')).toMatch(/\p{Script=Han}.*。$/u);
      // Nothing half-written is left that could be taken for an observatory or a part of one.
      expect(readdirSync(`${out}/parts`)).toEqual([]);
      expect(readdirSync(out)).toEqual(['parts']);
      await expect(Observatory.open(out)).rejects.toThrow('its build was never finished.');
    },
  );

  it('is left out, counted and warned of with --skip-damaged, and what is whole is as if alone', async () => {
    const paths = DAMAGED.map(([, name, content]) => bytes(`skipped/${name}`, content));
    const out = bench.path('skipping');
    const manifest = await run([paths[0], good, ...paths.slice(1)], { out, skipDamaged: true });
    expect(manifest.damaged.map(({ path }) => path)).toEqual(paths);
    for (const [i, [, , , message]] of DAMAGED.entries()) {
      const { problem } = manifest.damaged[i];
      expect(message.startsWith(problem.slice(0, 12)), problem).toBe(true);
    }
    expect(manifest.warnings).toContain(`${DAMAGED.length} damaged files left out`);
    expect(manifest.works.map(({ path }) => path)).toEqual([good]);
    await run([good], { out: bench.path('alone') });
    expect(tableBytes(out)).toEqual(tableBytes(bench.path('alone')));
  });

  it('leaves what was read of the others: all are named at once, and the next build reads only what was mended', async () => {
    const [first, second] = [bytes('a.gz', ZIPPED.subarray(0, 90)), bytes('b.gz', CRC)];
    const out = bench.path('mending');
    const error = (await run([first, good, second], { out }).catch(
      (thrown: unknown) => thrown,
    )) as InputError;
    expect(error.message).toContain('2 files cannot be used:');
    expect(error.message).toMatch(new RegExp(`${first}:\\d+: is a gzip file cut short`));
    expect(error.message).toMatch(new RegExp(`${second}: is a damaged gzip file`));
    expect(error.message).toContain('the parts read from the others are kept');
    expect(readdirSync(`${out}/parts`)).toHaveLength(1);
    for (const path of [first, second]) writeFileSync(path, ZIPPED);
    const { works, records } = await run([first, good, second], { out });
    expect(works.map(({ reused }) => reused)).toEqual([true, false]);
    expect(records).toMatchObject({ read: 5, kept: 5 });
  });

  it('over an observatory leaves that as it was', async () => {
    const out = bench.path('standing');
    await run([good], { out });
    const before = tableBytes(out);
    await expect(run([good, bytes('late.gz', CRC)], { out })).rejects.toThrow('is a damaged gzip file');
    expect(tableBytes(out)).toEqual(before);
    const observatory = await Observatory.open(out);
    expect(observatory.manifest.works.map(({ path }) => path)).toEqual([good]);
    observatory.close();
  });
});

describe('nothing to build from', () => {
  it.each<[string, () => string, string]>([
    [
      'an empty file',
      () => bytes('only-empty.jsonl', ''),
      'the files given contain no works. Check what --works names.',
    ],
    [
      'a file of broken lines',
      () => bytes('only-broken.jsonl', '{"id": \n{"id": \n'),
      'breaks off: its last line is not JSON. Get it again, or leave it out with --skip-damaged.',
    ],
    [
      'a folder without works',
      () => {
        mkdirSync(bench.path('no-works'));
        writeFileSync(bench.path('no-works', 'readme.txt'), 'nothing here');
        return bench.path('no-works');
      },
      'holds no works: no .jsonl, .json, .gz or .parquet file is in it. Check the path.',
    ],
    ['a path that is not there', () => bench.path('nowhere.jsonl'), 'does not exist. Check the path.'],
    ['a pattern that fits nothing', () => bench.path('*.nothing'), 'matches no files. Check the pattern.'],
  ])('is said: %s', async (_, path, message) => {
    const out = bench.path(`nothing-${outs}`);
    await expect(run([path()], { out })).rejects.toThrow(message);
    expect(existsSync(`${out}/manifest.json`)).toBe(false);
  });
});

describe('what stands beside works', () => {
  it.each<[string, Partial<BuildOptions>, string]>([
    [
      'works given as institutions',
      { institutions: [good] },
      `${good}:1: is a work, not an institution. Give works files to --works.`,
    ],
    [
      'institutions that are not there',
      { institutions: [bench.path('gone')] },
      `${bench.path('gone')}: does not exist.`,
    ],
    [
      'a definition with an unknown city',
      {
        regions: [
          bench.text('regions.csv', 'definition,city,country,source\ncore,Suzhou,CN,x\ncore,Atlantis,CN,x\n'),
        ],
      },
      'line 3: ',
    ],
    [
      'a correction to an unknown city',
      { corrections: bench.text('corrections.csv', 'institution,city,reason,source\nI5,cn:9999,moved,x\n') },
      `${bench.path('in', 'corrections.csv')}: has 1 wrong row:\n  line 2: `,
    ],
    [
      'merged ids without their columns',
      { mergedIds: [bench.text('merged.csv', 'a,b\n1,2\n')] },
      `${bench.path('in', 'merged.csv')}:1: lacks the columns id, merge_into_id.`,
    ],
    [
      'merged ids that are not there',
      { mergedIds: [bench.path('gone.csv')] },
      `${bench.path('gone.csv')}: does not exist. Check the path of --merged-ids.`,
    ],
  ])('stops the build and is named: %s', async (_, options, message) => {
    const out = bench.path(`beside-${outs}`);
    const error = await run([good], { out, ...options }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toContain(message);
    expect((error as InputError).text('zh')).toMatch(IN_CHINESE);
    expect(existsSync(`${out}/manifest.json`)).toBe(false);
    expect(readFileSync(good, 'utf8')).toContain('W1');
  });
});
