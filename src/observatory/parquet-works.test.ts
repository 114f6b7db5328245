import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parquet } from '../../test/observatory/containers.ts';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import { version } from '../../test/observatory/works.ts';
import { openAlexLines } from '../../test/observatory/worlds.ts';
import { sql } from '../engine/sql.ts';

const bench = new Bench();
const institutions = [bench.text('institutions.jsonl', openAlexLines())];
afterAll(() => {
  bench.dispose();
});

/** Two groups of rows: in the first all ids are one and stand in a dictionary, in the second none is another's. */
const GROUP = 2048;
const RECORDS = Array.from({ length: 2 * GROUP }, (_, i) =>
  version(i < GROUP ? 1 : i, `Title ${i % 7}`, `2024-01-0${1 + (i % 9)}`),
);
const HOW = sql`ROW_GROUP_SIZE 2048, PARQUET_VERSION v2`;

describe('a file of Parquet of which the end is left to the engine', () => {
  it('makes the same tables as the records in JSON', async () => {
    const file = await parquet(bench, 'left.parquet', RECORDS, HOW);
    const told: number[] = [];
    const out = bench.path('left');
    const manifest = await bench.build(
      { works: [file], institutions, out, segment: 1000 },
      { now: () => performance.now(), progress: ({ bytes }) => void told.push(bytes) },
    );
    expect(manifest.works[0]).toMatchObject({ records: RECORDS.length, bytes: readFileSync(file).length });
    // What was told of the beginning is not told again.
    expect(told.at(-1)).toBe(readFileSync(file).length);
    const lines = bench.works('left.jsonl', RECORDS);
    const other = bench.path('lines');
    await bench.build({ works: [lines], institutions, out: other, segment: 1000 });
    expect(tableBytes(out)).toEqual(tableBytes(other));
  });

  it('is named where that end is damaged, and nothing of it counts', async () => {
    const file = await parquet(bench, 'torn.parquet', RECORDS, HOW);
    const bytes = readFileSync(file);
    bytes.fill(0xff, bytes.length >> 1, (bytes.length * 3) >> 2);
    writeFileSync(file, bytes);
    const works = [file, bench.works('whole.jsonl', [version(5, 'Whole', null)])];
    const out = bench.path('torn');
    await expect(bench.build({ works, institutions, out, segment: 1000 })).rejects.toThrow(
      /torn\.parquet: is damaged Parquet/,
    );
    const manifest = await bench.build({ works, institutions, out, segment: 1000, skipDamaged: true });
    expect(manifest.damaged).toHaveLength(1);
    expect(manifest.records).toMatchObject({ kept: 1 });
  });
});
