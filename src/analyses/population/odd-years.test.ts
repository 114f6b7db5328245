import { afterAll, describe, expect, it } from 'vitest';
import { Bench } from '../../../test/observatory/observatories.ts';
import { work } from '../../../test/observatory/works.ts';
import { openAlexLines } from '../../../test/observatory/worlds.ts';
import { Observatory } from '../../observatory/index.ts';
import { compare, rankHistory, trend } from '../index.ts';
import { recordReasonZh } from '../coverage/reasons.ts';

const bench = new Bench();
afterAll(() => bench.dispose());

describe('one work dated 9999, 20024 or 0', () => {
  it('stretches no series: rank history, trend and comparison answer of the real years', async () => {
    const years = [0, 2019, 2020, 9999, 20024];
    const records = years.map((publication_year, i) => work(i + 1, [[5], [6]], { publication_year }));
    await bench.build({
      works: [bench.works('works.jsonl', records)],
      institutions: [bench.text('institutions.jsonl', openAlexLines())],
    });
    const observatory = await Observatory.open(bench.path('out'));
    try {
      const place = ['cn:3205', 'gn:2643743'];
      const asked = [
        await trend.run(observatory, trend.params.parse({ place })),
        await rankHistory.run(observatory, rankHistory.params.parse({})),
        await compare.run(observatory, compare.params.parse({ place, draws: 100 })),
      ];
      for (const { about } of asked) expect(about.works).toBe(2);
      const seen = new Set(asked[0].rows.map((row) => (row as { year: number }).year));
      expect([...seen].sort()).toEqual([2019, 2020]);
    } finally {
      observatory.close();
    }
  });
});

describe('what a build says of odd records', () => {
  it.each(['implausible year', 'deleted', 'impossible coordinates'])('has Chinese words: %s', (reason) => {
    expect(recordReasonZh(reason)).toMatch(/\p{Script=Han}/u);
  });
});
