import { checkNetwork } from '../arguments.ts';
import type { Network } from './network.ts';

/**
 * The length of a link: `inverse`, 1/weight, so that who works together much is near; `hops`, 1. The weight itself is
 * never a length: that would send the paths round those who work together.
 */
export type Length = 'inverse' | 'hops';

/** Two paths are alike long where they differ by less than this part of their length: 1/3 + 1/6 is 1/2. */
const ALIKE = 1e-12;

/** The shortest paths from one source, overwritten by the next call of `from`. */
export interface Paths {
  /** Number of nodes reached, the source among them; `order` holds them by distance, the source first. */
  reached: number;
  readonly order: Int32Array;
  /** Infinity where a node is not reached. */
  readonly distance: Float64Array;
  /** Number of shortest paths from the source. */
  readonly count: Float64Array;
  /** The nodes before i on them stand in `before[offsets[i]] … before[offsets[i] + befores[i] − 1]`. */
  readonly before: Int32Array;
  readonly befores: Int32Array;
  from: (source: number) => void;
}

/**
 * All shortest paths from a source, by Dijkstra's algorithm on a binary heap, with their number and the nodes before
 * each. Room is taken once for all sources. O((n + links) log n) a source.
 *
 * @throws RangeError for an unknown length; `from` for a source that is no node
 */
export function shortestPaths(network: Network, length: Length): Paths {
  checkNetwork('network', network);
  const { nodes, offsets, targets, weights } = network;
  const n = nodes.length;
  if (!['inverse', 'hops'].includes(length))
    throw new RangeError(`length must be inverse or hops, got ${length}`);
  const lengths = weights.map((weight) => (length === 'hops' ? 1 : 1 / weight));
  const heap = new Int32Array(n);
  /** Where a node stands in the heap: −1 not yet seen, −2 settled. */
  const place = new Int32Array(n);
  const distance = new Float64Array(n);
  let size = 0;

  const rise = (at: number, node: number): void => {
    const key = distance[node];
    while (at > 0) {
      const up = (at - 1) >> 1;
      const other = heap[up];
      if (distance[other] <= key) break;
      heap[at] = other;
      place[other] = at;
      at = up;
    }
    heap[at] = node;
    place[node] = at;
  };
  const take = (): number => {
    const top = heap[0];
    place[top] = -2;
    size -= 1;
    if (size > 0) {
      const node = heap[size];
      const key = distance[node];
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && distance[heap[child + 1]] < distance[heap[child]]) child += 1;
        const other = heap[child];
        if (distance[other] >= key) break;
        heap[at] = other;
        place[other] = at;
        at = child;
      }
      heap[at] = node;
      place[node] = at;
    }
    return top;
  };

  const paths: Paths = {
    reached: 0,
    order: new Int32Array(n),
    distance,
    count: new Float64Array(n),
    before: new Int32Array(targets.length),
    befores: new Int32Array(n),
    from(source) {
      if (!Number.isInteger(source) || source < 0 || source >= n)
        throw new RangeError(`source must be a whole number from 0 to ${n - 1}, got ${source}`);
      const { order, count, before, befores } = paths;
      distance.fill(Number.POSITIVE_INFINITY);
      place.fill(-1);
      befores.fill(0);
      distance[source] = 0;
      count[source] = 1;
      heap[0] = source;
      size = 1;
      let reached = 0;
      while (size > 0) {
        const node = take();
        order[reached++] = node;
        const way = distance[node];
        const ways = count[node];
        for (let at = offsets[node], end = offsets[node + 1]; at < end; at++) {
          const next = targets[at];
          const position = place[next];
          if (position === -2) continue;
          const far = way + lengths[at];
          const known = distance[next];
          if (position === -1) {
            distance[next] = far;
            count[next] = ways;
            before[offsets[next]] = node;
            befores[next] = 1;
            rise(size++, next);
          } else if (far < known * (1 - ALIKE)) {
            distance[next] = far;
            count[next] = ways;
            before[offsets[next]] = node;
            befores[next] = 1;
            rise(position, next);
          } else if (far <= known * (1 + ALIKE)) {
            count[next] += ways;
            before[offsets[next] + befores[next]++] = node;
          }
        }
      }
      paths.reached = reached;
    },
  };
  return paths;
}
