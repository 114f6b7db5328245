import { type Language, nameIn } from '../../base/index.ts';
import type { RankingRow } from './question.ts';

/** Names beyond these are counted. */
const MOST_NAMES = 2;

/** The places that one is ranked instead of, by name; null of a place that stands. */
export function sayInsteadOf(places: RankingRow['insteadOf'], language: Language): string | null {
  if (places.length === 0) return null;
  const zh = language === 'zh';
  const names = places.slice(0, MOST_NAMES).map((place) => nameIn(place, language));
  const more = places.length - names.length;
  return `${names.join(zh ? '、' : ', ')}${more === 0 ? '' : zh ? `等${places.length}个` : ` and ${more} more`}`;
}
