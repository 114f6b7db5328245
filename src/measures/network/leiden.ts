import { checkKind, checkNetwork } from '../arguments.ts';
import { aggregate, connectedGroups, groundLevel, renumber, type Level } from './leiden-level.ts';
import { checkResolution } from './modularity.ts';
import type { Network } from './network.ts';
import { createRandom, type Random } from '../random.ts';
import { shuffledOrder } from '../resampling/shuffle.ts';

export interface LeidenOptions {
  readonly seed: number;
  /** γ of `modularity`; 1 if not given. */
  readonly resolution?: number;
}

/** How freely the refinement merges, in mean strengths: choices of a gain less by this are e times less likely. */
const FREEDOM = 0.01;
/** Gains below this part of a node's strength are rounding. */
const NO_GAIN = 1e-12;

/**
 * One run of the Leiden algorithm: a partition of high modularity whose groups are connected. Nodes move to the group
 * that gains most until none does; each group is then refined into well-connected parts, and the parts are the nodes of
 * the next level; the whole is repeated until nothing changes. Gains of moving node v to group C are
 * w(v, C) − γ·S_v·S_C/2m, that is m times the change of modularity.
 *
 * The group of each node, numbered in order of first node; an isolated node is a group of its own. One run may end in
 * a partition that is not the best: `communities` runs it many times. Near-linear in links.
 *
 * Source: Traag, Waltman & van Eck 2019, Scientific Reports 9:5233.
 *
 * @throws RangeError for a negative resolution or a seed that is none
 */
export function leiden(network: Network, options: LeidenOptions): Int32Array {
  checkNetwork('network', network);
  checkKind('options', options, 'record');
  const { seed, resolution = 1 } = options;
  checkResolution(resolution);
  const random = createRandom(seed);
  const ground = groundLevel(network);
  const total = ground.strength.reduce((sum, value) => sum + value, 0);
  let groups: Int32Array = Int32Array.from({ length: ground.n }, (_, i) => i);
  if (total === 0) return groups;
  const rate = resolution / total;
  const freedom = (FREEDOM * total) / ground.n;
  for (let round = 0; round < 100; round++) {
    const improved = sweep(ground, groups, rate, freedom, random);
    if (improved === null) break;
    groups = improved;
  }
  return connectedGroups(ground, groups);
}

/** One pass up all levels from a partition; null when no node moved at the ground. */
function sweep(
  ground: Level,
  from: Int32Array,
  rate: number,
  freedom: number,
  random: Random,
): Int32Array | null {
  let level = ground;
  /** The node of `level` that holds each node of the ground. */
  let holder = Int32Array.from(from, (_, i) => i);
  let groups: Int32Array = renumber(from).groups;
  for (let height = 0; ; height++) {
    const moved = moveNodes(level, groups, rate, random);
    if (height === 0 && !moved) return null;
    const now = renumber(groups);
    groups = now.groups;
    if (now.count === level.n) return holder.map((node) => groups[node]);
    const refined = renumber(refine(level, groups, now.count, rate, freedom, random));
    // Where the refinement merges nothing, the groups themselves are the next level, so that it ends.
    const parts = refined.count === level.n ? now : refined;
    const above = new Int32Array(parts.count);
    for (let i = 0; i < level.n; i++) above[parts.groups[i]] = groups[i];
    level = aggregate(level, parts.groups, parts.count);
    holder = holder.map((node) => parts.groups[node]);
    groups = above;
  }
}

/** Moves nodes, in random order, to the group of most gain until none gains; changes `groups`. */
function moveNodes(level: Level, groups: Int32Array, rate: number, random: Random): boolean {
  const { n, offsets, targets, weights, strength } = level;
  const mass = new Float64Array(n);
  const size = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    mass[groups[i]] += strength[i];
    size[groups[i]] += 1;
  }
  const empty = Array.from(size.keys()).filter((g) => size[g] === 0);
  const queue = shuffledOrder(n, random);
  const waiting = new Uint8Array(n).fill(1);
  const link = new Float64Array(n);
  const near: number[] = [];
  let moved = false;
  for (let head = 0, length = n; length > 0; length--) {
    const node = queue[head];
    head = head + 1 === n ? 0 : head + 1;
    waiting[node] = 0;
    const own = groups[node];
    for (let at = offsets[node]; at < offsets[node + 1]; at++) {
      const group = groups[targets[at]];
      if (link[group] === 0) near.push(group);
      link[group] += weights[at];
    }
    mass[own] -= strength[node];
    size[own] -= 1;
    const alone = size[own] === 0;
    let best = own;
    let most = link[own] - rate * strength[node] * mass[own] + NO_GAIN * strength[node];
    for (const group of near) {
      const gain = link[group] - rate * strength[node] * mass[group];
      if (group !== own && gain > most) [best, most] = [group, gain];
    }
    if (most < 0 && !alone && empty.length > 0) best = empty.pop()!;
    for (const group of near) link[group] = 0;
    near.length = 0;
    mass[best] += strength[node];
    size[best] += 1;
    if (best === own) continue;
    if (alone) empty.push(own);
    groups[node] = best;
    moved = true;
    for (let at = offsets[node]; at < offsets[node + 1]; at++) {
      const other = targets[at];
      if (waiting[other] === 1 || groups[other] === best) continue;
      waiting[other] = 1;
      queue[(head + length - 1) % n] = other;
      length += 1;
    }
  }
  return moved;
}

/** Splits each group into well-connected parts: single nodes that join parts of their group, each at most once. */
function refine(
  level: Level,
  groups: Int32Array,
  count: number,
  rate: number,
  freedom: number,
  random: Random,
): Int32Array {
  const { n, offsets, targets, weights, strength } = level;
  const whole = new Float64Array(count);
  for (let i = 0; i < n; i++) whole[groups[i]] += strength[i];
  const parts = Int32Array.from({ length: n }, (_, i) => i);
  const mass = strength.slice();
  const size = new Int32Array(n).fill(1);
  /** Weight of links between a part and the rest of its group. */
  const outward = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let at = offsets[i]; at < offsets[i + 1]; at++)
      if (groups[targets[at]] === groups[i]) outward[i] += weights[at];
  const link = new Float64Array(n);
  const near: number[] = [];
  for (const node of shuffledOrder(n, random)) {
    const all = whole[groups[node]];
    const wellConnected = (part: number): boolean =>
      outward[part] >= rate * mass[part] * (all - mass[part]) * (1 - NO_GAIN);
    if (parts[node] !== node || size[node] > 1 || !wellConnected(node)) continue;
    for (let at = offsets[node]; at < offsets[node + 1]; at++) {
      if (groups[targets[at]] !== groups[node]) continue;
      const part = parts[targets[at]];
      if (link[part] === 0) near.push(part);
      link[part] += weights[at];
    }
    const choices = near
      .filter(wellConnected)
      .map((part) => ({ part, gain: link[part] - rate * strength[node] * mass[part] }))
      .filter(({ gain }) => gain >= 0);
    if (choices.length > 0) {
      const part = choose(choices, freedom, random);
      outward[part] += outward[node] - 2 * link[part];
      mass[part] += strength[node];
      size[part] += 1;
      size[node] = 0;
      parts[node] = part;
    }
    for (const part of near) link[part] = 0;
    near.length = 0;
  }
  return parts;
}

/** A part drawn with probability in proportion to exp(gain/freedom). */
function choose(
  choices: readonly { readonly part: number; readonly gain: number }[],
  freedom: number,
  random: Random,
): number {
  const most = choices.reduce((gain, choice) => Math.max(gain, choice.gain), 0);
  const odds = choices.map(({ gain }) => Math.exp((gain - most) / freedom));
  let left = random.uniform() * odds.reduce((sum, value) => sum + value, 0);
  for (const [k, { part }] of choices.entries()) {
    left -= odds[k];
    if (left < 0) return part;
  }
  return choices[choices.length - 1].part;
}
