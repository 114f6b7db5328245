import {
  type Complexity,
  complexity,
  matrix,
  type Matrix,
  percentileInterval,
  type SpecialisationRule,
  specialisations,
} from '../../measures/index.ts';
import type { Bilingual } from '../../base/index.ts';
import { drawnSpecialisations } from '../field-table/drawn.ts';
import { type FieldTable, specialisedCities } from '../field-table/reference.ts';
import type { UnitSums } from '../field-table/sums.ts';
import type { PlaceFigure, Specialisation, SpecialisationParams } from './question.ts';
import { NOTHING } from './quotients.ts';
import { ownComplexity } from './standing.ts';

/** Thresholds by which the answer is held, as parts of the one asked for. */
const THRESHOLDS = [0.75, 1, 1.25] as const;

export const ruleOf = ({
  threshold,
  least,
}: Pick<SpecialisationParams, 'threshold' | 'least'>): SpecialisationRule => ({ threshold, minimum: least });

/** Where a unit is specialised, as one row of its id over the fields of the baseline; nowhere where nothing can be told. */
export function ownSpecialisations(
  { units, baseline }: UnitSums,
  unit: string,
  rule: SpecialisationRule,
  told: boolean,
): Matrix {
  const fields = [...baseline.keys()];
  const own = units.get(unit)!;
  const shares = fields.map((field) => (own.get(field) ?? NOTHING).share);
  const values = new Float64Array(fields.length);
  if (told) {
    const rest = fields.map((field, j) => Math.max(0, baseline.get(field)!.share - shares[j]));
    const found = specialisations(matrix(['own', 'rest'], fields, [...shares, ...rest]), rule).matrix;
    const index = new Map(fields.map((field, j) => [field, j]));
    for (const [j, field] of found.columns.entries()) values[index.get(field)!] = found.values[j];
  }
  return matrix([unit], fields, values);
}

/** The same where works are resampled; without rows where nothing can be told. */
export function drawnOf(
  { units, baseline }: UnitSums,
  unit: string,
  given: SpecialisationParams,
  told: boolean,
): Matrix {
  const fields = [...baseline.keys()];
  if (!told) return matrix([], fields, []);
  const own = units.get(unit)!;
  const moments = [...baseline].map(([field, whole]) => {
    const { share, squares, product } = own.get(field) ?? NOTHING;
    return { totals: [share, whole.share], covariance: [squares, product, product, whole.squares] };
  });
  return drawnSpecialisations(fields, moments, ruleOf(given), given)[0];
}

/** In how many fields the place is specialised. */
export function diversityOf(
  own: Matrix,
  drawn: Matrix,
  reason: Bilingual | null,
  level: number,
): PlaceFigure {
  if (reason !== null) return { value: null, interval: null, reason };
  const width = own.columns.length;
  const counts = drawn.rows.map((_, d) => count(drawn.values.subarray(d * width, (d + 1) * width)));
  const { low, high } = percentileInterval(counts, level);
  return { value: count(own.values), interval: [low, high], reason: null };
}

const count = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Diversity, ECI and its rank at other thresholds; ECI is turned so that it agrees with that of the threshold asked for. */
export function sensitivityOf(
  asked: Complexity,
  table: FieldTable,
  sums: UnitSums,
  unit: string,
  given: SpecialisationParams,
): Specialisation['sensitivity'] {
  const previous =
    asked.reason === null ? new Map(asked.places.map((city, i) => [city, asked.eci[i]])) : undefined;
  return THRESHOLDS.map((part) => {
    const threshold = part * given.threshold;
    const rule = ruleOf({ ...given, threshold });
    const own = ownSpecialisations(sums, unit, rule, true);
    const found = part === 1 ? asked : complexity(specialisedCities(table, rule), previous);
    const { value, rank, of } = ownComplexity(found, own, matrix([], own.columns, []), given.level);
    return { threshold, diversity: count(own.values), complexity: value, rank, of };
  });
}
