import type { CheckedRow } from '../../../claims/check.ts';
import { byName, type Language, nameIn } from '../../../base/index.ts';
import type { Query } from '../../state/location.ts';

/** What the list is narrowed to; every one that is given must hold. They live in the address. */
export interface ClaimFilters {
  /** A verdict, or `none`. */
  readonly verdict: string | null;
  readonly check: string | null;
  /** Id of what claims are about. */
  readonly about: string | null;
  readonly words: string | null;
}

export const KEYS = ['verdict', 'check', 'about', 'words'] as const;

export function filtersIn(query: Query): ClaimFilters {
  const one = (key: string): string | null => query[key]?.at(-1) ?? null;
  return { verdict: one('verdict'), check: one('check'), about: one('about'), words: one('words') };
}

/** The claims that fit. Words are looked for in both languages, whatever is read. */
export function fitting(claims: readonly CheckedRow[], filters: ClaimFilters): CheckedRow[] {
  const { verdict, check, about } = filters;
  const words = plain(filters.words ?? '').split(' ');
  return claims.filter((claim) => {
    const { text, id, said, source } = claim;
    const all = plain([id, text.en, text.zh, said.publisher, source, claim.place?.name].join(' '));
    return (
      (verdict === null || (claim.verdict ?? 'none') === verdict) &&
      (check === null || claim.check === check) &&
      (about === null || claim.subject === about) &&
      words.every((word) => all.includes(word))
    );
  });
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** The places that claims are about, by name. */
export function placesOf(
  claims: readonly CheckedRow[],
  language: Language,
): readonly { readonly value: string; readonly label: string }[] {
  const places = new Map(claims.flatMap(({ place }) => (place === null ? [] : [[place.id, place]])));
  return [...places.values()]
    .sort((a, b) => byName(a, b, language))
    .map((place) => ({ value: place.id, label: nameIn(place, language) }));
}
