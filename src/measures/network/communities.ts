import { checkKind, checkNetwork } from '../arguments.ts';
import { leiden } from './leiden.ts';
import { modularity } from './modularity.ts';
import type { Network } from './network.ts';
import { partitionAgreement } from './partition-agreement.ts';
import { known, unknown, type Quantity, type Unknown } from '../quantity.ts';
import { createRandom } from '../random.ts';

export interface CommunityOptions {
  readonly seed: number;
  /** γ of `modularity`: above 1 for smaller groups; 1 if not given. */
  readonly resolution?: number;
  /** Runs from different random orders; 50 if not given. */
  readonly restarts?: number;
}

/** The best partition found, and how far the runs agree. */
export interface BestPartition {
  /** The group of each node, numbered in order of first node. */
  readonly groups: Int32Array;
  /** Number of groups, and of those of one node. */
  readonly count: number;
  readonly singletons: number;
  readonly modularity: number;
  readonly resolution: number;
  readonly restarts: number;
  /** Part of the runs that came to the best modularity, and number of different partitions they ended in. */
  readonly reached: number;
  readonly partitions: number;
  /**
   * Mean adjusted mutual information of two different runs: 1 where all end in one partition. Low: the network has no
   * one division, and its groups are not to be read as findings. Undefined for a single run (`too-few`).
   */
  readonly stability: Quantity;
}

export type Communities = Readonly<{ value: BestPartition; reason: null }> | Unknown;

/** Two modularities this close are the same. */
const SAME = 1e-10;

/**
 * Communities: the partition of highest modularity among many runs of the Leiden algorithm, each from another seed, with
 * how often the best was reached and how far the runs agree. Modularity has many partitions nearly as good as the best
 * (Good, de Montjoye & Clauset 2010), so that one run is no result; and it cannot see groups much smaller than the
 * network (Fortunato & Barthélemy 2007): look at other resolutions too.
 *
 * The same seed gives the same partition. Undefined without links (`empty`). In weighted networks of places, large
 * places draw their neighbours together: compare the groups with regions by `partitionAgreement`.
 *
 * Sources: Newman & Girvan 2004, Physical Review E 69:026113; Traag, Waltman & van Eck 2019, Scientific Reports 9:5233;
 * agreement: Vinh, Epps & Bailey 2010, Journal of Machine Learning Research 11:2837.
 *
 * @throws RangeError for a bad seed, a negative resolution, or a number of restarts that is no whole number from 1
 */
export function communities(network: Network, options: CommunityOptions): Communities {
  checkNetwork('network', network);
  checkKind('options', options, 'record');
  const { seed, resolution = 1, restarts = 50 } = options;
  if (!Number.isInteger(restarts) || restarts < 1)
    throw new RangeError(`restarts must be a whole number from 1, got ${restarts}`);
  const seeds = createRandom(seed);
  if (network.targets.length === 0) return unknown('no links', 'empty');

  const found = new Map<string, { groups: Int32Array; score: number; runs: number }>();
  for (let run = 0; run < restarts; run++) {
    const groups = leiden(network, { seed: seeds.integer(2 ** 31), resolution });
    const key = groups.join(' ');
    const before = found.get(key);
    if (before) before.runs += 1;
    else found.set(key, { groups, score: modularity(network, groups, resolution).value!, runs: 1 });
  }
  const all = [...found.values()];
  const best = all.reduce((top, other) => (other.score > top.score + SAME ? other : top));
  const sizes = new Int32Array(network.nodes.length);
  for (const group of best.groups) sizes[group] += 1;
  const reached = all.filter(({ score }) => score >= best.score - SAME);
  const value = Object.freeze({
    groups: best.groups,
    count: sizes.filter((size) => size > 0).length,
    singletons: sizes.filter((size) => size === 1).length,
    modularity: best.score,
    resolution,
    restarts,
    reached: reached.reduce((sum, { runs }) => sum + runs, 0) / restarts,
    partitions: all.length,
    stability: meanAgreement(all, restarts),
  });
  return Object.freeze({ value, reason: null });
}

/** The mean adjusted mutual information over all pairs of runs; runs that end alike agree by 1. */
function meanAgreement(all: readonly { groups: Int32Array; runs: number }[], restarts: number): Quantity {
  if (restarts === 1) return unknown('one run agrees with no other', 'too-few');
  if (all.length === 1) return known(1);
  let sum = 0;
  for (const [i, one] of all.entries()) {
    sum += (one.runs * (one.runs - 1)) / 2;
    for (const other of all.slice(0, i))
      // Two partitions that differ cannot both be trivial alike, so that the agreement of one group with more is 0.
      sum +=
        one.runs *
        other.runs *
        (partitionAgreement([...one.groups], [...other.groups]).adjustedInformation.value ?? 0);
  }
  return known(sum / ((restarts * (restarts - 1)) / 2));
}
