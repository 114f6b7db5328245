import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listsOf } from '../../test/resource-lists.ts';
import { completeness, COUNTED_BY, countsThroughTime } from './counts.ts';
import { Directory } from './directory.ts';

const lists = listsOf();
const HEAD = 'id,name_en,kind,place,source,opened,status,source_status,recalled';
const own = lists.write(
  HEAD,
  'zz-a,A,instrument,cn:3205,us,2010,operating,,',
  'zz-b,B,instrument,cn:3205,us,2010,closed,,opened',
  'zz-c,C,instrument,,,2012,operating,recalled,',
  'zz-d,D,instrument,cn:3205,us,2030,under construction,,',
  'zz-e,E,instrument,cn:3205,us,,operating,,',
  'zz-f,F,laboratory,cn:3205,us,2011,operating,,',
);
const { resources, kinds } = await Directory.open({ resources: [own] });
const mine = resources.filter(({ shipped }) => !shipped);

describe('counts through time', () => {
  it('add up what had opened by each year, closed ones too, and tell what is firm', () => {
    const { rows, ...about } = countsThroughTime(mine, 'kind', kinds);
    expect(rows).toEqual([
      { group: 'instrument', year: 2010, opened: 2, byThen: 2, firm: 1 },
      { group: 'instrument', year: 2012, opened: 1, byThen: 3, firm: 1 },
      { group: 'laboratory', year: 2011, opened: 1, byThen: 1, firm: 1 },
    ]);
    expect(about).toMatchObject({ counted: 4, undated: 1, notOpened: 1 });
    expect(about.bounds).toEqual([
      'Lower bounds: the lists have not everything that there is.',
      '1 more is listed without a year of opening, in no row.',
      '1 more is planned or under construction, in no row.',
      'Firm: those whose source was read and whose year is not recalled.',
    ]);
  });

  it('are of a city, and of none where a resource has none', () => {
    expect(
      countsThroughTime(mine, 'city', kinds).rows.map(({ group, year, byThen }) => [group, year, byThen]),
    ).toEqual([
      ['cn:3205', 2010, 2],
      ['cn:3205', 2011, 3],
      [null, 2012, 1],
    ]);
  });

  it('say of the kinds that somebody counts how many there are', () => {
    const clusters = resources.filter(({ kind }) => kind === 'advanced-manufacturing-cluster');
    expect(countsThroughTime(clusters, 'all', kinds).bounds).toContain(
      'advanced-manufacturing-cluster: the shipped list has 70 of 80 (China; MIIT: 45 (2022) + 35 (2024)).',
    );
    // In Chinese the whole sentence is.
    for (const said of completeness(resources, kinds, 'zh').map((one) => one.replace('Reportify', '')))
      expect(said).not.toMatch(/[A-Za-z]/);
    expect(completeness(resources, kinds, 'zh')).toContain(
      '国家先进制造业集群：所附名录有70项，实有80项（全国；工业和信息化部：45个（2022年）加35个（2024年））。',
    );
  });

  it('never fall, hold every counted resource once, and do not hang on the order of the list', () => {
    const some = fc.shuffledSubarray([...resources]);
    fc.assert(
      fc.property(some, fc.constantFrom(...COUNTED_BY), (chosen, by) => {
        const counts = countsThroughTime(chosen, by, kinds);
        expect(counts.counted + counts.undated + counts.notOpened).toBe(chosen.length);
        const groups = new Map<string | null, number>();
        for (const { group, opened, byThen, firm } of counts.rows) {
          expect(byThen).toBe((groups.get(group) ?? 0) + opened);
          expect(opened).toBeGreaterThan(0);
          expect(firm).toBeLessThanOrEqual(byThen);
          groups.set(group, byThen);
        }
        expect([...groups.values()].reduce((sum, n) => sum + n, 0)).toBe(counts.counted);
        const sorted = [...chosen].sort((a, b) => (a.id < b.id ? -1 : 1));
        const key = (rows: typeof counts.rows) => rows.map((row) => JSON.stringify(row)).sort();
        expect(key(countsThroughTime(sorted, by, kinds).rows)).toEqual(key(counts.rows));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('of nothing are none', () => {
    expect(countsThroughTime([], 'kind', kinds)).toMatchObject({ rows: [], counted: 0 });
  });
});
