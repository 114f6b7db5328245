import { type GradientTerms, gradientTerms, type QuasiIndependence } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { type LinkFilter, type LinkGroup, NO_GROUP } from '../aggregates/aggregates.ts';
import { aggregatesOf } from '../aggregates/aggregates-of.ts';
import type { Population } from '../population/population.ts';

/** Quasi-independence of one year. */
export interface YearFit {
  readonly year: number;
  readonly cities: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly strengths: readonly number[];
  readonly fit: QuasiIndependence;
}

/**
 * Sums over works of a group: a_w the weight of work w's pairs of the group, t_w that of its pairs that touch `from`,
 * b_w what w adds to the group's expected value, Σ_c (dE/dS_c)·S_wc; E itself is b.
 */
export interface InfluenceSums {
  readonly a: number;
  readonly aa: number;
  readonly t: number;
  readonly tt: number;
  readonly at: number;
  readonly b: number;
  readonly ab: number;
  readonly bb: number;
}

export interface InfluenceQuestion {
  readonly observatory: Observatory;
  readonly population: Population;
  readonly filter: LinkFilter;
  readonly fits: readonly YearFit[];
}

/**
 * The sums of every group by year, over all works of years with a fit. As a gradient is own − shared·inverse with `inverse`
 * the same for all groups, b_w = m_w − c·d_w: one pass over works for d, and for a, t and m only those works that touch
 * a group's cities (or the strongest place, where `own` is not zero either).
 */
export async function influenceByYear(
  question: InfluenceQuestion,
  groups: readonly LinkGroup[],
): Promise<Map<string, Map<number, InfluenceSums>>> {
  const { observatory, population, filter, fits } = question;
  if (groups.length === 0 || fits.length === 0) return new Map();
  const terms = groups.map((group) => fits.map((year) => termsOf(year, group)));
  const years = fits.map(({ year, cities }, y) => ({
    ...{ year, cities },
    inverse: terms[0][y].gradient.inverse,
    own: terms.map((group) => group[y].gradient.own),
  }));
  const rows = await aggregatesOf(observatory, population).influence({ filter, groups, years });
  const found = new Map(rows.map((row) => [`${row.g}|${row.year}`, row]));
  const ofYear = (g: number, y: number): InfluenceSums => {
    const { year } = fits[y];
    const { expected, gradient } = terms[g][y];
    const c = gradient.shared;
    const spread = c * c * (found.get(`${NO_GROUP}|${year}`)?.mm ?? 0);
    const row = found.get(`${g}|${year}`);
    if (row === undefined) return { ...NO_SUMS, b: expected, bb: spread };
    const { a, aa, t, tt, at } = row;
    return { a, aa, t, tt, at, b: expected, ab: row.am - c * row.ad, bb: spread + row.mm - 2 * c * row.md };
  };
  return new Map(groups.map(({ id }, g) => [id, new Map(fits.map(({ year }, y) => [year, ofYear(g, y)]))]));
}

const NO_SUMS: InfluenceSums = { a: 0, aa: 0, t: 0, tt: 0, at: 0, b: 0, ab: 0, bb: 0 };

/** The sums of several years, which have no work in common. */
export function overYears(years: readonly InfluenceSums[]): InfluenceSums {
  const add = (of: keyof InfluenceSums): number => years.reduce((sum, year) => sum + year[of], 0);
  return {
    a: add('a'),
    aa: add('aa'),
    t: add('t'),
    tt: add('tt'),
    at: add('at'),
    b: add('b'),
    ab: add('ab'),
    bb: add('bb'),
  };
}

interface GroupTerms {
  readonly expected: number;
  readonly gradient: GradientTerms;
}

/** Expected weight of a group in one year, a_R·a_Q or Σ_{i<j} a_i·a_j, and its gradient by the strengths. */
function termsOf({ fit, index }: YearFit, { from, to }: LinkGroup): GroupTerms {
  const byA = new Float64Array(fit.a.length);
  const at = (cities: readonly string[]): number[] => cities.flatMap((city) => index.get(city) ?? []);
  const sum = (places: readonly number[]): number => places.reduce((total, i) => total + fit.a[i], 0);
  const here = at(from);
  const a = sum(here);
  let expected = 0;
  if (to === null) {
    for (const i of here) {
      byA[i] = a - fit.a[i];
      expected += (fit.a[i] * byA[i]) / 2;
    }
  } else {
    const there = at(to);
    const b = sum(there);
    for (const i of here) byA[i] = b;
    for (const i of there) byA[i] = a;
    expected = a * b;
  }
  return { expected, gradient: gradientTerms(fit, byA)! };
}
