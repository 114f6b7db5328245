import { checkKind } from '../arguments.ts';
import { partitionAgreement } from './partition-agreement.ts';
import { known, unknown, type Quantity } from '../quantity.ts';

/** How well one group comes back when the partition is found again; both in [0, 1]. */
export interface GroupStability {
  /** The mean over replicates of the best Jaccard index of the group with any group of the replicate. */
  readonly jaccard: Quantity;
  /** The mean over its pairs of things of the part of replicates in which they stay together. */
  readonly together: Quantity;
}

/** How well a partition of n things comes back. */
export interface PartitionStability {
  /** One a group, in order of label. */
  readonly groups: readonly GroupStability[];
  /** n numbers in [0, 1]: the mean Jaccard index of the thing's group with the group it has in the replicate. */
  readonly things: readonly Quantity[];
  /** The mean adjusted Rand index of the partition with each replicate: 1 the same, 0 as by chance. */
  readonly agreement: Quantity;
}

/**
 * How well the groups of a partition come back in partitions of the same things that were found anew from resampled
 * data. With C a group, C_r the groups of replicate r and J(A, B) = |A ∩ B|/|A ∪ B|,
 *
 *     jaccard(C)  = mean over r of max J(C, C_r)
 *     together(C) = mean over r and pairs i < j of C of [i and j are in one group of r]
 *     things(i)   = mean over r of J(group of i, group of i in r)
 *
 * Hennig reads a jaccard below 0.5 as a group that dissolves, 0.75 and more as a stable one. `together` alone is 1 where
 * a replicate has one group of everything: read it beside `jaccard`, which falls then.
 *
 * Undefined without replicates (`too-few`); `together` of a group of one thing (`too-few`); `agreement` where both
 * partitions are trivial alike in every replicate (`constant`; such replicates are left out of its mean otherwise).
 * O(replicates · n · groups met).
 *
 * Sources: Hennig 2007, Computational Statistics & Data Analysis 52:258; Hubert & Arabie 1985, Journal of
 * Classification 2:193.
 *
 * @param groups n labels, whole numbers 0 … g − 1, each of which is used
 * @param replicates n labels each, any whole numbers from 0
 * @throws RangeError for labels that are not such numbers, or a replicate of another length
 */
export function partitionStability(
  groups: ArrayLike<number>,
  replicates: readonly ArrayLike<number>[],
): PartitionStability {
  checkKind('groups', groups, 'list');
  checkKind('replicates', replicates, 'list');
  const n = groups.length;
  checkLabels('groups', groups);
  for (const replicate of replicates) {
    if (replicate.length !== n)
      throw new RangeError(`a replicate must be of the same ${n} things, got ${replicate.length}`);
    checkLabels('a replicate', replicate);
  }
  const sizes = sizesOf(groups);
  const empty = sizes.indexOf(0);
  if (empty >= 0)
    throw new RangeError(`groups must be numbered without gaps, and ${empty} has nothing in it`);
  const best = new Float64Array(sizes.length);
  const pairs = new Float64Array(sizes.length);
  const own = new Float64Array(n);
  for (const replicate of replicates) add(groups, replicate, sizes, { best, pairs, own });
  const r = replicates.length;
  const mean = (sum: number): Quantity => (r === 0 ? unknown('no replicates', 'too-few') : known(sum / r));
  return Object.freeze({
    groups: Object.freeze(
      sizes.map((size, g) =>
        Object.freeze({
          jaccard: mean(best[g]),
          together:
            size < 2
              ? unknown('a group of one has no pairs', 'too-few')
              : mean(pairs[g] / ((size * (size - 1)) / 2)),
        }),
      ),
    ),
    things: Object.freeze(Array.from(own, mean)),
    agreement: meanAgreement(groups, replicates),
  });
}

function add(
  groups: ArrayLike<number>,
  replicate: ArrayLike<number>,
  sizes: readonly number[],
  sums: Readonly<Record<'best' | 'pairs' | 'own', Float64Array>>,
): void {
  const others = sizesOf(replicate);
  /** |C ∩ C_r| of the groups that meet, by their two labels. */
  const met = new Map<number, number>();
  const key = (i: number): number => groups[i] * others.length + replicate[i];
  for (let i = 0; i < groups.length; i++) met.set(key(i), (met.get(key(i)) ?? 0) + 1);
  const jaccard = (at: number, common: number): number =>
    common / (sizes[Math.floor(at / others.length)] + others[at % others.length] - common);
  const best = new Float64Array(sizes.length);
  for (const [at, common] of met) {
    const g = Math.floor(at / others.length);
    best[g] = Math.max(best[g], jaccard(at, common));
    sums.pairs[g] += (common * (common - 1)) / 2;
  }
  for (let g = 0; g < sizes.length; g++) sums.best[g] += best[g];
  for (let i = 0; i < groups.length; i++) sums.own[i] += jaccard(key(i), met.get(key(i))!);
}

function meanAgreement(groups: ArrayLike<number>, replicates: readonly ArrayLike<number>[]): Quantity {
  if (replicates.length === 0) return unknown('no replicates', 'too-few');
  const labels = Array.from(groups);
  const found = replicates.flatMap(
    (one) => partitionAgreement(labels, Array.from(one)).adjustedRand.value ?? [],
  );
  return found.length === 0
    ? unknown('both partitions are trivial, and agree whatever is there', 'constant')
    : known(found.reduce((sum, value) => sum + value, 0) / found.length);
}

function sizesOf(labels: ArrayLike<number>): number[] {
  const sizes: number[] = [];
  for (let i = 0; i < labels.length; i++) {
    while (sizes.length <= labels[i]) sizes.push(0);
    sizes[labels[i]] += 1;
  }
  return sizes;
}

function checkLabels(name: string, labels: ArrayLike<number>): void {
  for (let i = 0; i < labels.length; i++)
    if (!Number.isInteger(labels[i]) || labels[i] < 0)
      throw new RangeError(`labels of ${name} must be whole numbers from 0, got ${labels[i]}`);
}
