import type { RegionPolicy } from '../../effects/index.ts';
import { greatCircle } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { CountingName, LinkFilter } from '../collaboration/counting.ts';
import { pairPanel } from '../collaboration/pair-panel.ts';
import type { PlaceFacts } from '../panel/places.ts';
import type { Population } from '../population/population.ts';
import type { EffectCities } from './cities.ts';

/** The flows between cities of an estimate, of every counting, as `effects` takes them: cities by their places in `cities`. */
export interface CityFlows {
  /** Ids. */
  readonly cities: readonly string[];
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly year: Int32Array;
  readonly years: readonly number[];
  readonly flow: Readonly<Record<CountingName, Float64Array>>;
  /** Kilometres; null where a city has no coordinates. */
  readonly distance: Float64Array | null;
  readonly region: readonly number[];
}

export async function cityFlows(
  observatory: Observatory,
  population: Population,
  { region, controls }: Pick<EffectCities, 'region' | 'controls'>,
  filter: LinkFilter,
): Promise<CityFlows> {
  const all = [...region, ...controls].sort((a, b) => (a.name.id < b.name.id ? -1 : 1));
  const years = [...population.worksByYear.keys()].sort((a, b) => a - b);
  const panel = await pairPanel(observatory, {
    population,
    places: all.map(({ name, cities }) => ({ id: name.id, kind: 'city', cities })),
    years,
    filter,
  });
  const inside = new Set(region.map(({ name }) => name.id));
  return {
    cities: panel.places,
    first: panel.a,
    second: panel.b,
    year: panel.year,
    years,
    flow: panel.y,
    distance: distances(all, panel.a, panel.b),
    region: panel.places.flatMap((id, at) => (inside.has(id) ? [at] : [])),
  };
}

function distances(places: readonly PlaceFacts[], a: Int32Array, b: Int32Array): Float64Array | null {
  if (places.some(({ point }) => point === null)) return null;
  return Float64Array.from(a, (at, i) => {
    const [here, there] = [places[at].point!, places[b[i]].point!];
    return greatCircle(here.latitude, here.longitude, there.latitude, there.longitude);
  });
}

/** The policy of a region in these flows, without the years between the policy and the first works it can change. */
export function regionPolicy(
  flows: CityFlows,
  counting: CountingName,
  policy: { readonly year: number; readonly from: number },
): RegionPolicy {
  const kept = (_: number, i: number): boolean => flows.year[i] < policy.year || flows.year[i] >= policy.from;
  return {
    first: flows.first.filter(kept),
    second: flows.second.filter(kept),
    year: flows.year.filter(kept),
    flow: flows.flow[counting].filter(kept),
    region: flows.region,
    from: policy.from,
    ...(flows.distance === null ? {} : { distance: flows.distance.filter(kept) }),
  };
}
