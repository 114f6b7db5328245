// Undirected flows of synthetic cities over twenty years, with what a model of them needs.
import { syntheticFlows } from '../src/effects/index.ts';

export const YEARS = 20;
const FROM = 2000;
export const POLICY = 2010;

/** A tenth of the cities is the region. Rows: one a pair and year. */
export function flows(cities) {
  const world = syntheticFlows({
    seed: 1,
    cities,
    regions: 10,
    from: FROM,
    to: FROM + YEARS - 1,
    policy: POLICY,
  });
  const rows = (value) => Float64Array.from(world.flow, (_, i) => value(i));
  const since = (i) => (world.year[i] - FROM) / YEARS;
  return {
    first: world.first,
    second: world.second,
    year: world.year,
    flow: world.flow,
    distance: world.distance,
    region: world.cities.flatMap(({ region }, city) => (region === 0 ? [city] : [])),
    inside: rows((i) => (world.inside[i] === 0 ? 1 : 0)),
    near: rows((i) => (world.distance[i] < 500 ? since(i) : 0)),
    far: rows((i) => Math.log1p(world.distance[i]) * since(i)),
  };
}

/** How far two lists of numbers lie apart. */
export function apart(ours, theirs) {
  const worst = Math.max(...ours.map((value, k) => Math.abs(value - theirs[k])));
  return worst.toExponential(1);
}
