import { messages } from './messages.ts';
import { InputError, isAmbiguous } from '../../base/index.ts';
import { placeOf } from '../../facts/index.ts';
import { kilometres, normaliseName } from '../../places/index.ts';
import {
  citiesOf,
  type Directory,
  hostsOf,
  type Institution,
  institutionsNamed,
  type Party,
  type Resource,
  uniqueNames,
} from '../../resources/index.ts';

/** Whose partners are asked for, and as whom it publishes. */
export interface Subject {
  readonly kind: 'resource' | 'institution' | 'place';
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  /** Null where nothing publishes under it: a resource without a known host or city, a nation. */
  readonly party: Party | null;
  /** Whose works stand for it where it has none of its own. */
  readonly standsFor: { readonly name: string; readonly nameZh: string | null } | null;
  readonly resource: Resource | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/**
 * The resource, institution or place that a person means by an id or an exact name.
 * @throws InputError where it is none, or more than one, of whatever kind
 */
export function subjectOf(text: string, directory: Directory, institutions: readonly Institution[]): Subject {
  const key = normaliseName(text);
  const byId = directory.get(text.trim());
  const resources =
    byId !== null
      ? [byId]
      : directory.resources.filter(({ nameEn, nameZh }) =>
          [nameEn, nameZh].some((name) => name !== null && key !== '' && normaliseName(name) === key),
        );
  const named = institutionsNamed(text, institutions);
  const place = placeIdOf(text, directory);
  const hosted = uniqueNames(institutions);
  const found = [
    ...resources.map((one) => ofResource(one, hosted, directory)),
    ...named.map(ofInstitution),
    ...(typeof place === 'string' ? [ofPlace(place, directory)] : []),
  ];
  if (found.length === 1) return found[0];
  if (found.length > 1)
    throw new InputError(
      messages.severalSubjects({ text: text.trim(), found: found.map(({ kind, id }) => ({ kind, id })) }),
    );
  // What the gazetteer says of a name that it does not know, or knows twice, helps most.
  if (place instanceof InputError && isAmbiguous(place.detail)) throw place;
  throw new InputError(messages.unknownSubject({ text: text.trim() }));
}

function placeIdOf(text: string, { facts }: Directory): string | InputError {
  try {
    return placeOf(text, facts);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function ofResource(
  resource: Resource,
  hosted: ReadonlyMap<string, Institution>,
  { facts }: Directory,
): Subject {
  const { id, nameEn, nameZh, host, place, lat, lon } = resource;
  const [institution] = hostsOf(`${nameEn};${host ?? ''}`, hosted);
  const own = {
    ...{ kind: 'resource' as const, id, name: nameEn, nameZh, resource, latitude: lat, longitude: lon },
  };
  if ((institution as Institution | undefined) !== undefined)
    return {
      ...own,
      party: { institution: institution.id },
      standsFor: { name: institution.name, nameZh: null },
    };
  return place === null
    ? { ...own, party: null, standsFor: null }
    : {
        ...own,
        party: { cities: [place] },
        standsFor: { name: facts.name(place), nameZh: facts.name(place, 'zh') },
      };
}

function ofInstitution({ id, name, latitude, longitude }: Institution): Subject {
  return {
    ...{
      kind: 'institution',
      id,
      name,
      nameZh: null,
      party: { institution: id },
      standsFor: null,
      resource: null,
    },
    latitude,
    longitude,
  };
}

function ofPlace(id: string, { facts }: Directory): Subject {
  const cities = citiesOf(id, facts);
  const points = cities.flatMap((city) => facts.gazetteer.city(city) ?? []);
  const mean = (of: (typeof points)[number]['latitude'][]): number | null => {
    const known = of.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return {
    ...{ kind: 'place', id, name: facts.name(id), nameZh: facts.name(id, 'zh') },
    ...{ standsFor: null, resource: null },
    party: cities.length === 0 ? null : { cities },
    latitude: mean(points.map(({ latitude }) => latitude)),
    longitude: mean(points.map(({ longitude }) => longitude)),
  };
}

/** Kilometres from the subject; null where one of the two is no point. */
export function distanceTo(
  { latitude, longitude }: Subject,
  toLatitude: number | null,
  toLongitude: number | null,
): number | null {
  return latitude === null || longitude === null || toLatitude === null || toLongitude === null
    ? null
    : kilometres(latitude, longitude, toLatitude, toLongitude);
}
