import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { synopolis } from '../../test/cli/shell.ts';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import { work } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import { createRandom } from '../measures/index.ts';
import { damageOf } from './check-files.ts';
import { readManifest } from './manifest.ts';
import { Observatory } from './open.ts';

const bench = new Bench();
const given = {
  works: [0, 1].map((file) =>
    bench.works(
      `works-${file}.jsonl`,
      Array.from({ length: 40 }, (_, i) => work(file * 40 + i + 1, [[1 + (i % 12)], [5]])),
    ),
  ),
  institutions: [bench.text('institutions.jsonl', openAlexLines())],
};
const whole = bench.path('whole');
const out = bench.path('out');

beforeAll(async () => {
  await bench.build({ ...given, out: whole });
});
beforeEach(() => {
  rmSync(out, { recursive: true, force: true });
  cpSync(whole, out, { recursive: true, preserveTimestamps: true });
});
afterAll(() => {
  bench.dispose();
});

const files = (inside: string): string[] =>
  readdirSync(join(out, inside), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.parquet') && (inside !== '' || !name.startsWith('parts')))
    .map((name) => join(out, inside, name))
    .sort();

/** Where a bit is flipped: in the magic, the data, the footer, its length, the magic at the end, and at random places. */
function places(bytes: Buffer, seed: number): number[] {
  const { length } = bytes;
  const footer = length - 8 - bytes.readUInt32LE(length - 8);
  const random = createRandom(seed);
  return [0, 4, footer - 1, footer, length - 9, length - 8, length - 1].concat(
    Array.from({ length: 8 }, () => random.integer(length)),
  );
}

function flip(file: string, at: number, bit: number): void {
  const bytes = readFileSync(file);
  bytes[at] ^= 1 << bit;
  writeFileSync(file, bytes);
}

/** Flips one bit of a file, looks, and flips it back. */
async function withFlipped<T>(file: string, at: number, look: () => Promise<T>): Promise<T> {
  flip(file, at, 0);
  try {
    return await look();
  } finally {
    flip(file, at, 0);
  }
}

describe('one flipped bit', () => {
  it.each([
    ['of a table', ''],
    ['of a part', 'parts'],
  ])('anywhere in a file %s is found, and the file named', async (_, inside) => {
    const manifest = readManifest(out);
    expect(await damageOf(out, manifest)).toEqual([]);
    const all = files(inside);
    const where = all.map((file, i) => places(readFileSync(file), i));
    for (const k of where[0].keys()) {
      // One in every file at once.
      const flipAll = (): void => {
        for (const [i, file] of all.entries()) flip(file, where[i][k], k % 8);
      };
      flipAll();
      const found = await damageOf(out, manifest);
      expect(found.map((each) => each.file).sort(), `place ${k}`).toEqual(all);
      flipAll();
    }
  });

  it('of the footer of a table is found by opening it, of any other place by `verify` and `check`', async () => {
    const file = join(out, 'city_output.parquet');
    const bytes = readFileSync(file);
    const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
    const named = `${file}: has another footer than it was written with. Run the same`;
    for (const at of [footer, bytes.length - 20])
      await withFlipped(file, at, () => expect(Observatory.open(out)).rejects.toThrow(named));
    await withFlipped(file, footer - 3, async () => {
      (await Observatory.open(out)).close();
      await expect(Observatory.open(out, { verify: true })).rejects.toThrow(
        `${file}: has other bytes than it was written with. Run the same`,
      );
      const { code, err } = await synopolis('check', out);
      expect(code).toBe(1);
      expect(err).toBe(
        `error: ${out} is damaged:\n  ${file} has other bytes than it was written with\nRun the same \`synopolis build\` again: what is damaged is made again, from the parts and files that are intact.\n`,
      );
    });
    expect(await synopolis('check', out)).toMatchObject({ code: 0, err: '' });
  });

  it('of a part or its record makes a build read that file anew, to the tables that it would have made', async () => {
    const parts = readdirSync(join(out, 'parts')).map((name) => join(out, 'parts', name));
    const cities = join(parts[0], '0', 'cities.parquet');
    const record = join(parts[1], 'part.json');
    const digit = readFileSync(record, 'utf8').indexOf('"records": ') + '"records": '.length;
    for (const [file, at] of [
      [cities, 30],
      [record, digit],
    ] as const) {
      await withFlipped(file, at, async () => {
        const { works } = await bench.build({ ...given, out });
        expect(works.map(({ reused }) => reused).sort()).toEqual([false, true]);
        expect(tableBytes(out)).toEqual(tableBytes(whole));
      });
      rmSync(out, { recursive: true });
      cpSync(whole, out, { recursive: true, preserveTimestamps: true });
    }
  });
});

it('A build says of every file what it holds, the same each time', async () => {
  const [first, second] = [readManifest(whole), await bench.build({ ...given, out: bench.path('again') })];
  expect(Object.keys(first.files).sort()).toEqual(
    readdirSync(whole)
      .filter((name) => name !== 'parts' && name !== 'manifest.json')
      .sort(),
  );
  expect(second.files).toEqual(first.files);
  expect(first.works.map(({ part }) => part!.folder).sort()).toEqual(
    readdirSync(join(whole, 'parts')).sort(),
  );
});
