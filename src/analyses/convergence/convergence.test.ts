import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, type TestWork } from '../../../test/analysed-world.ts';
import { errorOverWorks, sum } from '../../../test/inequality-by-hand.ts';
import { normalQuantile, studentCritical } from '../../measures/index.ts';
import { convergence } from './analysis.ts';
import type { Convergence } from './question.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 3000, seed: 7, years: [2012, 2018] });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Convergence> =>
  convergence.run(world.observatory, convergence.params.parse(params));
const YEARS = [2012, 2013, 2014, 2015, 2016, 2017, 2018];
const Z = normalQuantile(0.975);

/** Works of a year, each as its cities' Shares. */
const byYear = new Map<number, ReadonlyMap<string, number>[]>();
const worksOf = (year: number): ReadonlyMap<string, number>[] => {
  let works = byYear.get(year);
  if (works === undefined) {
    const cities = ({ parts }: TestWork): Map<string, number> =>
      new Map(parts.map(({ place, share }) => [place, share]));
    byYear.set(year, (works = world.works.filter((work) => work.year === year).map(cities)));
  }
  return works;
};
const shareOf = (work: ReadonlyMap<string, number>, city: string): number => work.get(city) ?? 0;
const outputOf = (city: string, year: number): number =>
  sum(worksOf(year).map((work) => shareOf(work, city)));

/** The standard deviation of logarithms, of a sample. */
function spread(x: readonly number[]): number {
  const logs = x.map(Math.log);
  const mean = sum(logs) / logs.length;
  return Math.sqrt(sum(logs.map((value) => (value - mean) ** 2)) / (logs.length - 1));
}

/** Slope of growth a year on the logarithm of the start: covariance over variance. */
function slope(first: readonly number[], last: readonly number[], years: number): number {
  const start = first.map(Math.log);
  const growth = last.map((value, i) => (Math.log(value) - start[i]) / years);
  const mean = (x: readonly number[]): number => sum(x) / x.length;
  const cross = start.map((x, i) => (x - mean(start)) * (growth[i] - mean(growth)));
  return sum(cross) / sum(start.map((x) => (x - mean(start)) ** 2));
}

describe('convergence of output equals brute force over works', () => {
  it('σ of every year is over the cities with output, with its error from works; the others are counted', async () => {
    const cities = [...world.members.get('def:yrd_41')!];
    const { rows } = await ask({ place: 'yrd_41' });
    expect(rows.map(({ year }) => year)).toEqual(YEARS);
    for (const row of rows) {
      const all = cities.map((city) => outputOf(city, row.year));
      const some = cities.filter((_, i) => all[i] > 0);
      const x = all.filter((value) => value > 0);
      expect(row).toMatchObject({ parts: x.length, zeros: cities.length - x.length, reason: null });
      expect(row.sigma).toBeCloseTo(spread(x), 9);
      const works = worksOf(row.year).map((work) => some.map((city) => shareOf(work, city)));
      const error = errorOverWorks(x, works, spread);
      expect(row.interval![0]).toBeCloseTo(spread(x) - Z * error, 4);
      expect(row.interval![1]).toBeCloseTo(spread(x) + Z * error, 4);
    }
    expect(rows.some(({ zeros }) => zeros > 0)).toBe(true);
  });

  it('σ of the same parts is over cities with output in every year, and without noise it is less', async () => {
    const cities = [...world.members.get('def:yrd_41')!].filter((city) =>
      YEARS.every((year) => outputOf(city, year) > 0),
    );
    const answer = await ask({ place: 'yrd_41' });
    expect(answer.sameParts).toBe(cities.length);
    for (const row of answer.rows) {
      const works = worksOf(row.year);
      const x = cities.map((city) => outputOf(city, row.year));
      expect(row.same).toBeCloseTo(spread(x), 9);
      const noise = cities.map((city, i) => {
        const squares = sum(works.map((work) => shareOf(work, city) ** 2));
        return (squares - x[i] ** 2 / works.length) / x[i] ** 2;
      });
      expect(row.net).toBeCloseTo(Math.sqrt(spread(x) ** 2 - sum(noise) / noise.length), 6);
    }
  });

  it('β is from the first window to the last, adjusted, with errors over cities and over works', async () => {
    const window = 2;
    const { beta } = await ask({ place: 'gba_9_2', window });
    const N = (year: number): number => worksOf(year).length;
    const adjusted = (city: string, years: readonly number[]): number =>
      sum(years.map((year) => (outputOf(city, year) * N(2012)) / N(year)));
    const [early, late] = [YEARS.slice(0, window), YEARS.slice(-window)];
    const all = [...world.members.get('def:gba_9_2')!];
    const cities = all.filter((city) => adjusted(city, early) > 0 && adjusted(city, late) > 0);
    const first = cities.map((city) => adjusted(city, early));
    const last = cities.map((city) => adjusted(city, late));
    expect(beta).toMatchObject({ from: [2012, 2013], to: [2017, 2018], years: 5, parts: cities.length });
    expect(beta.zeros).toBe(all.length - cities.length);
    const due = slope(first, last, 5);
    expect(beta.beta).toBeCloseTo(due, 9);
    expect(beta.speed).toBeCloseTo(-Math.log(1 + due * 5) / 5, 9);

    const start = first.map(Math.log);
    const mean = sum(start) / start.length;
    const growth = last.map((value, i) => (Math.log(value) - start[i]) / 5);
    const level = sum(growth) / growth.length - due * mean;
    const squares = sum(growth.map((g, i) => (g - level - due * start[i]) ** 2)) / (cities.length - 2);
    const error = Math.sqrt(squares / sum(start.map((x) => (x - mean) ** 2)));
    expect(beta.interval![0]).toBeCloseTo(due - studentCritical(0.95, cities.length - 2) * error, 9);

    // Each year's works are resampled on their own: the variances of the years add up.
    const n = cities.length;
    const variance = sum(
      [...early, ...late].map((year) => {
        const side = early.includes(year) ? 0 : n;
        const works = worksOf(year).map((work) => {
          const row = new Array<number>(2 * n).fill(0);
          cities.forEach((city, i) => (row[side + i] = (shareOf(work, city) * N(2012)) / N(year)));
          return row;
        });
        return errorOverWorks([...first, ...last], works, (x) => slope(x.slice(0, n), x.slice(n), 5)) ** 2;
      }),
    );
    expect(beta.worksInterval![0]).toBeCloseTo(due - Z * Math.sqrt(variance), 4);
    expect(beta.worksInterval![1]).toBeCloseTo(due + Z * Math.sqrt(variance), 4);
    expect(beta.corrected).toBeGreaterThan(beta.beta!);
    expect(beta.noise).toBeCloseTo(beta.beta! - beta.corrected!, 9);
  });

  it('is by Count where asked, and of a region of one’s own', async () => {
    const { rows } = await ask({
      region: [{ name: 'Four', cities: ['cn:1100', 'cn:3100', 'gn:2643743', 'cn:3201'] }],
      by: 'count',
    });
    for (const row of rows) {
      const x = ['cn:1100', 'cn:3100', 'gn:2643743', 'cn:3201'].flatMap(
        (city) => worksOf(row.year).filter((work) => work.has(city)).length || [],
      );
      expect(row.sigma).toBeCloseTo(spread(x), 9);
    }
  });

  it('refuses windows that overlap, two places, and a metric with a window', async () => {
    await expect(ask({ place: 'yrd_41', window: 4 })).rejects.toThrow(
      'Two windows of 4 years do not fit in 7 years',
    );
    await expect(ask({ place: 'yrd_41', region: [{ name: 'One', cities: ['cn:1100'] }] })).rejects.toThrow(
      'takes one place',
    );
    await expect(ask({ place: 'yrd_41', metric: 'gdp_nominal', window: 2 })).rejects.toThrow('has no window');
  });

  it('of a single year has σ and no β, and a trend that is not tested', async () => {
    const { rows, beta, trend } = await ask({ place: 'yrd_41', years: { from: 2015, to: 2015 } });
    expect(rows).toHaveLength(1);
    expect(beta).toMatchObject({ beta: null, reason: 'fewer than two years' });
    expect(trend).toMatchObject({ p: null, slope: null });
  });
});

describe('convergence of a published metric', () => {
  it('is of one vintage: GDP of Beijing, Tianjin and Hebei', async () => {
    const { rows, beta, about } = await ask({ place: 'jjj_13', metric: 'gdp_nominal', parts: 'provinces' });
    const last = rows.at(-1)!;
    expect(last.year).toBe(2024);
    expect(last.sigma).toBeCloseTo(spread([49843.1, 18024.32, 47526.9]), 4);
    expect(beta.parts).toBe(3);
    expect(beta.worksInterval).toBeNull();
    expect(about.counting).toMatch(/^gdp_nominal in 100m CNY \(NBS after 5th economic census/);
  });

  it('is undefined where no vintage has both ends, and says what lacks', async () => {
    const { rows, beta, missing } = await ask({
      place: 'yrd_41',
      metric: 'gdp_nominal',
      years: { from: 2015, to: 2024 },
    });
    expect(rows).toEqual([]);
    expect(beta.reason).toMatch(
      /no vintage of gdp_nominal has both 2015 and 2024 for all 41 parts; .*Suzhou/,
    );
    expect(missing).toContain('cn:3205');
  });

  it('never spans two vintages, and asks which where two fit', async () => {
    const file = join(world.folder, 'two-vintages.csv');
    const cities = ['cn:1100', 'cn:3100', 'cn:4403'];
    const rows = ['a', 'b'].flatMap((vintage) =>
      [2020, 2021].flatMap((year) =>
        cities.map(
          (city, i) =>
            `${city},rd_expenditure,${year},${(i + 1) * (year - 2018)},100m CNY,${vintage},me,yearbook`,
        ),
      ),
    );
    const head = 'place,metric,year,value,unit,vintage,source,evidence';
    writeFileSync(file, [head, ...rows].join('\n'));
    const params = {
      region: [{ name: 'Three', cities }],
      metric: 'rd_expenditure',
      statistics: [file],
      years: { from: 2020, to: 2021 },
    };
    await expect(ask(params)).rejects.toThrow('2 vintages for these places: a; b');
    const { beta, rows: years } = await ask({ ...params, vintage: 'a' });
    expect(beta.beta).toBeCloseTo(0, 12);
    expect(years.map(({ sigma }) => sigma)).toEqual([years[0].sigma, years[0].sigma]);
    writeFileSync(
      file,
      [head, ...rows.filter((row) => row.includes('2020') === row.includes(',a,'))].join('\n'),
    );
    expect((await ask(params)).beta.reason).toContain('no vintage of rd_expenditure has both 2020 and 2021');
  });
});
