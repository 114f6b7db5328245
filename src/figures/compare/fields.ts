import type { Figure } from '../figure.ts';
import { distinctNames } from '../names.ts';
import { type Language, nameIn, number } from '../../base/index.ts';
import type { Slots } from '../output-history.ts';
import { times } from '../format-text.ts';
import { COMMON } from '../words/common.ts';
import { compared, type Compared } from './dot-figure.ts';
import { WORDS } from './words.ts';

/** The strongest fields of each place, each of them for all places. */
export function fieldsCompared(answer: Compared, slots: Slots, language: Language): Figure {
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
      subtitle: WORDS[language].fields.subtitle,
      rows,
      label: ({ what }) => names.get(what.id)!,
      slots,
      log: true,
      reference: 1,
      sides: [COMMON[language].lessThanElsewhere, COMMON[language].moreThanElsewhere],
      format: (value) => number(Number(value.toPrecision(3)), language),
      digits: 2,
    },
    language,
  );
}

/** In what each is surest to be strong, by the lower end of its interval. */
function title({ rows, places }: Compared, language: Language): string {
  const words = WORDS[language].fields;
  const each = places.flatMap((place) => {
    const own = rows
      .filter((row) => row.section === 'fields' && row.place.id === place.id && (row.interval?.[0] ?? 0) > 1)
      .sort((a, b) => b.interval![0] - a.interval![0]);
    if (own.length === 0) return [];
    const [{ what, interval }] = own;
    const [low, high] = interval!;
    return [
      words.strong(nameIn(place, language), what[language], times(low, language), times(high, language)),
    ];
  });
  return each.length === 0 ? words.none : words.strongest(each);
}
