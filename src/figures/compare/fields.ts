import type { Figure } from '../figure.ts';
import { distinctNames } from '../names.ts';
import { type Language, list, nameIn, number } from '../../base/index.ts';
import type { Slots } from '../output-history.ts';
import { times } from '../format-text.ts';
import { compared, type Compared } from './dot-figure.ts';

/** The strongest fields of each place, each of them for all places. */
export function fieldsCompared(answer: Compared, slots: Slots, language: Language): Figure {
  const zh = language === 'zh';
  const rows = answer.rows.filter(({ section }) => section === 'fields');
  const names = distinctNames(
    rows.map(({ what }) => ({ id: what.id, name: what.en, nameZh: what.zh })),
    language,
  );
  return compared(
    answer,
    {
      name: 'fields-compared',
      title: title(answer, language),
      subtitle: zh
        ? '区位商（份额），对数刻度：1为与全部城市相同。各地点最强的领域；线为95%区间'
        : 'Location quotient by Share, on a scale of ratios: 1 is the same part as in all cities. The strongest fields of each place. Lines: 95 % intervals',
      rows,
      label: ({ what }) => names.get(what.id)!,
      slots,
      log: true,
      reference: 1,
      sides: zh ? ['少于其他城市', '多于其他城市'] : ['less than elsewhere', 'more'],
      format: (value) => number(Number(value.toPrecision(3)), language),
      digits: 2,
    },
    language,
  );
}

/** In what each is surest to be strong, by the lower end of its interval. */
function title({ rows, places }: Compared, language: Language): string {
  const zh = language === 'zh';
  const each = places.flatMap((place) => {
    const own = rows
      .filter((row) => row.section === 'fields' && row.place.id === place.id && (row.interval?.[0] ?? 0) > 1)
      .sort((a, b) => b.interval![0] - a.interval![0]);
    if (own.length === 0) return [];
    const [{ what, interval }] = own;
    const [low, high] = interval!;
    const between = `${times(low, language)}–${times(high, language)}`;
    return zh
      ? [`${nameIn(place, 'zh')}在${what.zh}（${between}倍）`]
      : [`${nameIn(place, 'en')} in ${what.en} (${between} times)`];
  });
  if (each.length === 0)
    return zh ? '没有地点确有强于其他城市的领域' : 'No place is surely stronger in a field than other cities';
  return zh ? `最确定的强项：${list(each, 'zh')}` : `Surely strongest: ${list(each, 'en')}`;
}
