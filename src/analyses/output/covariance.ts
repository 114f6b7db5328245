import { type Stratum, stratifiedCovariance } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { ALL_YEARS, type UnitChoice, type YearOutput } from '../aggregates/aggregates.ts';
import { aggregatesOf } from '../aggregates/aggregates-of.ts';
import type { Population } from '../population/population.ts';
import type { Unit } from './rank-neighbourhood.ts';

/**
 * With so many works in every place, what the tables round off (half a unit of 2⁻³⁰ a work) is lost in a variance.
 * Below it the covariance may be singular, because there are fewer works than places, and rounding would break it:
 * there products are summed exactly, work by work, which is cheap as those places have few.
 */
const ENOUGH_WORKS = 1000;

export interface CovarianceQuestion {
  readonly population: Population;
  readonly choice: UnitChoice;
  readonly units: readonly Unit[];
  readonly by: 'share' | 'count';
  readonly rows: readonly YearOutput[];
  /** N(base)/N(year) of every year where years are adjusted; null where all years are one set of works. */
  readonly weights: ReadonlyMap<number, number> | null;
}

/**
 * Covariance of the units' totals over resampled works, n × n: for a fixed number of works over all years together, or
 * in every year where years are adjusted. Products from the tables where all units are of one kind and have enough
 * works; work by work otherwise.
 */
export async function covarianceOf(
  observatory: Observatory,
  question: CovarianceQuestion,
): Promise<Float64Array> {
  const { population, choice, units, by, rows, weights } = question;
  const n = units.length;
  if (n === 0) return new Float64Array(0);
  const isOfLinks = fromLinks(question);
  const products = await aggregatesOf(observatory, population).products({
    ...{ choice, units, by },
    years: weights === null ? 'added' : 'apart',
    from: isOfLinks ? 'links' : 'works',
  });
  const index = new Map(units.map(({ id }, i) => [id, i]));
  const strata = new Map<number, Stratum & { totals: Float64Array; products: Float64Array }>();
  const stratum = (year: number, works: number, weight: number): void => {
    const own = products.get(year) ?? new Float64Array(n * n);
    strata.set(year, { totals: new Float64Array(n), products: own, works, weight });
  };
  if (weights === null) stratum(ALL_YEARS, population.works, 1);
  else for (const [year, works] of population.worksByYear) stratum(year, works, weights.get(year)!);
  for (const row of rows) {
    const i = index.get(row.unit);
    if (i === undefined) continue;
    const of = strata.get(weights === null ? ALL_YEARS : row.year)!;
    of.totals[i] += row[by];
    if (isOfLinks) of.products[i * n + i] += by === 'share' ? row.shareSquared : row.count;
  }
  return stratifiedCovariance([...strata.values()]);
}

function fromLinks({ population, units }: CovarianceQuestion): boolean {
  const [{ kind }] = units;
  return (
    population.aggregated &&
    kind !== 'adhoc' &&
    units.every((unit) => unit.kind === kind && unit.works >= ENOUGH_WORKS)
  );
}
