import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectAsDefined } from '../../test/observatory/compare.ts';
import { fewAndMany } from '../../test/few-and-many.ts';
import { Bench, tableBytes } from '../../test/observatory/observatories.ts';
import { openAlexLines, REGIONS, rorLines, worksOf } from '../../test/observatory/worlds.ts';
import { Filters } from './filters.ts';
import { Observatory } from './open.ts';

const choice = { types: ['article', 'review'] };

describe('the tables are what the definitions of the design make of the records, by exact arithmetic', () => {
  describe.each([
    ['institutions of OpenAlex', openAlexLines()],
    ['institutions of ROR, which know no OpenAlex id', rorLines()],
  ])('on drawn worlds, with %s', (_, lines) => {
    fewAndMany('with every table', { few: 1, many: 12 }, (numRuns) =>
      fc.assert(
        fc.asyncProperty(worksOf(30), fc.constantFrom(1, 2, 5, 100), async (works, cap) => {
          const bench = new Bench();
          try {
            const half = works.length / 2;
            const files = [works.slice(0, half), works.slice(half)];
            const institutions = [bench.text('institutions.jsonl', lines)];
            const regions = [bench.text('regions.csv', REGIONS)];
            const paths = files.map((records, i) => bench.works(`works-${i}.jsonl`, records));
            await bench.build({ works: paths, institutions, regions, authorCap: cap, threads: 2 });
            await expectAsDefined(bench.path('out'), { files, institutions, regions, choice, cap });
            const opened = await Observatory.open(bench.path('out'));
            expect(await opened.checkLaws()).toEqual([]);
            opened.close();
            const once = tableBytes(bench.path('out'));
            const small = { out: bench.path('small'), segment: 7, threads: 1 };
            await bench.build({ works: paths, institutions, regions, authorCap: cap, ...small });
            expect(tableBytes(bench.path('small'))).toEqual(once);
          } finally {
            bench.dispose();
          }
        }),
        { numRuns, seed: 20261124, endOnFailure: true },
      ),
    );
  });

  it('and under other filters the works that pass, no others', async () => {
    const bench = new Bench();
    const [works] = fc.sample(worksOf(80), { numRuns: 1, seed: 7 });
    const institutions = [bench.text('institutions.jsonl', openAlexLines())];
    const filters = Filters.parse({ types: null, years: { from: 2020, to: 2021 } });
    await bench.build({ works: [bench.works('works.jsonl.gz', works)], institutions, filters });
    const given = {
      files: [works],
      institutions,
      choice: { types: null, years: [2020, 2021] as const },
      cap: 100,
    };
    await expectAsDefined(bench.path('out'), given);
    bench.dispose();
  });
});
