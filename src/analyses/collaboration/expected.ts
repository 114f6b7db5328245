import { z } from 'zod';
import { interval, reason } from '../result/values.ts';
import type { Reason } from '../../base/index.ts';
import { expectedPair, quasiIndependence } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { LinkFilter, LinkGroup } from '../aggregates/aggregates.ts';
import { aggregatesOf } from '../aggregates/aggregates-of.ts';
import { ratioEstimate } from '../output/estimate.ts';
import { influenceByYear, type InfluenceQuestion, type InfluenceSums, overYears } from './influence.ts';
import type { Population } from '../population/population.ts';
import type { Years } from '../population/year-windows.ts';

export const observedExpected = z
  .object({
    observed: z.number().describe('Weight 1/(k−1) observed, over years that have an expectation'),
    expected: z.number().nullable(),
    ratio: z.number().nullable(),
    ratioInterval: interval,
    reason: reason.describe('Why there is no ratio, or no interval of it'),
    intraShare: z
      .number()
      .nullable()
      .describe('Inside of a region only: its part of the weight of all pairs that touch it'),
    intraShareInterval: interval,
    intraShareReason: reason.describe('Why there is no intra share, or no interval of it'),
    expectedShare: z.number().nullable().describe('The intra share as expected'),
  })
  .readonly();
export type ObservedExpected = z.output<typeof observedExpected>;

/** Quasi-independence on weight 1/(k−1) over all cities with a link, one fit a year (METHODS §2, null model b). */
export class Expectation {
  private constructor(
    private readonly question: InfluenceQuestion,
    /** Years without an expectation, left out of observed and expected alike. */
    readonly without: readonly { readonly year: number; readonly reason: Reason }[],
  ) {}

  static async of(
    observatory: Observatory,
    population: Population,
    filter: LinkFilter,
  ): Promise<Expectation> {
    const rows = await aggregatesOf(observatory, population).strengths(filter);
    const byYear = new Map<number, { cities: string[]; strengths: number[] }>();
    for (const { year, city, strength } of rows) {
      let one = byYear.get(year);
      if (one === undefined) byYear.set(year, (one = { cities: [], strengths: [] }));
      one.cities.push(city);
      one.strengths.push(strength);
    }
    const fits: InfluenceQuestion['fits'][number][] = [];
    const without: { year: number; reason: Reason }[] = [];
    for (const [year, one] of byYear) {
      const fit = quasiIndependence(one.strengths);
      if (fit.reason === null)
        fits.push({ year, ...one, index: new Map(one.cities.map((city, i) => [city, i])), fit });
      else without.push({ year, reason: fit.reason });
    }
    return new Expectation({ observatory, population, filter, fits }, without);
  }

  /** Years that have an expectation. */
  get years(): readonly number[] {
    return this.question.fits.map(({ year }) => year);
  }

  /** Expected weight of one pair of cities, Σ a_i·a_j over years; null where no year has an expectation. */
  ofPair(a: string, b: string): number | null {
    const { fits } = this.question;
    if (fits.length === 0) return null;
    let sum = 0;
    for (const { fit, index } of fits) {
      const [i, j] = [index.get(a), index.get(b)];
      if (i !== undefined && j !== undefined) sum += expectedPair(fit, i, j)!;
    }
    return round(sum);
  }

  /** Observed and expected weight of each group, with intervals by linearisation over works. */
  async compare(groups: readonly LinkGroup[], level: number): Promise<Map<string, ObservedExpected>> {
    const all = await this.compareWindows(groups, [EVER], level);
    return new Map([...all].map(([id, [one]]) => [id, one]));
  }

  /** The same in each of several windows of years, of one pass over works. */
  async compareWindows(
    groups: readonly LinkGroup[],
    windows: readonly Years[],
    level: number,
  ): Promise<Map<string, ObservedExpected[]>> {
    const sums = await influenceByYear(this.question, groups);
    return new Map(
      groups.map((group) => [
        group.id,
        windows.map((window) => {
          const years = [...(sums.get(group.id) ?? [])].filter(([year]) => isIn(year, window));
          const own = years.length === 0 ? undefined : overYears(years.map(([, one]) => one));
          return this.answer(group, own, window, level);
        }),
      ]),
    );
  }

  private answer(
    group: LinkGroup,
    sums: InfluenceSums | undefined,
    window: Years,
    level: number,
  ): ObservedExpected {
    if (sums === undefined) {
      const reason = this.without.find(({ year }) => isIn(year, window))?.reason ?? 'no links';
      const inside = { ...NO_INSIDE, intraShareReason: reason };
      return { observed: 0, expected: null, ratio: null, ratioInterval: null, reason, ...inside };
    }
    const { a, b, aa, ab, bb } = sums;
    const { works } = this.question.population.within(window);
    // Sums of floats differ in their last digits with the order of rows; what is told does not.
    const ratio = ratioEstimate({ a, b, aa, ab, bb }, works, level, 'log');
    const comparison = {
      observed: round(a),
      expected: round(b),
      ratio: ratio.value,
      ratioInterval: ratio.interval,
      reason: ratio.reason,
    };
    if (group.to !== null) return { ...comparison, ...NO_INSIDE };
    const { t, tt, at } = sums;
    const share = ratioEstimate({ a, b: t, aa, ab: at, bb: tt }, works, level, 'logit');
    const touching = this.ends(group.from, window) - b;
    return {
      ...comparison,
      intraShare: share.value,
      intraShareInterval: share.interval,
      intraShareReason: share.reason,
      expectedShare: touching > 0 ? round(b / touching) : null,
    };
  }

  /** Σ of the strengths of some cities: pairs inside twice, pairs across once, observed and expected alike. */
  private ends(cities: readonly string[], window: Years): number {
    let sum = 0;
    for (const year of this.question.fits.filter((one) => isIn(one.year, window)))
      for (const city of cities) {
        const i = year.index.get(city);
        if (i !== undefined) sum += year.strengths[i];
      }
    return sum;
  }
}

const EVER: Years = { from: -Infinity, to: Infinity };
const isIn = (year: number, { from, to }: Years): boolean => year >= from && year <= to;

const NO_INSIDE = {
  intraShare: null,
  intraShareInterval: null,
  intraShareReason: 'not asked of a region' as const,
  expectedShare: null,
};
const round = (value: number): number => Number(value.toPrecision(12));
