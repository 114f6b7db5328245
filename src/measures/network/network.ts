import { checkKind, checkMatrix, checkNetwork } from '../arguments.ts';
import type { Matrix } from '../matrix.ts';
import { checkSymmetric } from '../collaboration/symmetric.ts';

/**
 * An undirected weighted network of n nodes, in compressed rows: the neighbours of node i are
 * `targets[offsets[i]] … targets[offsets[i + 1] − 1]`, ascending, and `weights` stands beside `targets`. Every link
 * stands twice, once at each end. Weights are above 0; no node has a link with itself.
 */
export interface Network {
  readonly nodes: readonly string[];
  /** n + 1 positions. */
  readonly offsets: Int32Array;
  /** 2 × links, node numbers. */
  readonly targets: Int32Array;
  /** 2 × links. */
  readonly weights: Float64Array;
}

/** A link of two different nodes; of a `PairLink`, `{ a, b, weight: pair.perPartner }`. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

/**
 * A network from its links, each given once, in any order and direction. Nodes without links stand as they are; a link
 * of weight 0 is none.
 *
 * @throws RangeError for a node listed twice, a link of a node that is not listed or of one with itself, a pair given
 *   twice, or a weight that is negative or not finite
 */
export function networkOfEdges(nodes: readonly string[], edges: readonly Edge[]): Network {
  checkKind('nodes', nodes, 'list');
  checkKind('edges', edges, 'list');
  const number = new Map(nodes.map((node, i) => [node, i]));
  if (number.size !== nodes.length) throw new RangeError('nodes must differ, and one is listed twice');
  const ends = edges.map(({ a, b, weight }): readonly [number, number, number] => {
    const [i, j] = [number.get(a), number.get(b)];
    if (i === undefined || j === undefined)
      throw new RangeError(
        `the link ${a}, ${b} must be of listed nodes, and ${i === undefined ? a : b} is not`,
      );
    if (i === j) throw new RangeError(`a link must have two different ends, got ${a} twice`);
    if (!(weight >= 0) || !Number.isFinite(weight))
      throw new RangeError(`the weight of ${a}, ${b} must be 0 or more, got ${weight}`);
    return [i, j, weight];
  });
  return compress(
    nodes,
    ends.filter(([, , weight]) => weight > 0),
  );
}

/**
 * A network from a symmetric table of weights; its diagonal (what a place does with itself) is left out.
 *
 * @throws RangeError for a table that is not symmetric, or has a weight below 0
 */
export function networkOfMatrix(table: Matrix): Network {
  checkMatrix('table', table);
  checkSymmetric(table, 'the table of links');
  const n = table.rows.length;
  const ends: (readonly [number, number, number])[] = [];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const weight = table.values[i * n + j];
      if (weight > 0) ends.push([j, i, weight]);
    }
  return compress(table.rows, ends);
}

function compress(nodes: readonly string[], ends: readonly (readonly [number, number, number])[]): Network {
  const n = nodes.length;
  const offsets = new Int32Array(n + 1);
  for (const [i, j] of ends) {
    offsets[i + 1] += 1;
    offsets[j + 1] += 1;
  }
  for (let i = 0; i < n; i++) offsets[i + 1] += offsets[i];
  const fill = offsets.slice(0, n);
  const arcs = ends.flatMap(([i, j, weight]) => [
    [i, j, weight],
    [j, i, weight],
  ]);
  arcs.sort((p, q) => p[1] - q[1]);
  const targets = new Int32Array(arcs.length);
  const weights = new Float64Array(arcs.length);
  for (const [i, j, weight] of arcs) {
    const at = fill[i]++;
    if (at > offsets[i] && targets[at - 1] === j)
      throw new RangeError(`a link must be given once, got ${nodes[i]}, ${nodes[j]} twice`);
    targets[at] = j;
    weights[at] = weight;
  }
  return Object.freeze({ nodes: Object.freeze([...nodes]), offsets, targets, weights });
}

/** The number of links. */
export function linkCount(network: Network): number {
  checkNetwork('network', network);
  return network.targets.length / 2;
}

/** Connected components: the component of each node, numbered 0, 1, … in order of their first node. */
export function components(network: Network): Int32Array {
  checkNetwork('network', network);
  const { nodes, offsets, targets } = network;
  const component = new Int32Array(nodes.length).fill(-1);
  const stack: number[] = [];
  let count = 0;
  for (let start = 0; start < nodes.length; start++) {
    if (component[start] >= 0) continue;
    component[start] = count;
    stack.push(start);
    for (let node = stack.pop(); node !== undefined; node = stack.pop())
      for (let at = offsets[node]; at < offsets[node + 1]; at++)
        if (component[targets[at]] < 0) {
          component[targets[at]] = count;
          stack.push(targets[at]);
        }
    count += 1;
  }
  return component;
}
