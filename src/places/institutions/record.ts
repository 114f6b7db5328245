import type { Message } from '../../base/index.ts';
import { messages } from './messages.ts';

/** An institution as one record of one source tells it, whatever the source's own form. */
export interface InstitutionRecord {
  readonly source: 'ror' | 'openalex' | 'csv';
  /** 9-character ROR id, without the address. */
  readonly ror: string | null;
  /** `I123`. */
  readonly openalex: string | null;
  readonly name: string;
  /** Other names and labels in any language. Acronyms are left out: they fit too many. */
  readonly aliases: readonly string[];
  /** ROR types, lower case. */
  readonly types: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly geonamesId: number | null;
  readonly cityName: string | null;
  readonly subdivision: string | null;
  /** Both or neither, and a point on Earth; see `impossible`. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Whether the record gives coordinates that are none, which are left out. */
  readonly impossible?: true;
  /** A place id that the record itself gives; only hand-written tables do. */
  readonly city: string | null;
  /** ROR ids (or `I123`) of its parents, and of all it stands under in OpenAlex' lineage. */
  readonly parents: readonly string[];
  readonly lineage: readonly string[];
  readonly successors: readonly string[];
  readonly withdrawn: boolean;
  /** How many locations the record lists; it counts at the first. */
  readonly locations: number;
  /** The day of the record's last change (ISO 8601), where it says so: the newest of two wins. */
  readonly changed: string | null;
  /** What made it up, where it is no record of a real institution. */
  readonly synthetic: string | null;
}

/** Something wrong with one record of a file. */
export interface RecordProblem {
  readonly line: number;
  readonly problem: Message;
}

/** The 9 characters of a ROR id, from its address or bare; null when the text is none. */
export function rorId(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return (
    /^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/)?(0[a-hj-km-np-tv-z0-9]{6}\d{2})\/?$/i
      .exec(value.trim())?.[1]
      ?.toLowerCase() ?? null
  );
}

const OPENALEX = /^(?:https?:\/\/(?:api\.|www\.)?openalex\.org\/(?:[a-z]+\/)?)?([A-Z])([0-9]{1,15})$/i;

/** The number of an OpenAlex id of the given kind (`W`, `A`, `I`, `S`, `T`), or null where it is no such id. */
export function openAlexNumber(value: unknown, kind: string): number | null {
  if (typeof value !== 'string') return null;
  const match = OPENALEX.exec(value);
  return match !== null && match[1].toUpperCase() === kind ? Number(match[2]) : null;
}

/** What OpenAlex put where no institution was found (`I-1`, on 1.68 million works of 2026): no institution. */
export function isPlaceholder(id: unknown): boolean {
  return typeof id === 'string' && PLACEHOLDER.test(id.trim());
}

const PLACEHOLDER = /^(?:(?:https?:\/\/(?:api\.|www\.)?openalex\.org\/)(?:[a-z]+\/)?)?I-[0-9]+$/i;

/** `I123` from an OpenAlex institution's address or bare id; null when the text is none. */
export function openAlexId(value: unknown): string | null {
  const number = typeof value === 'string' ? openAlexNumber(value.trim(), 'I') : null;
  return number === null ? null : `I${number}`;
}

/** A record without coordinates that are no point on Earth, or only half of one; `note` takes them. */
export function withPossiblePoint(
  record: InstitutionRecord,
  note: (problem: Message) => void,
): InstitutionRecord {
  const { latitude, longitude } = record;
  if (latitude === null && longitude === null) return record;
  if (latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
    return record;
  note(messages.impossiblePoint({ latitude, longitude }));
  return { ...record, latitude: null, longitude: null, impossible: true };
}
