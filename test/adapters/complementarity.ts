import {
  addedDensity,
  complementarity,
  matrixOf,
  relatednessDensity,
  valueAt,
  type DefinedMatrix,
} from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Input {
  readonly phi: number[][];
  readonly M: number[][];
  readonly regions: string[];
  readonly fields: string[];
}

const percent = (of: DefinedMatrix, row: string, column: string): number | null => {
  const { value } = valueAt(of, row, column);
  return value === null ? null : 100 * value;
};

/** Own and added density by field and on average over the fields a region lacks, "r<-s", in per cent. */
export const adapter: Adapter = {
  cases: /^complementarity-/,
  check({ inputs, expected, tolerance }) {
    const { phi, M, regions, fields } = inputs[0] as Input;
    const m = matrixOf(M, regions, fields);
    const relatedness = matrixOf(phi, fields, fields);
    const pairs = regions.flatMap((r) => regions.filter((s) => s !== r).map((s) => [r, s] as const));
    const byPair = <T>(of: (r: string, s: string) => T): Record<string, T> =>
      Object.fromEntries(pairs.map(([r, s]) => [`${r}<-${s}`, of(r, s)]));
    const own = relatednessDensity(m, relatedness, { ownField: 'in' });
    const added = (r: string, s: string): (number | null)[] => {
      const density = addedDensity(m, relatedness, r, { ownField: 'in' });
      return fields.map((field) => percent(density, s, field));
    };
    const mean = complementarity(m, relatedness, { ownField: 'in' });
    eachKey(expected, {
      relatedness_density: (due, key) =>
        close(
          regions.map((r) => fields.map((field) => percent(own, r, field))),
          due,
          tolerance.abs,
          key,
        ),
      added_density: (due, key) => close(byPair(added), due, tolerance.abs, key),
      added_over_missing_fields_mean: (due, key) =>
        close(
          byPair((r, s) => percent(mean, r, s)),
          due,
          tolerance.abs,
          key,
        ),
    });
  },
};
