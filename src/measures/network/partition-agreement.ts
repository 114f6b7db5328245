import { checkKind } from '../arguments.ts';
import { known, quotient, unknown, type Quantity } from '../quantity.ts';

/** How far two partitions of the same things agree; a and b name the group of each thing. */
export interface PartitionAgreement {
  readonly n: number;
  /** Pairs of things that both put together, or both apart, of all pairs: high by chance alone. Needs two things. */
  readonly rand: Quantity;
  /** (Rand − expected)/(most − expected): 0 by chance, 1 for the same partition, below 0 for worse than chance. */
  readonly adjustedRand: Quantity;
  /** In nats. */
  readonly mutualInformation: number;
  /** Over a mean of both entropies: the more groups, the higher, by chance too. */
  readonly normalisedInformation: Quantity;
  /** (MI − expected)/(mean of entropies − expected): 0 by chance, 1 for the same partition. */
  readonly adjustedInformation: Quantity;
  /** MI/H(a): whether a group of b holds things of one group of a only; and MI/H(b), the other way round. */
  readonly homogeneity: Quantity;
  readonly completeness: Quantity;
}

/** The mean of the two entropies that information is held against. */
export type EntropyMean = 'arithmetic' | 'geometric' | 'min' | 'max';

const MEANS: Readonly<Record<EntropyMean, (x: number, y: number) => number>> = {
  arithmetic: (x, y) => (x + y) / 2,
  geometric: (x, y) => Math.sqrt(x * y),
  min: Math.min,
  max: Math.max,
};

/**
 * Agreement of two partitions: how much does a delineation change when the radius or a boundary does? Groups need no names
 * in common. Read the adjusted ones: the others rise with the number of groups. Adjusted for chance with the sizes of
 * groups held (hypergeometric). Unassigned things (the noise of `dbscan`) count as a group if they are given one name, and
 * as groups of their own if each has its own: say which.
 *
 * Undefined where both partitions are trivial in the same way (one group, or each thing alone), and information measures
 * where a partition that divides them has one group.
 *
 * Sources: Rand 1971, JASA 66:846; Hubert & Arabie 1985, Journal of Classification 2:193; Vinh, Epps & Bailey 2010, Journal
 * of Machine Learning Research 11:2837; Rosenberg & Hirschberg 2007.
 *
 * @throws RangeError for lists of different lengths, or another mean
 */
export function partitionAgreement(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
  mean: EntropyMean = 'arithmetic',
): PartitionAgreement {
  checkKind('a', a, 'list');
  checkKind('b', b, 'list');
  if (a.length !== b.length) throw new RangeError(`a has ${a.length} groups, b has ${b.length}`);
  if (!Object.hasOwn(MEANS, mean))
    throw new RangeError(`mean must be one of ${Object.keys(MEANS).join(', ')}, got ${mean as string}`);
  const n = a.length;
  const { cells, rows, columns } = contingency(a, b);
  const [together, inA, inB] = [pairsIn(cells), pairsIn(rows), pairsIn(columns)];
  const all = (n * (n - 1)) / 2;
  const trivial = rows.length === columns.length && (rows.length <= 1 || rows.length === n);
  const nothing = unknown('both partitions are trivial, and agree whatever is there', 'constant');
  const expected = all === 0 ? 0 : (inA * inB) / all;
  const [ha, hb, joint] = [entropy(rows, n), entropy(columns, n), entropy(cells, n)];
  const information = Math.max(0, ha + hb - joint);
  const top = MEANS[mean](ha, hb);
  const byChance = trivial ? 0 : expectedInformation(rows, columns, n);
  const none = 'a partition has one group only, and no entropy';
  return Object.freeze({
    n,
    rand: quotient(all + 2 * together - inA - inB, all, 'fewer than two things', 'too-few'),
    adjustedRand: trivial ? nothing : known((together - expected) / ((inA + inB) / 2 - expected)),
    mutualInformation: information,
    normalisedInformation: quotient(information, top, none, 'constant'),
    adjustedInformation: trivial
      ? nothing
      : quotient(information - byChance, settle(top - byChance, top), none, 'constant'),
    homogeneity: quotient(information, ha, none, 'constant'),
    completeness: quotient(information, hb, none, 'constant'),
  });
}

/** A difference that rounding alone has left is 0. */
function settle(difference: number, size: number): number {
  return Math.abs(difference) <= 1e-14 * Math.max(1, size) ? 0 : difference;
}

/** Sizes of the groups of a, of b, and of what they share (empty ones left out). */
function contingency(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): { cells: number[]; rows: number[]; columns: number[] } {
  const rows = new Map<string | number, number>();
  const columns = new Map<string | number, number>();
  const cells = new Map<string | number, Map<string | number, number>>();
  for (const [i, group] of a.entries()) {
    const other = b[i];
    rows.set(group, (rows.get(group) ?? 0) + 1);
    columns.set(other, (columns.get(other) ?? 0) + 1);
    const row = cells.get(group) ?? new Map<string | number, number>();
    cells.set(group, row.set(other, (row.get(other) ?? 0) + 1));
  }
  return {
    cells: [...cells.values()].flatMap((row) => [...row.values()]),
    rows: [...rows.values()],
    columns: [...columns.values()],
  };
}

function pairsIn(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

function entropy(sizes: readonly number[], n: number): number {
  return sizes.reduce((sum, size) => sum - (size / n) * Math.log(size / n), 0);
}

/** E[MI] of partitions with these sizes of groups, dealt out by chance (Vinh et al. 2010, formula 24a). */
function expectedInformation(rows: readonly number[], columns: readonly number[], n: number): number {
  const lnFactorial = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) lnFactorial[k] = lnFactorial[k - 1] + Math.log(k);
  const f = lnFactorial;
  // Sizes repeat: each pair of sizes once, times how often it stands.
  const counted = (sizes: readonly number[]): [number, number][] => [
    ...sizes.reduce(
      (counts, size) => counts.set(size, (counts.get(size) ?? 0) + 1),
      new Map<number, number>(),
    ),
  ];
  let sum = 0;
  for (const [a, timesA] of counted(rows))
    for (const [b, timesB] of counted(columns)) {
      const fixed = f[a] + f[b] + f[n - a] + f[n - b] - f[n];
      for (let k = Math.max(1, a + b - n); k <= Math.min(a, b); k++) {
        const probability = Math.exp(fixed - f[k] - f[a - k] - f[b - k] - f[n - a - b + k]);
        sum += timesA * timesB * (k / n) * Math.log((n * k) / (a * b)) * probability;
      }
    }
  return sum;
}
