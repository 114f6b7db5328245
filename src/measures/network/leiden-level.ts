import type { Network } from './network.ts';
import { strengths } from './strength.ts';

/** A network at one level of aggregation: nodes are sets of nodes of the level below. Internal to `leiden`. */
export interface Level {
  readonly n: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  /** Of each node with all it holds, links inside it included; the same sums at every level. */
  readonly strength: Float64Array;
}

export function groundLevel(network: Network): Level {
  const { nodes, offsets, targets, weights } = network;
  return { n: nodes.length, offsets, targets, weights, strength: strengths(network) };
}

/** The level above: one node for each group 0 … count − 1, links between groups added up, links inside left out. */
export function aggregate(level: Level, groups: Int32Array, count: number): Level {
  const { n, offsets, targets, weights } = level;
  const strength = new Float64Array(count);
  const head = new Int32Array(count).fill(-1);
  const next = new Int32Array(n);
  for (let i = n - 1; i >= 0; i--) {
    strength[groups[i]] += level.strength[i];
    next[i] = head[groups[i]];
    head[groups[i]] = i;
  }
  const above = new Int32Array(count + 1);
  const ends: number[] = [];
  const sums: number[] = [];
  const sum = new Float64Array(count);
  const seen: number[] = [];
  for (let g = 0; g < count; g++) {
    for (let i = head[g]; i >= 0; i = next[i])
      for (let at = offsets[i]; at < offsets[i + 1]; at++) {
        const other = groups[targets[at]];
        if (other === g) continue;
        if (sum[other] === 0) seen.push(other);
        sum[other] += weights[at];
      }
    for (const other of seen) {
      ends.push(other);
      sums.push(sum[other]);
      sum[other] = 0;
    }
    seen.length = 0;
    above[g + 1] = ends.length;
  }
  return {
    n: count,
    offsets: above,
    targets: Int32Array.from(ends),
    weights: Float64Array.from(sums),
    strength,
  };
}

/** Numbers labels anew 0, 1, 2, … in order of first appearance; their count. */
export function renumber(labels: Int32Array): { groups: Int32Array; count: number } {
  const number = new Map<number, number>();
  const groups = labels.map((label) => {
    const known = number.get(label);
    if (known !== undefined) return known;
    number.set(label, number.size);
    return number.size - 1;
  });
  return { groups, count: number.size };
}

/** The connected parts of each group, numbered in order of first node: to split what does not meet never costs modularity. */
export function connectedGroups({ n, offsets, targets }: Level, groups: Int32Array): Int32Array {
  const part = new Int32Array(n).fill(-1);
  let count = 0;
  for (let start = 0; start < n; start++) {
    if (part[start] >= 0) continue;
    const stack = [start];
    part[start] = count;
    for (let node = stack.pop(); node !== undefined; node = stack.pop())
      for (let at = offsets[node]; at < offsets[node + 1]; at++) {
        const other = targets[at];
        if (part[other] >= 0 || groups[other] !== groups[start]) continue;
        part[other] = count;
        stack.push(other);
      }
    count += 1;
  }
  return part;
}
