import { InputError } from '../../base/index.ts';
import { normaliseName } from '../../places/index.ts';
import type { Institution } from './corpus.ts';
import { messages } from './messages.ts';

/**
 * The institution that a person means by an id or by its exact name (law 6).
 * @throws InputError where it is none, or more than one
 */
export function institutionOf(text: string, institutions: readonly Institution[]): Institution {
  const found = institutionsNamed(text, institutions);
  if (found.length === 1) return found[0];
  if (found.length === 0) throw new InputError(messages.unknownInstitution({ text: text.trim() }));
  const shown = found.slice(0, 5).map(({ id, city }) => ({ id, city }));
  throw new InputError(messages.severalInstitutions({ text: text.trim(), count: found.length, shown }));
}

/** The institutions of an id (with or without https://ror.org/) or of exactly this name. */
export function institutionsNamed(text: string, institutions: readonly Institution[]): Institution[] {
  const wanted = text.trim().replace(/^https:\/\/(?:ror|openalex)\.org\//, '');
  const byId = institutions.filter(({ id }) => id === wanted);
  if (byId.length > 0) return byId;
  const key = normaliseName(wanted);
  return key === '' ? [] : institutions.filter(({ name }) => normaliseName(name) === key);
}

/** Short forms in which lists of resources write the hosts. */
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/\s*[（(][^)）]*[)）]/g, ''],
  [/,\s*CAS$/, ', Chinese Academy of Sciences'],
];

/**
 * Names that one host of a list may go by, the first that is known being meant: as it is written, without what stands in
 * brackets and with short forms spelt out, and without its parent.
 */
export function hostNames(host: string): string[] {
  const written = host.trim();
  const name = SPELT.reduce((text, [short, long]) => text.replace(short, long), written).trim();
  return [...new Set([written, name, name.replace(/, Chinese Academy of Sciences$/, '')])];
}

/** Institutions by normalised name; a name that two bear leads to none. */
export function uniqueNames(institutions: readonly Institution[]): Map<string, Institution> {
  const found = new Map<string, Institution | null>();
  for (const one of institutions) {
    const key = normaliseName(one.name);
    found.set(key, found.has(key) ? null : one);
  }
  return new Map([...found].flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])));
}

/** The institutions that host a resource, where their names are known and unique. */
export function hostsOf(host: string | null, byName: ReadonlyMap<string, Institution>): Institution[] {
  const found = (host ?? '').split(';').flatMap((one) =>
    hostNames(one)
      .flatMap((name) => byName.get(normaliseName(name)) ?? [])
      .slice(0, 1),
  );
  return [...new Set(found)];
}
