import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { nextStep } from './scroll.ts';
import { useSyncExternalStore } from './store.ts';

/** The query of an address: each key with its texts in order. Whoever writes the address chooses the keys, so that it has no prototype. */
export type Query = Readonly<Record<string, readonly string[] | undefined>>;
/** A change of it: null takes a key away, what is not named stays. */
export type Change = Readonly<Record<string, string | readonly string[] | null>>;

const listeners = new Set<() => void>();
addEventListener('popstate', tell);

function tell(): void {
  for (const listener of [...listeners]) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

interface Location {
  readonly path: string;
  readonly query: Query;
}

/** The address for all parts of a page: hundreds read it, so that it is followed and taken apart once. */
export const LocationContext = createContext<Location>(locationOf(hrefNow()));

/** The address of the page, as it changes: the whole state of the application is in it. */
export const useLocation = (): Location => useContext(LocationContext);

/** Follows the address, for the one part that hands it to all others. */
export function useFollowedLocation(): Location {
  const href = useSyncExternalStore(subscribe, hrefNow);
  return useMemo(() => locationOf(href), [href]);
}

function hrefNow(): string {
  return location.pathname + location.search;
}

function locationOf(href: string): Location {
  const [path, search = ''] = href.split(/\?(.*)/s);
  return { path, query: queryOf(search) };
}

export function queryOf(search: string): Query {
  const texts = new Map<string, string[]>();
  for (const [key, text] of new URLSearchParams(search)) texts.set(key, [...(texts.get(key) ?? []), text]);
  return queryFrom(texts);
}

/** A query of these keys alone: `constructor` and `__proto__` are keys like others, and absent where nobody gave them. */
export function queryFrom(entries: Iterable<readonly [string, readonly string[]]>): Query {
  const query = Object.create(null) as Record<string, readonly string[]>;
  for (const [key, texts] of entries) query[key] = texts;
  return query;
}

/** An address: keys in the order of the alphabet, so that one selection has one address. */
export function addressOf(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const key of Object.keys(query).sort()) for (const text of query[key] ?? []) search.append(key, text);
  // Colons, commas, slashes and further equals signs are allowed in a query, and an address is read by people.
  const text = search.toString().replace(/%(?:3A|2C|2F|3D)/g, decodeURIComponent);
  return text === '' ? path : `${path}?${text}`;
}

export function changed(query: Query, change: Change): Query {
  const next = new Map(Object.entries(query) as [string, readonly string[]][]);
  for (const [key, given] of Object.entries(change)) {
    if (given === null || given.length === 0) next.delete(key);
    else next.set(key, typeof given === 'string' ? [given] : given);
  }
  return queryFrom(next);
}

/** Goes to an address; `replace` leaves no step to go back to. */
export function go(address: string, { replace = false } = {}): void {
  if (address === location.pathname + location.search) return;
  if (replace) history.replaceState(history.state, '', address);
  else history.pushState(nextStep(address.split('?')[0] === location.pathname), '', address);
  tell();
}

/** Changes the query of where one is. */
export function select(change: Change, { replace = false } = {}): void {
  go(addressOf(location.pathname, changed(queryOf(location.search.slice(1)), change)), { replace });
}
