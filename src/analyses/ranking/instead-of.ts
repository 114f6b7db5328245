import { inBoth, joined, type Language, nameIn } from '../../base/index.ts';
import type { RankingRow } from './question.ts';

/** Names beyond these are counted. */
const MOST_NAMES = 2;

/** The places that one is ranked instead of, by name; null of a place that stands. */
export function sayInsteadOf(places: RankingRow['insteadOf'], language: Language): string | null {
  if (places.length === 0) return null;
  const names = places.slice(0, MOST_NAMES).map((place) => nameIn(place, language));
  const more = places.length - names.length;
  const named = joined(names, language);
  return more === 0 ? named : MORE[language]({ named, more, all: places.length });
}

const MORE = inBoth({
  en: ({ named, more }: { named: string; more: number; all: number }) => `${named} and ${more} more`,
  zh: ({ named, all }) => `${named}等${all}个`,
});
