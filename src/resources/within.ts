import { InputError } from '../base/index.ts';
import { partial } from '../facts/cover.ts';
import { type Facts, placeOf } from '../facts/index.ts';
import { parsePlaceId } from '../places/index.ts';
import { messages } from './messages.ts';
import { type Cluster, CLUSTERS, type Resource } from './resource.ts';

/** Where resources are asked of: a place, or a cluster as lists name it. */
export interface Area {
  /** Place id, or a cluster: `gba`. */
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  /** Whether a resource, or whatever has a place, lies there; one without a place lies nowhere. */
  readonly has: (one: Pick<Resource, 'place' | 'region'>) => boolean;
  /** Members of a definition that belong in part and count whole. */
  readonly partial: readonly string[];
}

/**
 * The area that a person means: a city, province, nation or definition by id or exact name, or a cluster as the lists
 * name it (`jjj`, `yrd`, `gba`, `chengyu`). The one goes by the resource’s city; the other by what its list says, which
 * has programmes with a laboratory outside the region.
 * @throws InputError where it is none, or more than one
 */
export function areaOf(text: string, facts: Facts): Area {
  const written = text.trim();
  if (Object.hasOwn(CLUSTERS, written)) {
    const { name, nameZh } = CLUSTERS[written as Cluster];
    return { id: written, name, nameZh, has: ({ region }) => region === written, partial: [] };
  }
  const id = placeOf(written, facts);
  return areaOfPlace(facts.subjects.get(id)?.place ?? id, facts);
}

/** @throws InputError where it is no place that has resources of its own */
export function areaOfPlace(id: string, facts: Facts): Area {
  const { gazetteer } = facts;
  const named = { id, name: facts.name(id), nameZh: facts.name(id, 'zh') };
  const members = facts.definitions.get(id)?.members;
  if (members !== undefined) {
    return { ...named, has: oneOf(members.map(({ city }) => city)), partial: partial(id, facts) };
  }
  switch (parsePlaceId(id)?.kind) {
    case 'city':
      return { ...named, has: oneOf([id]), partial: [] };
    case 'province':
      return { ...named, has: oneOf(gazetteer.admin(id) ?? []), partial: [] };
    case 'nation':
      return {
        ...named,
        has: ({ place }) => place !== null && gazetteer.city(place)?.nation === id,
        partial: [],
      };
    default:
      throw new InputError(messages.notAnArea({ id }));
  }
}

function oneOf(cities: readonly string[]): Area['has'] {
  const set = new Set(cities);
  return ({ place }) => place !== null && set.has(place);
}
