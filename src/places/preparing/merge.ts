import { least } from '../../measures/extremes.ts';
import type { InstitutionRecord } from '../institutions/record.ts';
import { normaliseName } from '../normalise.ts';
import { followSuccessors, type Succession } from './successors.ts';

/** An institution and all that is told of it: the first record decides its name and, if it can, its place. */
export interface Merged {
  readonly id: string;
  readonly ror: string | null;
  readonly openalex: string | null;
  readonly records: readonly InstitutionRecord[];
  /** Withdrawn records that it stands for. */
  readonly former: readonly InstitutionRecord[];
}

export interface Merging {
  /** By institution id, sorted. */
  readonly institutions: ReadonlyMap<string, Merged>;
  /** Every ROR and OpenAlex id known, those of withdrawn records too, → institution id. */
  readonly ids: ReadonlyMap<string, string>;
  readonly succession: Succession;
  /** Records left out because a newer one has the same id. */
  readonly repeated: number;
}

/** The id of an institution that is known by name alone. */
export function nameId(country: string, name: string): string {
  return `name:${country}:${normaliseName(name)}`;
}

/**
 * Unites records into institutions: withdrawn ROR records with their successor, an OpenAlex record with the ROR record
 * it names. ROR speaks first, then OpenAlex, then tables written by hand. Of two records with the same id, the one
 * changed later stays, else the later one.
 */
export function mergeRecords(records: readonly InstitutionRecord[]): Merging {
  const newest = new Map<string, InstitutionRecord>();
  for (const record of records) {
    const key = `${record.source} ${ownId(record)}`;
    const other = newest.get(key);
    if (other === undefined || (other.changed ?? '') <= (record.changed ?? '')) newest.set(key, record);
  }
  const kept = [...newest.values()];
  const succession = followSuccessors(new Map(kept.flatMap((record) => withRor(record))));
  const ids = new Map<string, string>();
  const groups = new Map<string, { records: InstitutionRecord[]; former: InstitutionRecord[] }>();
  for (const source of ['ror', 'openalex', 'csv'] as const) {
    for (const record of kept) {
      if (record.source !== source) continue;
      const id = institutionOf(record, succession, ids);
      const group = groups.get(id) ?? { records: [], former: [] };
      groups.set(id, group);
      const isFormer = record.withdrawn && record.ror !== null && succession.final.has(record.ror);
      (isFormer ? group.former : group.records).push(record);
      for (const own of [record.ror, record.openalex]) if (own !== null && !ids.has(own)) ids.set(own, id);
    }
  }
  const institutions = new Map<string, Merged>();
  for (const id of [...groups.keys()].sort()) institutions.set(id, institution(id, groups.get(id)!));
  return { institutions, ids, succession, repeated: records.length - kept.length };
}

function ownId(record: InstitutionRecord): string {
  return record.openalex ?? record.ror ?? nameId(record.country ?? '', record.name);
}

/** The records that may succeed and be succeeded: ROR's own, and tables in ROR's columns. */
function withRor(record: InstitutionRecord): [string, InstitutionRecord][] {
  return record.ror !== null && record.source !== 'openalex' ? [[record.ror, record]] : [];
}

function institutionOf(
  record: InstitutionRecord,
  succession: Succession,
  ids: ReadonlyMap<string, string>,
): string {
  if (record.ror !== null) return succession.final.get(record.ror) ?? record.ror;
  if (record.openalex !== null) return ids.get(record.openalex) ?? record.openalex;
  return nameId(record.country ?? '', record.name);
}

function institution(
  id: string,
  group: { records: InstitutionRecord[]; former: InstitutionRecord[] },
): Merged {
  const { records, former } = group;
  const numbers = records.flatMap(({ openalex }) => (openalex === null ? [] : [Number(openalex.slice(1))]));
  return {
    id,
    ror: /^0/.test(id) ? id : null,
    openalex: numbers.length === 0 ? null : `I${least(numbers)}`,
    records,
    former,
  };
}
