import { coneSupport, nullDirections, wholeNumbers } from './exact-cone.ts';
import type { Sample } from '../ppml/sample.ts';

/** Rows times columns squared, of an elimination, and of the linear programme after it: what takes about a second at most. */
const MOST_ELIMINATION = 1_000_000;
const MOST_PROGRAMME = 20_000;

/** What an exact search says. */
export interface ExactSeparation {
  /** 1 for each row that is separated. */
  readonly marks: Uint8Array;
  /** How many independent combinations of regressors are 0, with effects, wherever the outcome is above 0. */
  readonly nullity: number;
}

/**
 * The rows that are separated, exactly: every number is a whole number times a power of two, so that elimination and a linear
 * programme need no rounding. null where they would take long.
 */
export function exactSeparation(sample: Sample): ExactSeparation | null {
  const { y, x, dimensions } = sample;
  const levels = dimensions.reduce((sum, dimension) => sum + dimension.levels, 0);
  const width = x.length + levels;
  const columns = x.map(wholeNumbers);
  const rowOf = (i: number): bigint[] => {
    const row = [...columns.map((column) => column[i]), ...new Array<bigint>(levels).fill(0n)];
    for (const level of levelsOf(sample, i)) row[x.length + level] += 1n;
    return row;
  };
  const above = distinct(sample, (value) => value > 0);
  if (above.size * width ** 2 > MOST_ELIMINATION) return null;
  const rows = Array.from(above.values(), ([i]) => rowOf(i));
  const directions = nullDirections(rows, width);
  const effectsOnly = nullDirections(
    rows.map((row) => row.slice(x.length)),
    levels,
  );
  const zeros = distinct(sample, (value) => !(value > 0));
  if (zeros.size * directions.length ** 2 > MOST_PROGRAMME) return null;
  const alike = [...zeros.values()];
  const products = alike.map(([i]) => {
    const row = rowOf(i);
    return directions.map((direction) => direction.reduce((sum, part, k) => sum + part * row[k], 0n));
  });
  const marks = new Uint8Array(y.length);
  for (const [at, supported] of coneSupport(products).entries())
    if (supported) for (const i of alike[at]) marks[i] = 1;
  return { marks, nullity: directions.length - effectsOnly.length };
}

/** Rows with such an outcome, those with the same regressors and levels together. */
function distinct(sample: Sample, has: (y: number) => boolean): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let i = 0; i < sample.y.length; i++) {
    if (!has(sample.y[i])) continue;
    const key = [...sample.x.map((column) => column[i]), ...levelsOf(sample, i)].join();
    const alike = found.get(key);
    if (alike === undefined) found.set(key, [i]);
    else alike.push(i);
  }
  return found;
}

/** The levels of a row, numbered through all dimensions; one that stands at both ends twice. */
function levelsOf({ dimensions }: Sample, i: number): number[] {
  const own: number[] = [];
  let offset = 0;
  for (const { first, second, levels } of dimensions) {
    own.push(offset + first[i]);
    if (second !== null) own.push(offset + second[i]);
    offset += levels;
  }
  return own;
}
