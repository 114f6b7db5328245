import { givenRows } from '../../engine/dialect.ts';
import { sql } from '../../engine/sql.ts';
import { at, complementarity, matrix, type Matrix, percentileInterval } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { Baseline } from '../field-table/baseline.ts';
import { drawnSpecialisations } from '../field-table/drawn.ts';
import { fieldParts } from '../field-table/level.ts';
import { rowsOfMatrix } from '../field-table/reference.ts';
import { round } from '../field-table/round.ts';
import { type FieldSums, unitSums } from '../field-table/sums.ts';
import { sumOfProducts } from '../aggregates/sql/outputs.ts';
import type { Population } from '../population/population.ts';
import type { ComplementarityParams } from './question.ts';

type Pair = readonly [string, string];
type Interval = readonly [number, number] | null;

/** Intervals of what b would bring to a and a to b. */
export interface PairIntervals {
  readonly toA: Interval;
  readonly toB: Interval;
}

/**
 * Intervals of the complementarity of pairs of cities: the Shares of the two and of the baseline are drawn together from
 * their covariance over works, field by field, relatedness held as it is.
 */
export async function pairIntervals(
  observatory: Observatory,
  population: Population,
  baseline: Baseline,
  given: ComplementarityParams,
  pairs: readonly Pair[],
  phi: Matrix,
): Promise<PairIntervals[]> {
  const cities = [...new Set(pairs.flat())];
  const members = new Map(cities.map((city) => [city, [city]]));
  const sums = await unitSums(observatory, population, given.of, baseline, members);
  const joint = await jointProducts(observatory, population, given.of, pairs);
  const fields = [...sums.baseline.keys()];
  const rule = { threshold: given.threshold, minimum: given.least };
  return pairs.map(([a, b], k) => {
    const moments = fields.map((field) => {
      const whole = sums.baseline.get(field)!;
      const [x, y] = [a, b].map((city) => sums.units.get(city)!.get(field) ?? NOTHING);
      const xy = joint.get(`${k}|${field}`) ?? 0;
      return {
        totals: [x.share, y.share, whole.share],
        covariance: [
          ...[x.squares, xy, x.product],
          ...[xy, y.squares, y.product],
          ...[x.product, y.product, whole.squares],
        ],
      };
    });
    const [ofA, ofB] = drawnSpecialisations(fields, moments, rule, given);
    return intervalsOf(ofA, ofB, phi, given.level);
  });
}

const NOTHING: FieldSums = { works: 0, share: 0, squares: 0, product: 0 };

/** Draws at a time: all of them with all others would be asked otherwise, and only those of one number are wanted. */
const TOGETHER = 20;

/** Draw d of a against draw d of b. */
function intervalsOf(ofA: Matrix, ofB: Matrix, phi: Matrix, level: number): PairIntervals {
  const [toA, toB]: [number[], number[]] = [[], []];
  for (let from = 0; from < ofA.rows.length; from += TOGETHER) {
    const draws = ofA.rows.slice(from, from + TOGETHER);
    const [a, b] = [ofA, ofB].map((m) => rowsOfMatrix(m, draws).values);
    const names = [...draws.map((d) => `a${d}`), ...draws.map((d) => `b${d}`)];
    const { matrix: found } = complementarity(matrix(names, ofA.columns, [...a, ...b]), phi, {
      ownField: 'out',
    });
    for (const [receiver, name] of found.rows.entries()) {
      const giver = names.indexOf(`${name.startsWith('a') ? 'b' : 'a'}${name.slice(1)}`);
      (name.startsWith('a') ? toA : toB).push(at(found, receiver, giver));
    }
  }
  const ends = (values: readonly number[]): Interval => {
    if (values.length === 0) return null;
    const { low, high } = percentileInterval(values, level);
    return [round(low), round(high)];
  };
  return { toA: ends(toA), toB: ends(toB) };
}

/** Σ over works of s_a·s_b by field, of pairs by their place in the list. */
async function jointProducts(
  observatory: Observatory,
  population: Population,
  level: ComplementarityParams['of'],
  pairs: readonly Pair[],
): Promise<ReadonlyMap<string, number>> {
  const rows = pairs.map(([a, b], k) => ({ k, a, b }));
  const found = await observatory.query<{ k: number; field: string; product: number }>(sql`
    WITH pairs AS (${givenRows(rows, { k: 'INTEGER', a: 'VARCHAR', b: 'VARCHAR' })}),
    parts AS (${fieldParts(population, level, sql`SELECT a FROM pairs UNION SELECT b FROM pairs`)})
    SELECT p.k, CAST(x.field AS VARCHAR) AS field, ${sumOfProducts(sql`x.share`, sql`y.share`)} AS product
    FROM pairs p JOIN parts x ON x.city = p.a JOIN parts y ON y.city = p.b AND y.work = x.work
    GROUP BY p.k, x.field ORDER BY p.k, x.field`);
  return new Map(found.map(({ k, field, product }) => [`${k}|${field}`, product]));
}
