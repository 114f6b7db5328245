import type { CityFlows } from './flows.ts';
import type { PolicyYears } from './estimate.ts';
import type { Treated } from './question.ts';

/**
 * Pairs of cities inside the region with a joint work in the years of the estimate, and their joint works before the
 * policy and from the first year on in which works may have changed. Full counting, whatever counting is estimated.
 */
export function treatedOf(flows: CityFlows, { year: policy, from }: PolicyYears): Treated {
  const inside = new Set(flows.region);
  const active = new Set<number>();
  const all = new Set<number>();
  let [before, after] = [0, 0];
  for (let i = 0; i < flows.year.length; i++) {
    const [a, b] = [flows.first[i], flows.second[i]];
    if (!inside.has(a) || !inside.has(b)) continue;
    const pair = a * flows.cities.length + b;
    all.add(pair);
    const works = flows.flow.full[i];
    if (flows.year[i] < policy) before += works;
    else if (flows.year[i] >= from) after += works;
    else continue;
    if (works > 0) active.add(pair);
  }
  return {
    pairs: active.size,
    allPairs: all.size,
    before: { from: flows.years[0], to: policy - 1, works: before },
    after: { from, to: flows.years[flows.years.length - 1], works: after },
  };
}
