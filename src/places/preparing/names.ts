import { normaliseName } from '../normalise.ts';
import type { Merged } from './merge.ts';

/** What a normalised name means within a country. */
export interface NameRow {
  readonly key: string;
  readonly country: string;
  /** Null when the name is of several institutions. */
  readonly institution: string | null;
  /** How many institutions have it, at the level that decided. */
  readonly candidates: number;
  readonly via: 'name' | 'alias';
}

/**
 * Which institution a name means within a country: the one that has it as its primary name; where none has, the one
 * that has it as an alias, a label in another language, a former name, or its name in a second source. A name of
 * several institutions of the level that decides is ambiguous and means none. Acronyms are left out. Sorted by
 * country and key.
 */
export function nameTable(institutions: Iterable<Merged>): NameRow[] {
  const primary = new Map<string, Set<string>>();
  const other = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, country: string | null, name: string, id: string): void => {
    const key = normaliseName(name);
    if (country === null || key === '') return;
    const slot = `${country} ${key}`;
    const ids = map.get(slot);
    if (ids === undefined) map.set(slot, new Set([id]));
    else ids.add(id);
  };
  for (const { id, records, former } of institutions) {
    const country = records.find((record) => record.country !== null)?.country ?? null;
    for (const [order, record] of records.entries()) {
      const level = order === 0 && !record.withdrawn ? primary : other;
      add(level, record.country ?? country, record.name, id);
      for (const alias of record.aliases) add(other, record.country ?? country, alias, id);
    }
    for (const record of former)
      for (const name of [record.name, ...record.aliases]) add(other, record.country ?? country, name, id);
  }
  const rows: NameRow[] = [];
  for (const [slot, ids] of primary) rows.push(row(slot, ids, 'name'));
  for (const [slot, ids] of other) if (!primary.has(slot)) rows.push(row(slot, ids, 'alias'));
  return rows.sort(byCountryAndKey);
}

function row(slot: string, ids: ReadonlySet<string>, via: 'name' | 'alias'): NameRow {
  const [only] = ids;
  return {
    key: slot.slice(3),
    country: slot.slice(0, 2),
    institution: ids.size === 1 ? only : null,
    candidates: ids.size,
    via,
  };
}

/** Order of code units, the same on every machine. */
export function byCountryAndKey(a: NameRow, b: NameRow): number {
  if (a.country !== b.country) return a.country < b.country ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
