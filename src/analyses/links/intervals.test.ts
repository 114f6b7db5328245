import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld, ofSectors } from '../../../test/analysed-world.ts';
import { cityPairs, type LinkFilter, type LinkWork } from '../../../test/links-by-hand.ts';
import { bootstrapWorks, normalQuantile, quasiIndependence } from '../../measures/index.ts';
import type { Links } from './question.ts';
import { links } from './analysis.ts';

let world: AnalysedWorld;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 45, years: [2014, 2016] });
});
afterAll(() => world.close());

const ask = (params: Record<string, unknown>): Promise<Links> =>
  links.run(world.observatory, links.params.parse(params));

const PLAIN: LinkFilter = { coaffiliation: true, capped: false };

/** What a statistic needs of the works, as numbers: pairs by number of city, and which cities are on which side. */
interface Problem {
  readonly years: readonly number[];
  readonly year: readonly number[];
  readonly pairs: readonly (readonly (readonly [number, number, number])[])[];
  readonly here: readonly boolean[];
  readonly there: readonly boolean[];
}

/** `there` null for the inside of `here`. */
function problemOf(
  works: readonly LinkWork[],
  filter: LinkFilter,
  here: ReadonlySet<string>,
  there: ReadonlySet<string> | null,
): Problem {
  const cities = [...new Set(works.flatMap(({ parts }) => parts.map(({ place }) => place)))].sort();
  const at = new Map(cities.map((city, i) => [city, i]));
  return {
    years: [...new Set(works.map(({ year }) => year))].sort(),
    year: works.map(({ year }) => year),
    pairs: works.map((work) =>
      cityPairs(work, filter).map(([a, b]) => [at.get(a)!, at.get(b)!, 1 / (work.parts.length - 1)]),
    ),
    here: cities.map((city) => here.has(city)),
    there: cities.map((city) => (there ?? here).has(city)),
  };
}

/** Observed, expected and touching weight of one year, works weighted. */
function ofYear(problem: Problem, year: number, weight: (work: number) => number): number[] {
  const { here, there, pairs } = problem;
  const strengths = new Float64Array(here.length);
  let observed = 0;
  let touching = 0;
  for (const [w, own] of pairs.entries()) {
    if (problem.year[w] !== year) continue;
    for (const [a, b, value] of own) {
      const given = value * weight(w);
      strengths[a] += given;
      strengths[b] += given;
      if ((here[a] && there[b]) || (here[b] && there[a])) observed += given;
      if (here[a] || here[b]) touching += given;
    }
  }
  const { a, reason } = quasiIndependence(strengths);
  if (reason !== null) throw new Error(`year ${year}: ${reason}`);
  let expected = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = i + 1; j < a.length; j++)
      if ((here[i] && there[j]) || (here[j] && there[i])) expected += a[i] * a[j];
  return [observed, expected, touching];
}

const plus = (x: readonly number[], y: readonly number[]): number[] => x.map((value, i) => value + y[i]);

/** Logarithm of observed/expected, and logit of the part that stays inside. */
const statistics = ([observed, expected, touching]: readonly number[]): [number, number] => [
  Math.log(observed / expected),
  Math.log(observed / (touching - observed)),
];

/** Standard errors of both by the derivative in every work's weight, taken numerically: refit and all. */
function errorsByDerivative(problem: Problem, works: number): number[] {
  const h = 1e-4;
  const sums = new Map(problem.years.map((year) => [year, ofYear(problem, year, () => 1)]));
  const moved = (w: number, step: number): number[] => {
    const year = problem.year[w];
    const changed = ofYear(problem, year, (other) => (other === w ? 1 + step : 1));
    return statistics([...sums].map(([y, old]) => (y === year ? changed : old)).reduce(plus));
  };
  const squares = [0, 0];
  const total = [0, 0];
  for (const [w, own] of problem.pairs.entries()) {
    if (own.length === 0) continue;
    const [up, down] = [moved(w, h), moved(w, -h)];
    for (const s of [0, 1]) {
      const influence = (up[s] - down[s]) / (2 * h);
      squares[s] += influence ** 2;
      total[s] += influence;
    }
  }
  return squares.map((square, s) => Math.sqrt(square - total[s] ** 2 / works));
}

const Z = normalQuantile(0.975);
const logError = ([low, high]: readonly [number, number]): number => Math.log(high / low) / (2 * Z);
const logit = (share: number): number => Math.log(share / (1 - share));
const logitError = ([low, high]: readonly [number, number]): number => (logit(high) - logit(low)) / (2 * Z);
const citiesOf = (place: string): ReadonlySet<string> => world.members.get(place) ?? new Set([place]);
const within = (value: number, part: number, due: number): void => {
  expect(Math.abs(value / due - 1), `${value} is not ${due}`).toBeLessThan(part);
};

describe('intervals of observed/expected and of an intra share', () => {
  it.each([
    ['yrd_41, plainly', { place: 'yrd_41' }, PLAIN],
    [
      'jjj_13, without co-affiliation and with capped works',
      { place: 'jjj_13' },
      { coaffiliation: false, capped: true },
    ],
  ] as const)('of %s are those of every work’s influence, the refit included', async (_, params, filter) => {
    const years = { from: 2014, to: 2015 };
    const { intra, about } = await ask({ ...params, ...filter, years, top: 1 });
    const works = world.works.filter(({ year }) => year <= 2015);
    expect(about.works).toBe(works.length);
    const problem = problemOf(works, filter, citiesOf(intra!.place.id), null);
    const [ratio, share] = errorsByDerivative(problem, works.length);
    within(logError(intra!.ratioInterval!), 1e-5, ratio);
    within(logitError(intra!.intraShareInterval!), 1e-5, share);
    const [log, odds] = statistics(problem.years.map((year) => ofYear(problem, year, () => 1)).reduce(plus));
    expect(Math.log(intra!.ratio!)).toBeCloseTo(log, 8);
    expect(logit(intra!.intraShare!)).toBeCloseTo(odds, 8);
  });

  it.each([
    ['two regions', { place: 'yrd_41', with: 'jjj_13' }],
    ['a city and a nation', { place: 'cn:1100', with: 'iso:US' }],
    ['two cities', { place: 'gn:4930956', with: 'gn:4931972' }],
  ])('hold for %s and their years', async (_, params) => {
    const years = { from: 2015, to: 2016 };
    const [row] = (await ask({ ...params, years })).rows;
    const works = world.works.filter(({ year }) => year >= 2015);
    const problem = problemOf(works, PLAIN, citiesOf(row.a.id), citiesOf(row.b.id));
    within(logError(row.ratioInterval!), 1e-5, errorsByDerivative(problem, works.length)[0]);
  });

  it('hold for one sector, over all works and not only those of the sector', async () => {
    const { intra, about } = await ask({ place: 'yrd_41', sector: ['education'] });
    const works = ofSectors(world.works, ['education']);
    expect(about.works).toBe(world.works.length);
    const problem = problemOf(works, PLAIN, citiesOf('def:yrd_41'), null);
    const [ratio, share] = errorsByDerivative(problem, works.length);
    within(logError(intra!.ratioInterval!), 1e-5, ratio);
    within(logitError(intra!.intraShareInterval!), 1e-5, share);
  });

  it(
    'are as wide as a plain bootstrap over works makes them, and about where it has them',
    { tags: 'full' },
    async () => {
      const { intra } = await ask({ place: 'yrd_41' });
      const problem = problemOf(world.works, PLAIN, citiesOf('def:yrd_41'), null);
      const draws = 600;
      const drawn = bootstrapWorks({
        works: world.works.length,
        draws,
        seed: 3,
        statistic: (weights) =>
          statistics(
            problem.years.map((year) => ofYear(problem, year, (work) => weights[work])).reduce(plus),
          ),
      });
      for (const [s, interval, told] of [
        [0, intra!.ratioInterval!.map(Math.log), logError(intra!.ratioInterval!)],
        [1, intra!.intraShareInterval!.map(logit), logitError(intra!.intraShareInterval!)],
      ] as const) {
        const values = Array.from({ length: draws }, (_, draw) => drawn[2 * draw + s]).sort((a, b) => a - b);
        const mean = values.reduce((sum, value) => sum + value, 0) / draws;
        const deviation = Math.sqrt(
          values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1),
        );
        // A deviation of 600 draws is itself known to 3 %, an end of 95 % to about a tenth of a deviation.
        within(told, 0.1, deviation);
        for (const [i, part] of [0.025, 0.975].entries())
          expect(Math.abs(interval[i] - values[Math.floor(part * draws)])).toBeLessThan(0.35 * deviation);
      }
    },
  );

  it('are wider at a higher level, on the same scale', async () => {
    const at = async (level: number): Promise<number> =>
      logError((await ask({ place: 'yrd_41', level, top: 1 })).intra!.ratioInterval!);
    expect((await at(0.99)) / (await at(0.8))).toBeCloseTo(normalQuantile(0.995) / normalQuantile(0.9), 8);
  });
});
