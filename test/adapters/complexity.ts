import { expect } from 'vitest';
import {
  complexity,
  complexityOutlook,
  diversity,
  locationQuotients,
  matrixOf,
  pearson,
  proximity,
  reflections,
  relatednessDensity,
  specialisations,
  ubiquity,
  valueAt,
  type Matrix,
} from '../../src/measures/index.ts';
import type { Adapter, ReferenceCase } from '../adapter.ts';
import { close, eachKey, numbers } from '../reference.ts';

interface Binary {
  readonly rows: string[];
  readonly cols: string[];
  readonly M: number[][];
}

function defined(m: Matrix) {
  const found = complexity(m);
  if (found.reason !== null) throw new Error(`complexity is not identified: ${found.reason}`);
  return found;
}

/** A small M as the paper has it, with EconGeo's vectors up to the sign and scale that it gives them. */
function checkBinaryCase({ inputs, expected, tolerance }: ReferenceCase): void {
  const { rows, cols, M } = inputs[0] as Binary;
  const m = matrixOf(M, rows, cols);
  const found = defined(m);
  const near = (actual: ArrayLike<number>) => (due: unknown, key: string) =>
    close(Array.from(actual), due, tolerance.abs, key);
  /** Standardised, and turned to agree. */
  const alike = (actual: ArrayLike<number>) => (due: number[], key: string) => {
    const sign = Math.sign(pearson(actual, due).value!);
    close(
      standardised(Array.from(actual, (x) => sign * x)),
      standardised(due),
      'econgeo_abs' in tolerance ? tolerance.econgeo_abs : tolerance.abs,
      key,
    );
  };
  eachKey(expected, {
    diversity: near(diversity(m)),
    ubiquity: near(ubiquity(m)),
    k_c1: near(reflections(m, 1).ofPlaces),
    k_c2: near(reflections(m, 2).ofPlaces),
    k_p1: near(reflections(m, 1).ofFields),
    k_p2: near(reflections(m, 2).ofFields),
    eigenvalues: (due: number[], key) =>
      close(
        due.map((_, i) => found.eigenvalues[i] ?? 0),
        due,
        tolerance.abs,
        key,
      ),
    corr_diversity_eci: (due, key) => close(pearson(found.eci, diversity(m)).value, due, tolerance.abs, key),
    eci_standardised_pop_sd: near(found.eci),
    pci_scaled_by_eci: near(found.pci),
    econgeo_KCI_sum1: alike(found.eci),
    econgeo_TCI_sum1: alike(found.pci),
  });
}

function standardised(x: readonly number[]): number[] {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const deviation = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length);
  return x.map((value) => (value - mean) / deviation);
}

interface Expected {
  readonly rows: Readonly<Record<string, readonly (string | number | null)[]>>;
  readonly proximity: Readonly<Record<string, readonly (string | number)[]>>;
}

/** A table of counts as py-ecomplexity works it out, row by row. */
function checkCounts({ inputs, expected, tolerance }: ReferenceCase): void {
  const { city, field } = inputs[0] as Record<string, string[]>;
  const n = numbers(inputs[0], 'n');
  const [cities, fields] = [[...new Set(city)].sort(), [...new Set(field)].sort()];
  const counts = cities.map(() => fields.map(() => 0));
  for (const [i, value] of n.entries()) counts[cities.indexOf(city[i])][fields.indexOf(field[i])] += value;
  const x = matrixOf(counts, cities, fields);
  const quotients = locationQuotients(x);
  const m = specialisations(x).matrix;
  const found = defined(m);
  const phi = proximity(m);
  const density = relatednessDensity(m, phi.matrix, { ownField: 'in' });
  const own = m.columns.map((name) => found.uncentredPci[found.fields.indexOf(name)]);
  const outlook = complexityOutlook(m, phi.matrix, own, { ownField: 'in' });
  const [k, l] = [diversity(m), ubiquity(m)];
  const { rows, proximity: pairs } = expected as Expected;
  const byRow = (of: (c: string, p: string) => number | null) => (due: readonly unknown[], key: string) =>
    due.forEach((value, i) =>
      close(of(String(rows.city[i]), String(rows.field[i])), value, tolerance.abs, `${key} ${i}`),
    );
  const cityAt = (values: ArrayLike<number>, names: readonly string[]) =>
    byRow((c) => (names.includes(c) ? values[names.indexOf(c)] : null));
  const fieldAt = (values: ArrayLike<number>, names: readonly string[]) =>
    byRow((_, p) => (names.includes(p) ? values[names.indexOf(p)] : null));
  eachKey(expected, {
    rows: () =>
      eachKey(rows, {
        city: (due: string[]) => expect(new Set(due)).toEqual(new Set(cities)),
        field: (due: string[]) => expect(new Set(due)).toEqual(new Set(fields)),
        n: byRow((c, p) => counts[cities.indexOf(c)][fields.indexOf(p)]),
        rca: byRow((c, p) => valueAt(quotients, c, p).value),
        mcp: byRow((c, p) => m.values[m.rows.indexOf(c) * m.columns.length + m.columns.indexOf(p)]),
        diversity: cityAt(k, m.rows),
        ubiquity: fieldAt(l, m.columns),
        eci: cityAt(found.eci, found.places),
        pci: fieldAt(found.pci, found.fields),
        density: byRow((c, p) => valueAt(density, c, p).value),
        coi: cityAt(standardised([...outlook.index]), m.rows),
        cog: byRow((c, p) => valueAt(outlook.gain, c, p).value),
      }),
    proximity: () =>
      eachKey(pairs, {
        field_1: (due: string[]) => expect(due.every((name) => fields.includes(name))).toBe(true),
        field_2: (due: string[]) => expect(due.every((name) => fields.includes(name))).toBe(true),
        proximity: (due: number[], key) =>
          due.forEach((value, i) =>
            close(
              valueAt(phi, String(pairs.field_1[i]), String(pairs.field_2[i])).value,
              value,
              tolerance.abs,
              `${key} ${i}`,
            ),
          ),
      }),
  });
}

/** Complexity: of a given M, or of a table of counts. */
export const adapter: Adapter = {
  cases: /^eci-/,
  check(reference) {
    if (Object.hasOwn(reference.inputs[0] as object, 'M')) checkBinaryCase(reference);
    else checkCounts(reference);
  },
};
