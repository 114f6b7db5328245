import type { Observatory } from '../../observatory/index.ts';
import { type CountingName, COUNTING_COLUMN, type LinkFilter, pick } from '../collaboration/counting.ts';
import { Expectation } from '../collaboration/expected.ts';
import { FEW_JOINT_WORKS } from '../links/question.ts';
import type { Population } from '../population/population.ts';
import type { Pair } from '../aggregates/aggregates.ts';
import type { JointWork } from './joint-works.ts';
import { LINKS_WITH_INTERVAL, type NetworkLink } from './question.ts';
import { RATIO_REASONS } from './texts.ts';

interface Asked {
  readonly filter: LinkFilter;
  readonly counting: CountingName;
  readonly level: number;
}

/** The links of a network, and the years that have no expectation. */
export interface ComparedLinks {
  readonly links: readonly NetworkLink[];
  readonly yearsWithout: readonly number[];
}

/**
 * The links with what was to be expected of them, as `links` has it: quasi-independence over all cities of the
 * observatory. Observed over expected is on weight 1/(k−1) whatever the counting, over years that have an expectation;
 * the strongest links have an interval, by linearisation over works.
 */
export async function comparedLinks(
  observatory: Observatory,
  population: Population,
  pairs: readonly Pair[],
  cities: readonly string[],
  works: readonly JointWork[],
  { filter, counting, level }: Asked,
): Promise<ComparedLinks> {
  const expectation = await Expectation.of(observatory, population, filter);
  const years = new Set(expectation.years);
  const observed = observedWeights(works, cities, years);
  const compared = await expectation.compare(
    pairs.slice(0, LINKS_WITH_INTERVAL).map(({ a, b }) => ({ id: `${a}|${b}`, from: [a], to: [b] })),
    level,
  );
  const links = pairs.map((pair): NetworkLink => {
    const { a, b } = pair;
    const joint = pick(pair, 'works', filter);
    const expected = expectation.ofPair(a, b);
    const interval = compared.get(`${a}|${b}`)?.ratioInterval ?? null;
    const ratio =
      expected === null || expected === 0 ? null : rounded((observed.get(`${a}|${b}`) ?? 0) / expected);
    return {
      ...{ a, b, works: joint, expected, ratio },
      weight: settled(pick(pair, COUNTING_COLUMN[counting], filter)),
      ratioInterval: ratio === null ? null : interval,
      reason: whyNot(expected, interval !== null, compared.has(`${a}|${b}`)),
      fewWorks: joint < FEW_JOINT_WORKS,
    };
  });
  return { links, yearsWithout: expectation.without.map(({ year }) => year) };
}

function whyNot(expected: number | null, hasInterval: boolean, asked: boolean): NetworkLink['reason'] {
  if (expected === null) return RATIO_REASONS.noExpectation;
  if (expected === 0) return RATIO_REASONS.nothingExpected;
  if (hasInterval) return null;
  return asked ? RATIO_REASONS.noVariation : RATIO_REASONS.notAsked;
}

/** Weight 1/(k−1) of each link over the given years. */
function observedWeights(
  works: readonly JointWork[],
  cities: readonly string[],
  years: ReadonlySet<number>,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { year, a, b, k } of works) {
    if (!years.has(year)) continue;
    const id = `${cities[a]}|${cities[b]}`;
    sums.set(id, (sums.get(id) ?? 0) + 1 / (k - 1));
  }
  return sums;
}

/**
 * A weight to a millionth of a work. Tables round each work to 2⁻³⁰: what is left of that would tell two weights apart that
 * are one, such as 1/3 + 1/3 + 1/3 and 1, and with them shortest paths that share.
 */
function settled(weight: number): number {
  return Number(weight < 1e-3 ? weight.toPrecision(4) : weight.toFixed(6));
}

/** Sums of floats differ in their last digits with the order of rows; what is told must not. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
