import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, type TestWork } from '../../../test/analysed-world.ts';
import { byHand, errorOverWorks, sum } from '../../../test/inequality-by-hand.ts';
import { bootstrapWorks, normalQuantile } from '../../measures/index.ts';
import { balance } from './analysis.ts';
import type { Balance, BalanceRow } from './question.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 1500, seed: 23 });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Balance> =>
  balance.run(world.observatory, balance.params.parse(params));
const row = ({ rows }: Balance, index: string, place?: string): BalanceRow => {
  const found = rows.find((one) => one.index === index && (place === undefined || one.place.id === place));
  if (found === undefined) throw new Error(`no row ${index}`);
  return found;
};

const Z = normalQuantile(0.975);
const shareOf = (work: TestWork, city: string): number =>
  work.parts.find(({ place }) => place === city)?.share ?? 0;
const countOf = (work: TestWork, city: string): number =>
  work.parts.some(({ place }) => place === city) ? 1 : 0;

/** What every work adds to every city, and the totals. */
function table(
  cities: readonly string[],
  of = shareOf,
  keep: (work: TestWork) => boolean = () => true,
): { works: number[][]; totals: number[] } {
  const works = world.works.filter(keep).map((work) => cities.map((city) => of(work, city)));
  return { works, totals: cities.map((_, i) => sum(works.map((work) => work[i]))) };
}

function compare(
  found: BalanceRow,
  { works, totals }: { works: number[][]; totals: number[] },
  of: (x: readonly number[]) => number,
): void {
  expect(found.value).toBeCloseTo(of(totals), 9);
  expect(found.parts).toBe(totals.length);
  expect(found.zeros).toBe(totals.filter((total) => total === 0).length);
  const error = errorOverWorks(totals, works, of);
  if (error < 1e-6) {
    expect(found).toMatchObject({ interval: null, reason: 'no variation between works' });
    return;
  }
  expect(found.interval![0]).toBeCloseTo(Math.max(0, of(totals) - Z * error), 4);
  expect(found.interval![1]).toBeCloseTo(Math.min(found.most ?? Infinity, of(totals) + Z * error), 4);
}

const INDICES = [
  ['theil', (x: readonly number[]) => byHand.theil(x)],
  ['gini', byHand.gini],
  ['gini_corrected', (x: readonly number[]) => (byHand.gini(x) * x.length) / (x.length - 1)],
  ['cv', byHand.cv],
  ['first_share', byHand.firstShare],
] as const;

describe('balance of output equals brute force over works', () => {
  it.each(INDICES)('%s of the cities of a region, by Share and by Count', async (index, of) => {
    const cities = [...world.members.get('def:yrd_41')!];
    compare(row(await ask({ place: 'yrd_41' }), index), table(cities), of);
    compare(row(await ask({ place: 'yrd_41', by: 'count' }), index), table(cities, countOf), of);
  });

  it.each(INDICES)(
    '%s of some years and one field, of a region of one’s own and of a province',
    async (index, of) => {
      const own = ['cn:1100', 'cn:3100', 'gn:2643743', 'cn:3201'];
      const keep = ({ year, subfield }: TestWork): boolean =>
        year >= 2015 && year <= 2016 && Math.floor(subfield / 100) === 27;
      const answer = await ask({
        region: [{ name: 'Four', cities: own }],
        years: { from: 2015, to: 2016 },
        field: '27',
      });
      compare(row(answer, index), table(own, shareOf, keep), of);
      const jiangsu = [...world.members.get('cn-p:32')!];
      compare(row(await ask({ place: 'cn-p:32' }), index), table(jiangsu), of);
    },
  );

  it(
    'has the standard errors of a plain bootstrap over works, within a tenth, in cities of some works',
    { tags: 'full' },
    async () => {
      const some = (city: string): boolean => sum(world.works.map((work) => countOf(work, city))) >= 15;
      const cities = world.cities.filter(some);
      expect(cities.length).toBeGreaterThan(15);
      const { works, totals: observed } = table(cities);
      // The share is that of the city named as first, whichever leads in a resample.
      const first = observed.indexOf(Math.max(...observed));
      const draws = 1500;
      const drawn = bootstrapWorks({
        works: works.length,
        draws,
        seed: 17,
        statistic: (weights) => {
          const totals = cities.map((_, i) => sum(works.map((work, w) => weights[w] * work[i])));
          return INDICES.map(([index, of]) =>
            index === 'first_share' ? totals[first] / sum(totals) : of(totals),
          );
        },
      });
      const answer = await ask({ region: [{ name: 'Some', cities }] });
      for (const [k, [index]] of INDICES.entries()) {
        const values = Array.from({ length: draws }, (_, draw) => drawn[draw * INDICES.length + k]);
        const mean = sum(values) / draws;
        const due = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / draws);
        const { interval } = row(answer, index);
        const found = (interval![1] - interval![0]) / (2 * Z);
        expect(found / due, index).toBeGreaterThan(0.9);
        expect(found / due, index).toBeLessThan(1.1);
      }
    },
  );

  it('leaving out each city in turn gives the boundary', async () => {
    const cities = [...world.members.get('def:gba_9_2')!];
    const { totals } = table(cities);
    const answer = await ask({ place: 'gba_9_2' });
    const without = totals.map((_, i) => byHand.theil(totals.filter((__, j) => j !== i)));
    const mean = sum(without) / without.length;
    const n = without.length;
    const error = Math.sqrt(((n - 1) / n) * sum(without.map((value) => (value - mean) ** 2)));
    const { value, boundary, most } = row(answer, 'theil');
    expect(boundary![0]).toBeCloseTo(Math.max(0, value! - Z * error), 9);
    expect(boundary![1]).toBeCloseTo(Math.min(Math.log(n), value! + Z * error), 9);
    expect(most).toBe(Math.log(n));
  });

  it('names the city that has most', async () => {
    const { totals } = table([...world.members.get('def:jjj_13')!]);
    const found = row(await ask({ place: 'jjj_13' }), 'first_share');
    expect(found.first).toBe('Beijing');
    expect(found.value).toBeCloseTo(Math.max(...totals) / sum(totals), 9);
  });

  it('is of one sector where asked', async () => {
    const cities = [...world.members.get('def:gba_9_2')!];
    const totals = cities.map((city) =>
      sum(
        world.works.flatMap(({ institutions }) =>
          institutions.filter((i) => i.city === city && i.types.includes('company')).map((i) => i.share),
        ),
      ),
    );
    const found = row(await ask({ place: 'gba_9_2', sector: ['company'] }), 'theil');
    expect(found.value).toBeCloseTo(byHand.theil(totals), 9);
    expect(found.zeros).toBe(totals.filter((total) => total === 0).length);
  });
});

describe('balance of several regions', () => {
  const three = ['jjj_13', 'yrd_41', 'gba_9_2'];

  it('is between and within them, with the errors of each, where they do not overlap', async () => {
    const answer = await ask({ definition: three });
    const groups = three.map((id) => [...world.members.get(`def:${id}`)!]);
    const cities = groups.flat();
    const all = table(cities);
    const between = (x: readonly number[]): number => {
      const sums = groups.map((group) => sum(cities.map((city, i) => (group.includes(city) ? x[i] : 0))));
      return byHand.theil(
        sums,
        groups.map((group) => group.length),
      );
    };
    compare(row(answer, 'theil', 'together'), all, (x) => byHand.theil(x));
    compare(row(answer, 'theil_between', 'together'), all, between);
    compare(row(answer, 'theil_within', 'together'), all, (x) => byHand.theil(x) - between(x));
    compare(row(answer, 'theil', 'def:gba_9_2'), table(groups[2]), (x) => byHand.theil(x));
  });

  it('is of each alone where they do, and says so', async () => {
    const { rows, about } = await ask({ definition: ['yrd_41', 'yrd_26_2016'] });
    expect(new Set(rows.map(({ place }) => place.id))).toEqual(new Set(['def:yrd_41', 'def:yrd_26_2016']));
    expect(about.notes.join()).toContain('overlapping definitions');
  });
});

describe('balance weighted with populations', () => {
  it('is undefined with the cities that lack one, never estimated', async () => {
    const answer = await ask({ place: 'yrd_41', populationYear: 2020 });
    const found = row(answer, 'theil_population');
    expect(found).toMatchObject({ value: null, interval: null, boundary: null });
    expect(found.reason).toMatch(/population 2020 \(2020 census\) is missing for 40 of 41: .*Suzhou/);
    expect(answer.missing).toHaveLength(40);
    expect(answer.missing).not.toContain('cn:3100');
  });

  it('uses them where all have one of one vintage', async () => {
    const answer = await ask({ place: 'gba_9_2', populationYear: 2020 });
    const cities = [...world.members.get('def:gba_9_2')!];
    // CWCC table 2020, million persons.
    const people: Record<string, number> = {
      'cn:4401': 18.68,
      'cn:4403': 17.56,
      'cn:4404': 2.44,
      'cn:4406': 9.5,
      'cn:4407': 4.8,
      'cn:4412': 4.11,
      'cn:4413': 6.04,
      'cn:4419': 10.47,
      'cn:4420': 4.42,
      'cn:8100': 7.47,
      'cn:8200': 0.68,
    };
    const weights = cities.map((city) => people[city]);
    compare(row(answer, 'theil_population'), table(cities), (x) => byHand.theil(x, weights));
    const { totals } = table(cities);
    const mean = sum(totals) / sum(weights);
    const variance = sum(totals.map((x, i) => weights[i] * (x / weights[i] - mean) ** 2)) / sum(weights);
    expect(row(answer, 'williamson').value).toBeCloseTo(Math.sqrt(variance) / mean, 9);
    expect(answer.about.notes).toContain('populations: population 2020 (CWCC table 2020)');
    expect(answer.missing).toEqual([]);
  });
});

describe('balance of a published metric', () => {
  it('has no value of places together where a part lacks its figure, between them or within', async () => {
    const definition = ['gba_9_2', 'jjj_13'];
    const { rows } = await ask({ definition, metric: 'gdp_nominal', years: { from: 2024, to: 2024 } });
    const together = rows.filter(({ place }) => place.id === 'together');
    expect(together.map(({ index }) => index)).toEqual(
      expect.arrayContaining(['theil', 'theil_between', 'theil_within']),
    );
    for (const { value, reason, reasonZh } of together) {
      expect(value).toBeNull();
      expect(reason).toMatch(/^gdp_nominal 2024 \(.+\) is missing for \d+ of 24: /);
      expect(reasonZh).toMatch(/^2024年地区生产总值（现价）（.+）在24个中缺\d+个：.*市/);
    }
  });

  it('is that of the newest year and vintage that all parts have: GDP of Beijing, Tianjin and Hebei', async () => {
    const answer = await ask({ place: 'jjj_13', metric: 'gdp_nominal', parts: 'provinces' });
    const found = row(answer, 'theil');
    // 49,843.1, 18,024.3 and 47,526.9 (100 million yuan), 2024.
    expect(found.parts).toBe(3);
    expect(found.value).toBeCloseTo(byHand.theil([49843.1, 18024.32, 47526.9]), 4);
    expect(found.interval).toBeNull();
    expect(answer.about.counting).toMatch(/^gdp_nominal 2024 in 100m CNY/);
    expect(answer.about.notes.join()).toContain('no work of this observatory');
  });

  it('of cities without figures is undefined, and names them', async () => {
    const answer = await ask({ place: 'jjj_13', metric: 'gdp_nominal', years: { from: 2024, to: 2024 } });
    expect(answer.rows.every(({ value }) => value === null)).toBe(true);
    expect(answer.missing).toHaveLength(11);
    expect(answer.missing).toContain('cn:1301');
    expect(answer.rows[0].reason).toContain('Shijiazhuang');
    expect(answer.about.notes.join()).toContain('`parts=provinces` asks Beijing-Tianjin-Hebei of 3 parts');
  });

  it('takes figures of one’s own, in whatever unit, and adds none that lack', async () => {
    const file = join(world.folder, 'own.csv');
    const rows = [
      ['cn:1100', '2020', '3', '100m CNY'],
      ['cn:3100', '2020', '0.1', 'bn CNY'],
      ['cn:4403', '2020', '5', '100m CNY'],
      ['cn:1100', '2021', '9', '100m CNY'],
    ];
    writeFileSync(
      file,
      [
        'place,metric,year,value,unit,vintage,source,evidence',
        ...rows.map(
          ([place, year, value, unit]) => `${place},rd_expenditure,${year},${value},${unit},own,me,yearbook`,
        ),
      ].join('\n'),
    );
    const region = [{ name: 'Three', cities: ['cn:1100', 'cn:3100', 'cn:4403'] }];
    const answer = await ask({ region, metric: 'rd_expenditure', vintage: 'own', statistics: [file] });
    expect(row(answer, 'gini').value).toBeCloseTo(byHand.gini([3, 1, 5]), 12);
    expect(row(answer, 'first_share')).toMatchObject({ first: 'Shenzhen', value: 5 / 9 });
    const later = await ask({
      region,
      metric: 'rd_expenditure',
      vintage: 'own',
      statistics: [file],
      years: { from: 2021, to: 2021 },
    });
    expect(later.missing).toEqual(['cn:3100', 'cn:4403']);
  });

  it('of figures below zero is undefined, and says so', async () => {
    const file = join(world.folder, 'negative.csv');
    const rows = ['cn:1100,3', 'cn:3100,-1', 'cn:4403,5'].map((row) => {
      const [place, value] = row.split(',');
      return `${place},rd_intensity,2023,${value},%,own,me,yearbook`;
    });
    writeFileSync(file, ['place,metric,year,value,unit,vintage,source,evidence', ...rows].join('\n'));
    const answer = await ask({
      region: [{ name: 'Three', cities: ['cn:1100', 'cn:3100', 'cn:4403'] }],
      metric: 'rd_intensity',
      vintage: 'own',
      statistics: [file],
    });
    expect(row(answer, 'theil')).toMatchObject({
      value: null,
      reason: 'rd_intensity 2023 (own) is negative somewhere',
    });
    expect(answer.rows.some(({ index }) => index === 'first_share' || index === 'williamson')).toBe(false);
  });

  it.each([
    [{ metric: 'wipo_gii_cluster_rank' }, 'is a rank'],
    [{ metric: 'gdp_nominl' }, 'gdp_nominal'],
    [{ metric: 'gdp_nominal', vintage: 'mine' }, 'gdp_nominal has no vintage “mine”'],
    [{ metric: 'gdp_nominal', field: '17' }, 'has no field'],
    [{ metric: 'gdp_nominal', years: { from: 2020, to: 2024 } }, 'in one year'],
  ])('refuses %o', async (params, what) => {
    await expect(ask({ place: 'jjj_13', ...params })).rejects.toThrow(what);
  });
});

describe('balance', () => {
  it('has no value and no interval where there is no output', async () => {
    const answer = await ask({ place: 'gba_9_2', years: { from: 1990, to: 1990 } });
    expect(row(answer, 'theil')).toMatchObject({ value: null, zeros: 11, reason: 'the amounts sum to 0' });
    expect(answer.about.notes).toContain('no works match these filters');
  });

  it('is not asked of nothing, or of a city', async () => {
    await expect(ask({})).rejects.toThrow('No place is given');
    await expect(ask({ place: 'cn:3205' })).rejects.toThrow('is a city');
  });

  it('says what chance adds, and how many cities have few works', async () => {
    const { about } = await ask({ place: 'yrd_41' });
    expect(about.notes.join()).toMatch(/about 0\.\d+ of Theil T is what chance in its works adds/);
    expect(about.warnings.join()).toMatch(/\d+ cities with fewer than 30 works/);
    expect(about.synthetic).toBe('synthetic demonstration');
  });
});
