import type { Language } from '../../base/index.ts';
import { LOCATED_BY_KEY, OBSERVATORY_KEY } from './observatory.ts';
import { type Query, queryFrom, useLocation } from './location.ts';

/**
 * What is selected: it lives in the address, every page reads it and every control writes it. Texts are as the interface
 * over HTTP takes them.
 */
export interface Selection {
  readonly lang: Language;
  /** Ids of places, and names of the reader's own regions. */
  readonly places: readonly string[];
  /** `2015-2024`; null for all. */
  readonly years: string | null;
  readonly field: string | null;
  readonly sector: string | null;
  readonly by: 'share' | 'count';
  /** Of links. */
  readonly counting: Counting | null;
  /** The definition whose regions are in view. */
  readonly definition: string | null;
  /** The reader's own regions: `Name=cn:3100,cn:3205`. */
  readonly regions: readonly string[];
}

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** Ways to count a joint work, as links have them. */
export type Counting = 'full' | 'fractional' | 'partner' | 'score';
const COUNTINGS: readonly string[] = ['full', 'fractional', 'partner', 'score'] satisfies Counting[];

/** Keys that stay when one goes from page to page. */
const KEPT = [
  OBSERVATORY_KEY,
  LOCATED_BY_KEY,
  'lang',
  'places',
  'years',
  'field',
  'sector',
  'by',
  'counting',
  'definition',
  'region',
] as const;

export const kept = (query: Query): Query =>
  queryFrom(KEPT.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]])));

function selectionOf(query: Query): Selection {
  const one = (key: string): string | null => query[key]?.at(-1) ?? null;
  return {
    lang: LANGUAGES.find((lang) => lang === one('lang')) ?? 'en',
    places: (one('places') ?? '').split(',').filter((id) => id !== ''),
    years: one('years'),
    field: one('field'),
    sector: one('sector'),
    by: one('by') === 'count' ? 'count' : 'share',
    counting: COUNTINGS.includes(one('counting') ?? '') ? (one('counting') as Counting) : null,
    definition: one('definition'),
    regions: query.region ?? [],
  };
}

export function useSelection(): Selection {
  return selectionOf(useLocation().query);
}

/** The works that a question is about, as the interface takes them. */
export function filtersOf({ years, field, sector }: Selection): Record<string, string | null> {
  return { years, field, sector };
}
