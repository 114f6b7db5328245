import { type Language, nameIn } from '../../base/index.ts';
import { fromTo, side, times } from '../format-text.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

/** Regions of the reader's own are marked in words, so that neither hue nor an equal name confuses them with others. */
export const isOwn = ({ id }: Named): boolean => id.startsWith('adhoc:');
export const labelOf = (place: Named, language: Language): string =>
  isOwn(place) ? `${place.name}${language === 'zh' ? '（自定）' : ' (yours)'}` : nameIn(place, language);

/** How many times as much as expected the cities of a region work together, and how sure that is. */
export function ratioSaid(
  value: number | null,
  ends: readonly [number, number] | null,
  reason: string | null,
  language: Language,
): string {
  const zh = language === 'zh';
  if (value === null)
    return zh
      ? `无法计算${reason === null ? '' : `（${reason}）`}`
      : `cannot be said${reason === null ? '' : ` (${reason})`}`;
  const much = times(value, language);
  const sure = fromTo(ends, times, language);
  if (ends !== null && side(ends, 1) === 'open')
    return zh
      ? `为预期的${much}倍${sure}，与预期的差别尚无定论`
      : `${much} times${sure}, which may be as expected`;
  return zh ? `为预期的${much}倍${sure}` : `${much} times${sure}`;
}
