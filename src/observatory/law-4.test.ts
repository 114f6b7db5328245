import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemonstration } from '../demo/index.ts';
import { CONTAINERS } from '../../test/observatory/containers.ts';
import { fullUnless } from '../../test/few-and-many.ts';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import type { RawWork } from '../../test/observatory/oracle-works.ts';
import { openAlexLines, REGIONS, worksOf } from '../../test/observatory/worlds.ts';
import { SEGMENT } from '../records/index.ts';
import type { Manifest } from './manifest.ts';
import type { BuildOptions } from './options.ts';

describe('the same records', () => {
  const bench = new Bench();
  const institutions = [bench.text('institutions.jsonl', openAlexLines())];
  const regions = [bench.text('regions.csv', REGIONS)];
  const [records] = fc.sample(worksOf(80), { numRuns: 1, seed: 20261124 });
  const halves = [records.slice(0, 40), records.slice(40)];
  const jsonl = halves.map((half, i) => bench.works(`${i}.jsonl`, half));
  let bytes: Record<string, string>;
  let manifest: Manifest;
  let builds = 0;

  async function built(options: Partial<BuildOptions>): Promise<Manifest & { bytes: unknown }> {
    const out = bench.path(`out-${builds++}`);
    const manifest = await bench.build({ works: jsonl, institutions, regions, ...options, out });
    return { ...manifest, bytes: tableBytes(out) };
  }

  beforeAll(async () => {
    const out = bench.path('out');
    manifest = await bench.build({ works: jsonl, institutions, regions, out });
    bytes = tableBytes(out);
  });
  afterAll(() => {
    bench.dispose();
  });

  const always = ['two threads', 'segments of three records'];
  describe.each([
    ['two threads', { threads: 2 }],
    ['four threads', { threads: 4 }],
    ['segments of three records', { segment: 3 }],
    ['segments of a whole file', { segment: 40 }],
    ['as little memory as may be asked for', { memory: 500e6 }],
  ])('with %s', (how, options) => {
    it('make the same bytes', fullUnless(always.includes(how)), async () => {
      const again = await built(options);
      expect(again.bytes).toEqual(bytes);
      expect(again.records).toEqual(manifest.records);
    });
  });

  const few = ['gzip in two members', 'Parquet'];
  describe.each(Object.keys(CONTAINERS))('as %s', (container) => {
    it('make the same bytes', fullUnless(few.includes(container)), async () => {
      const works: string[] = [];
      for (const [i, half] of halves.entries())
        works.push(await CONTAINERS[container](bench, `${container}/${i}`, half));
      const again = await built({ works, segment: 11 });
      expect(again.bytes).toEqual(bytes);
      expect(again.records).toEqual(manifest.records);
      expect(again.located).toEqual(manifest.located);
    });
  });

  it('make the same bytes in any order of the files, where no two versions are as old as each other', async () => {
    const ids = new Set<string>();
    const once = records.filter(({ id }) => ids.size < ids.add(id).size);
    expect(once.length).toBeGreaterThan(30);
    const files = [0, 1, 2].map((k) =>
      bench.works(
        `thirds/${k}.jsonl`,
        once.filter((_, i) => i % 3 === k),
      ),
    );
    const forward = await built({ works: files });
    const backward = await built({ works: [...files].reverse() });
    const together = await built({ works: [bench.works('thirds/whole.jsonl', once)] });
    expect(backward.bytes).toEqual(forward.bytes);
    expect(together.bytes).toEqual(forward.bytes);
  });

  it('make the same bytes however they are cut where they call a topic differently', async () => {
    const named = ['Zoology', 'Animals'].map((display_name, i) => {
      const subfield = { id: 'https://openalex.org/subfields/1103' };
      return { ...records[i], primary_topic: { id: 'https://openalex.org/T12', display_name, subfield } };
    });
    const works = [bench.works('named.jsonl', named)];
    const whole = await built({ works, segment: 40 });
    expect((await built({ works, segment: 1 })).bytes).toEqual(whole.bytes);
  });

  it('make other bytes where one of them is another', async () => {
    const other: RawWork[] = records.map((record) => ({ ...record, publication_year: 1999 }));
    expect((await built({ works: [bench.works('other.jsonl', other)] })).bytes).not.toEqual(bytes);
  });
});

describe('works that fill several row groups of a table', () => {
  it(
    'make the same bytes on one thread and on two, file by file and segment by segment',
    { tags: 'full' },
    async () => {
      const bench = new Bench();
      const { institutions } = await writeDemonstration(bench.path('demo'), { works: 80_000, seed: 3 });
      const given = { works: [bench.path('demo/works')], institutions: [institutions] };
      const { tables } = await bench.build({ ...given, out: bench.path('two'), threads: 2 });
      await bench.build({ ...given, out: bench.path('one'), threads: 1, segment: 9999 });
      expect(Math.max(tables.work_cities, tables.city_links)).toBeGreaterThan(122_880);
      expect(SEGMENT).toBeGreaterThan(9999);
      expect(tableBytes(bench.path('one'))).toEqual(tableBytes(bench.path('two')));
      const same = 'datapackage.json';
      expect(readFileSync(bench.path('one', same))).toEqual(readFileSync(bench.path('two', same)));
      bench.dispose();
    },
  );
});
