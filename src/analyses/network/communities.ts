import {
  type Communities,
  communities,
  type Edge,
  type Network,
  networkOfEdges,
  partitionStability,
  poissonWeight,
  type Quantity,
  replicateKeys,
  unknown,
} from '../../measures/index.ts';
import type { JointWork } from './joint-works.ts';

/** Runs for the network itself, and for each replicate. */
const RUNS = 50;
const RUNS_OF_REPLICATE = 5;

/** The communities of a network and how well they come back; numbers from 0 in order of size. */
export interface Found {
  /** n: of each node; −1 for a node without links. */
  readonly of: readonly number[];
  readonly groups: readonly {
    readonly nodes: readonly number[];
    readonly stability: Quantity;
    readonly together: Quantity;
  }[];
  /** n: of each node. */
  readonly stability: readonly Quantity[];
  readonly best: Communities;
  readonly agreement: Quantity;
}

interface Asked {
  readonly seed: number;
  readonly resolution: number;
  readonly replicates: number;
}

/**
 * Communities by Leiden, the best of many runs, and how well they come back where works are resampled: Poisson weights
 * by hash of (seed, replicate, work) on every work, the links of the network with the weights that come out, Leiden
 * again. Works are resampled, so that all links of a work move together. Nodes without links belong to none.
 */
export function findCommunities(network: Network, works: readonly JointWork[], asked: Asked): Found {
  const { seed, resolution, replicates } = asked;
  const best = communities(network, { seed, resolution, restarts: RUNS });
  const linked = [...network.nodes.keys()].filter((i) => network.offsets[i + 1] > network.offsets[i]);
  const none = unknown('the place has no links', 'island');
  if (best.value === null) {
    const stability = network.nodes.map(() => none);
    return { of: network.nodes.map(() => -1), groups: [], stability, best, agreement: none };
  }
  const groups = bySize(linked, best.value.groups);
  const of = network.nodes.map(() => -1);
  for (const [g, nodes] of groups.entries()) for (const i of nodes) of[i] = g;
  const all = contributions(network.nodes.length, works);
  const again = Array.from({ length: replicates }, (_, replicate) => {
    const drawn = communities(reweighted(network, all, seed, replicate), {
      ...{ seed, resolution, restarts: RUNS_OF_REPLICATE },
    });
    // Where nothing is left of the links, every place is alone.
    return linked.map((i) => (drawn.value === null ? i : drawn.value.groups[i]));
  });
  const found = partitionStability(
    linked.map((i) => of[i]),
    again,
  );
  const place = new Map(linked.map((i, at) => [i, at]));
  return {
    of,
    groups: groups.map((nodes, g) => ({
      nodes,
      stability: found.groups[g].jaccard,
      together: found.groups[g].together,
    })),
    stability: network.nodes.map((_, i) => {
      const at = place.get(i);
      return at === undefined ? none : found.things[at];
    }),
    best,
    agreement: found.agreement,
  };
}

/** The nodes of each group, the largest group first; of two alike, that of the first node. */
function bySize(nodes: readonly number[], label: Int32Array): number[][] {
  const groups = new Map<number, number[]>();
  for (const i of nodes) {
    const group = groups.get(label[i]) ?? [];
    groups.set(label[i], group);
    group.push(i);
  }
  return [...groups.values()].sort((p, q) => q.length - p.length || p[0] - q[0]);
}

/** What each work adds to which cell of the table of weights, in columns: replicates go through it again and again. */
interface Contributions {
  readonly work: Float64Array;
  /** Where the contributions of each work end. */
  readonly end: Int32Array;
  /** a·n + b. */
  readonly cell: Int32Array;
  readonly weight: Float64Array;
}

/** Works stand together. */
function contributions(n: number, works: readonly JointWork[]): Contributions {
  const lasts = works.flatMap(({ work }, i) =>
    i + 1 < works.length && works[i + 1].work === work ? [] : [i],
  );
  return {
    work: Float64Array.from(lasts, (i) => works[i].work),
    end: Int32Array.from(lasts, (i) => i + 1),
    cell: Int32Array.from(works, ({ a, b }) => a * n + b),
    weight: Float64Array.from(works, ({ weight }) => weight),
  };
}

/** The network of one replicate: every work times its Poisson weight. Only links of the network itself count. */
function reweighted(network: Network, all: Contributions, seed: number, replicate: number): Network {
  const { nodes, offsets, targets } = network;
  const { work, end, cell, weight } = all;
  const keys = replicateKeys(seed, replicate);
  const n = nodes.length;
  const sums = new Float64Array(n * n);
  for (let w = 0, i = 0; w < work.length; w++) {
    const times = poissonWeight(keys, work[w]);
    for (; i < end[w]; i++) sums[cell[i]] += times * weight[i];
  }
  const edges: Edge[] = [];
  for (let i = 0; i < n; i++)
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      const j = targets[at];
      if (i < j) edges.push({ a: nodes[i], b: nodes[j], weight: sums[i * n + j] });
    }
  return networkOfEdges(nodes, edges);
}
