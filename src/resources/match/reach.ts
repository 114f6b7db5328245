import { type Bilingual, InputError } from '../../base/index.ts';
import { type Facts } from '../../facts/index.ts';
import { least } from '../../measures/extremes.ts';
import { kilometres, parsePlaceId, type PlaceKind } from '../../places/index.ts';
import type { Cluster, Resource } from '../resource.ts';
import { type Area, areaOf, areaOfPlace } from '../within.ts';
import { messages } from './messages.ts';

export const REACHES = ['city', 'region', 'country', 'world'] as const;
export type Reach = (typeof REACHES)[number];

/** Who asks, and how far the one that helps may be away. */
export interface Asker {
  /** Place id; null where none was named. */
  readonly place: string | null;
  readonly name: string | null;
  /** Its cities; those that are near are near one of them. Empty for a nation, or where no place was named. */
  readonly cities: readonly string[];
  /** What is within reach, in words. */
  readonly reach: Bilingual;
  /** Whether more than one city is. */
  readonly wide: boolean;
  /** Whether something that stands in a city (or was listed for a cluster) is within reach. */
  readonly has: (one: Pick<Resource, 'place' | 'region'>) => boolean;
  /** Kilometres from the nearest of its cities, great circle; null where one of the two is no point. */
  readonly distance: (latitude: number | null, longitude: number | null) => number | null;
}

const WORLD: Bilingual = { en: 'the world', zh: '全球' };

/** The definition that a cluster of the lists is taken as, for what no list names a cluster of. */
const DEFINITION_OF: Readonly<Record<Cluster, string>> = {
  jjj: 'def:jjj_13',
  yrd: 'def:yrd_41',
  gba: 'def:gba_9_2',
  chengyu: 'def:chengyu_2021',
};

/**
 * The place that asks and what is within its reach. Without a reach: of a city the world, else the place itself. The
 * region of a city is every definition that has it, its province where none has.
 *
 * @throws InputError for a place that is none or fits several, a reach without a place, or one narrower than the place
 */
export function askerOf(place: string | null, reach: Reach | null, facts: Facts): Asker {
  if (place === null) {
    if (reach !== null && reach !== 'world') throw new InputError(messages.reachWithoutPlace({ reach }));
    const everywhere = { place: null, name: null, cities: [], reach: WORLD, wide: true };
    return { ...everywhere, has: () => true, distance: () => null };
  }
  const cluster = Object.hasOwn(DEFINITION_OF, place.trim()) ? DEFINITION_OF[place.trim() as Cluster] : null;
  const own = areaOf(cluster ?? place, facts);
  const { id, name } = own;
  const kind = parsePlaceId(id)?.kind ?? 'region';
  const cities = citiesOf(id, facts);
  const listed = cluster === null ? null : areaOf(place, facts);
  const areas = areasWithin(reach ?? (kind === 'city' ? 'world' : null), own, kind, facts);
  const points = cities.flatMap((city) => facts.gazetteer.city(city) ?? []);
  return {
    place: id,
    name,
    cities,
    reach:
      areas === null
        ? WORLD
        : {
            en: areas.map((area) => area.name).join(' or '),
            zh: areas.map((area) => area.nameZh ?? area.name).join('或'),
          },
    wide: areas === null || areas.some((area) => parsePlaceId(area.id)?.kind !== 'city'),
    has: (one) =>
      areas === null ||
      areas.some((area) => area.has(one)) ||
      (areas.includes(own) && listed?.has(one) === true),
    distance(latitude, longitude) {
      if (latitude === null || longitude === null) return null;
      const far = points.flatMap((point) =>
        point.latitude === null || point.longitude === null
          ? []
          : [kilometres(point.latitude, point.longitude, latitude, longitude)],
      );
      return far.length === 0 ? null : least(far);
    },
  };
}

/** The areas of a reach; null for the world. */
function areasWithin(reach: Reach | null, own: Area, kind: PlaceKind, facts: Facts): Area[] | null {
  const place = { id: own.id, name: own.name, nameZh: own.nameZh };
  switch (reach) {
    case null:
      return [own];
    case 'world':
      return null;
    case 'city':
      if (kind !== 'city') throw new InputError(messages.reachTooNarrow({ place, kind, reach }));
      return [own];
    case 'region': {
      if (kind === 'nation') throw new InputError(messages.reachTooNarrow({ place, kind, reach }));
      return kind === 'city' ? regionsOf(own, facts) : [own];
    }
    case 'country': {
      const nation = kind === 'nation' ? own.id : facts.nation(own.id);
      if (nation === null) throw new InputError(messages.severalCountries({ place }));
      return [areaOfPlace(nation, facts)];
    }
  }
}

/** The definitions that a city is of; its province, where it is of none; itself, where it has none. */
function regionsOf(city: Area, facts: Facts): Area[] {
  const definitions = [...facts.definitions.values()].filter(({ members }) =>
    members.some((member) => member.city === city.id),
  );
  if (definitions.length > 0) return definitions.map(({ id }) => areaOfPlace(id, facts));
  const province = facts.gazetteer.city(city.id)?.province ?? null;
  return [province === null ? city : areaOfPlace(province, facts)];
}

/** The cities of a place; none of a nation. */
export function citiesOf(id: string, facts: Facts): readonly string[] {
  const members = facts.definitions.get(id)?.members;
  if (members !== undefined) return members.map(({ city }) => city);
  const kind = parsePlaceId(id)?.kind;
  if (kind === 'city') return [id];
  return kind === 'province' ? (facts.gazetteer.admin(id) ?? []) : [];
}
