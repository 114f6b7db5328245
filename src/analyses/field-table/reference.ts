import { at, matrix, type Matrix, type SpecialisationRule, specialisations } from '../../measures/index.ts';
import type { CityField } from './sums.ts';

/** From fewer cities than this, nothing is said of which fields go together. */
export const LEAST_CITIES = 10;

const ELSEWHERE = 'elsewhere';

/** Shares of cities by field, those of all other cities together in a last row. */
export interface FieldTable {
  readonly shares: Matrix;
  /** Cities with enough works, in order of their ids. */
  readonly enough: readonly string[];
}

/** The table of the cities with enough works and of those asked about (with any Share); fields in order of their numbers. */
export function fieldTable(rows: readonly CityField[], enough: number, asked: readonly string[]): FieldTable {
  const works = new Map<string, number>();
  for (const row of rows) works.set(row.city, (works.get(row.city) ?? 0) + row.works);
  const many = [...works].flatMap(([city, n]) => (n >= enough ? [city] : []));
  const own = new Set([...many, ...asked.filter((city) => works.has(city))]);
  const cities = [...works.keys()].filter((city) => own.has(city));
  const fields = [...new Set(rows.map(({ field }) => field))].sort((a, b) => Number(a) - Number(b));
  const rowAt = new Map(cities.map((city, i) => [city, i]));
  const fieldAt = new Map(fields.map((field, j) => [field, j]));
  const values = new Float64Array((cities.length + 1) * fields.length);
  for (const { city, field, share } of rows)
    values[(rowAt.get(city) ?? cities.length) * fields.length + fieldAt.get(field)!] += share;
  return { shares: matrix([...cities, ELSEWHERE], fields, values), enough: many };
}

/** Where the cities of a table are specialised, 0 or 1, all fields of the table as columns. */
export function specialisedCities({ shares }: FieldTable, rule: SpecialisationRule): Matrix {
  const found = specialisations(shares, rule).matrix;
  return rowsOfMatrix(
    found,
    found.rows.filter((name) => name !== ELSEWHERE),
  );
}

/** Some rows of a matrix, in the order given. */
export function rowsOfMatrix(m: Matrix, names: readonly string[]): Matrix {
  const index = new Map(m.rows.map((name, i) => [name, i]));
  const values = new Float64Array(names.length * m.columns.length);
  for (const [i, name] of names.entries()) {
    const row = index.get(name)!;
    values.set(m.values.subarray(row * m.columns.length, (row + 1) * m.columns.length), i * m.columns.length);
  }
  return matrix(names, m.columns, values);
}

/** Some columns of a matrix, in the order given; a column that it lacks is 0 everywhere. */
export function columnsOfMatrix(m: Matrix, names: readonly string[]): Matrix {
  const index = new Map(m.columns.map((name, j) => [name, j]));
  const from = names.map((name) => index.get(name) ?? -1);
  const values = m.rows.flatMap((_, i) => from.map((j) => (j < 0 ? 0 : at(m, i, j))));
  return matrix(m.rows, names, values);
}

/** The specialisations that say which fields go together, and whether the places asked about are among them. */
export interface Relating {
  readonly m: Matrix;
  readonly cities: readonly string[];
  readonly withOwn: boolean;
}

/**
 * Of the cities with enough works, those outside the places asked about: what is near to what a place does must not be
 * told from the place itself. Where they are too few, all of them; where these are too few as well, null.
 */
export function relatingCities(
  m: Matrix,
  enough: readonly string[],
  own: readonly string[],
): Relating | null {
  const mine = new Set(own);
  const present = new Set(m.rows);
  const all = enough.filter((city) => present.has(city));
  const outside = all.filter((city) => !mine.has(city));
  if (outside.length >= LEAST_CITIES) return { m: rowsOfMatrix(m, outside), cities: outside, withOwn: false };
  return all.length >= LEAST_CITIES ? { m: rowsOfMatrix(m, all), cities: all, withOwn: true } : null;
}
