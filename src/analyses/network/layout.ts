import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { greatest, least } from '../../measures/extremes.ts';
import { createRandom, type Network, strengths } from '../../measures/index.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const ITERATIONS = 600;
/** Decimals of a coordinate: below what an eye sees. */
const DIGITS = 5;

/**
 * Where to draw each node, n points within [−1, 1] around the middle of their extent: ForceAtlas2 (repulsion by weighted
 * degree, attraction by weight, a pull to the middle that keeps parts without links in the picture), from places drawn
 * with the seed. The same network and seed give the same digits. A picture: neither distances nor directions are
 * measurements, and another seed gives another picture. One node stands at 0, 0.
 *
 * The attraction of a link is weight/√(S_a·S_b) over its mean, or else the largest places would draw all others to
 * themselves; it grows with the logarithm of the distance (LinLog), which sets communities apart.
 *
 * Sources: Jacomy, Venturini, Heymann & Bastian 2014, PLoS ONE 9:e98679; Noack 2009, Physical Review E 79:026102.
 *
 * @throws RangeError for a bad seed
 */
export function layout(network: Network, seed: number): readonly Point[] {
  const { nodes, offsets, targets, weights } = network;
  const random = createRandom(seed);
  const graph = new UndirectedGraph<Point, { weight: number }>();
  for (const [i] of nodes.entries())
    graph.addNode(i, { x: random.uniform() * 2 - 1, y: random.uniform() * 2 - 1 });
  if (nodes.length < 2) return nodes.map(() => ({ x: 0, y: 0 }));
  const strength = strengths(network);
  const links: { i: number; j: number; weight: number }[] = [];
  for (let i = 0; i < nodes.length; i++)
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      const j = targets[at];
      if (i < j) links.push({ i, j, weight: weights[at] / Math.sqrt(strength[i] * strength[j]) });
    }
  const mean = links.reduce((sum, { weight }) => sum + weight, 0) / links.length;
  for (const { i, j, weight } of links) graph.addEdge(i, j, { weight: weight / mean });
  const placed = forceAtlas2(graph, {
    iterations: ITERATIONS,
    getEdgeWeight: 'weight',
    settings: { ...forceAtlas2.inferSettings(graph), linLogMode: true },
  });
  return fit(nodes.map((_, i) => placed[i]));
}

/** Moved and scaled, alike in both directions, so that the longer side of their extent is from −1 to 1. */
function fit(points: readonly Point[]): Point[] {
  const [left, right] = extent(points.map(({ x }) => x));
  const [low, high] = extent(points.map(({ y }) => y));
  const half = Math.max(right - left, high - low) / 2;
  const scaled = (value: number, middle: number): number =>
    half === 0 ? 0 : Number(((value - middle) / half).toFixed(DIGITS)) + 0;
  return points.map(({ x, y }) => ({
    x: scaled(x, (left + right) / 2),
    y: scaled(y, (low + high) / 2),
  }));
}

function extent(values: readonly number[]): readonly [number, number] {
  return [least(values), greatest(values)];
}
