import type { Facts } from '../../facts/index.ts';
import { parsePlaceId } from '../../places/index.ts';
import { apartIn, type PlaceName } from './names.ts';

/** A place as a list of resources or institutions names it; no Chinese name where it is the same. */
export type ListedPlace = Pick<PlaceName, 'id' | 'name' | 'nameZh'>;

/** Names of places that stand together in a list, by id, from what is known without an observatory; those of one name told apart. */
export function listedPlaces(ids: readonly string[], facts: Facts): ReadonlyMap<string, ListedPlace> {
  const places = [...new Set(ids)].sort().map((id): PlaceName => {
    const [name, zh] = [facts.name(id), facts.name(id, 'zh')];
    const kind = parsePlaceId(id)?.kind ?? 'region';
    return { id, kind, name, nameZh: zh === name ? null : zh, country: null };
  });
  const apart = apartIn(new Map(places.map((place) => [place.id, place])), facts.gazetteer);
  return new Map([...apart].map(([id, { name, nameZh }]) => [id, { id, name, nameZh }]));
}
