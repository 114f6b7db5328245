import { type Bilingual, InputError } from '../../base/index.ts';
import { placeOf } from '../../facts/index.ts';
import { normaliseName, parsePlaceId } from '../../places/index.ts';
import {
  type Directory,
  hostNames,
  hostsOf,
  type Institution,
  type Resource,
} from '../../resources/index.ts';
import type { UnnamedRow } from './question.ts';
import { distanceTo, type Subject } from './subject.ts';

interface Naming {
  readonly subject: Subject;
  readonly directory: Directory;
  /** Institutions by normalised name, those of a name of their own. */
  readonly institutions: ReadonlyMap<string, Institution>;
}

/**
 * Partners that lists name: the hosts and partners of the resource, of resources in the place or hosted by the
 * institution; and resources elsewhere that name it. With the id of the resource, institution or place that has exactly
 * that name, in this order; without where none has, or several have.
 */
export function namedRows(naming: Naming): UnnamedRow[] {
  const { subject, directory } = naming;
  const cities = citiesOf(subject);
  const own = ownResources(naming, cities);
  // A partner of several stands there once.
  const partnersOf = new Map<string, string[]>();
  for (const { id, partners } of own)
    for (const name of partners) partnersOf.set(name, [...(partnersOf.get(name) ?? []), id]);
  const hosts = (subject.resource?.host ?? '').split(';').flatMap((name) => name.trim() || []);
  const found = foundOf(naming);
  const keys = new Set(
    [subject.name, subject.nameZh].flatMap((name) => (name === null ? [] : [normaliseName(name)])),
  );
  const isSubject = (name: string): boolean =>
    subject.kind === 'institution'
      ? hostsOf(name, naming.institutions).some(({ id }) => id === subject.id)
      : keys.has(normaliseName(name));
  return [
    ...hosts.map((name) =>
      row(naming, found(name), { en: `host of ${subject.id}`, zh: `${subject.id}的依托单位` }),
    ),
    ...[...partnersOf]
      .filter(([name]) => !isSubject(name))
      .map(([name, ids]) => ({ found: found(name), ids }))
      // A city of a region is no partner of it.
      .filter((one) => one.found.of !== 'place' || !cities.has(one.found.id!))
      .map((one) =>
        row(naming, one.found, {
          en: `named as partner of ${one.ids.join(', ')}`,
          zh: `列为${one.ids.join('、')}的合作单位`,
        }),
      ),
    ...(subject.kind === 'institution'
      ? own.map((one) => row(naming, asFound(one), { en: 'hosted by it', zh: '以其为依托单位' }))
      : []),
    ...directory.resources
      .filter((one) => !own.includes(one) && one.partners.some(isSubject))
      .map((one) => row(naming, asFound(one), { en: 'names it as partner', zh: '将其列为合作单位' })),
  ];
}

/** The resource itself, those in the place, or those that the institution hosts. */
function ownResources(
  { subject, directory, institutions }: Naming,
  cities: ReadonlySet<string>,
): readonly Resource[] {
  const { resource, kind, id } = subject;
  if (resource !== null) return [resource];
  return directory.resources.filter(
    ({ place, host }) =>
      (place !== null && cities.has(place)) ||
      (kind === 'institution' && hostsOf(host, institutions).some((one) => one.id === id)),
  );
}

/** The cities of a place; none of others. */
function citiesOf({ kind, party }: Subject): ReadonlySet<string> {
  return new Set(kind === 'place' && party !== null && 'cities' in party ? party.cities : []);
}

interface Found {
  readonly of: UnnamedRow['of'];
  readonly id: string | null;
  readonly nameZh: string | null;
  readonly city: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const UNKNOWN: Found = { of: null, id: null, nameZh: null, city: null, latitude: null, longitude: null };

type Named = Found & { readonly name: string };

const asFound = ({ id, nameEn, nameZh, place, lat, lon }: Resource): Named => ({
  ...{ of: 'resource', id, name: nameEn, nameZh, city: place, latitude: lat, longitude: lon },
});

/** What a name in a list leads to. */
function foundOf({ directory, institutions }: Naming): (name: string) => Named {
  const byName = new Map<string, Resource[]>();
  for (const one of directory.resources)
    for (const name of new Set([one.nameEn, one.nameZh].map((text) => normaliseName(text ?? ''))))
      if (name !== '') byName.set(name, [...(byName.get(name) ?? []), one]);
  return (name) => {
    const named = hostNames(name).map((one) => byName.get(normaliseName(one)) ?? []);
    const resources = new Set(named.find((some) => some.length > 0) ?? []);
    // As the list writes it: the resource may have a longer name.
    if (resources.size === 1) return { ...asFound([...resources][0]), name };
    const [institution, ...more] = hostsOf(name, institutions) as [Institution?, ...Institution[]];
    if (institution !== undefined && more.length === 0) {
      const { id, city, latitude, longitude } = institution;
      return { of: 'institution', id, name, nameZh: null, city, latitude, longitude };
    }
    return resources.size > 0 || institution !== undefined
      ? { ...UNKNOWN, name }
      : placeFound(name, directory);
  };
}

function placeFound(name: string, { facts }: Directory): Named {
  try {
    const id = placeOf(name, facts);
    // A name that is an id, or that of a nation, is none that a list gives a partner.
    if (parsePlaceId(name) !== null || parsePlaceId(id)?.kind === 'nation') return { ...UNKNOWN, name };
    const city = facts.gazetteer.city(id);
    const [latitude, longitude] = [city?.latitude ?? null, city?.longitude ?? null];
    return {
      of: 'place',
      id,
      name,
      nameZh: facts.name(id, 'zh'),
      city: city?.id ?? null,
      latitude,
      longitude,
    };
  } catch (error) {
    if (error instanceof InputError) return { ...UNKNOWN, name };
    throw error;
  }
}

function row(
  { subject }: Naming,
  { of, id, name, nameZh, city, latitude, longitude }: Named,
  why: Bilingual,
): UnnamedRow {
  return {
    ...{ section: 'named', of, id, name, nameZh },
    city: city === id ? null : city,
    ...{ works: null, ratio: null, common: null, alike: null, score: null },
    km: distanceTo(subject, latitude, longitude),
    why: why.en,
    whyZh: why.zh,
  };
}
