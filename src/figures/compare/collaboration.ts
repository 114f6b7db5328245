import type { Figure } from '../figure.ts';
import { type Language, nameIn } from '../../base/index.ts';
import type { Slots } from '../output-history.ts';
import { fromTo, hundredths } from '../format-text.ts';
import { compared, type Compared } from './dot-figure.ts';
import { WORDS } from './words.ts';

const SHOWN = ['outward', 'intra', 'intra-expected'];

/** How much each place works with others, and how much of a region's collaboration stays inside. */
export function collaborationCompared(answer: Compared, slots: Slots, language: Language): Figure {
  const rows = answer.rows.filter(
    ({ what, section }) => section === 'collaboration' && SHOWN.includes(what.id),
  );
  const regions = answer.rows.some(({ what, value }) => what.id === 'intra' && value !== null);
  return compared(
    answer,
    {
      name: 'collaboration',
      title: title(answer, language),
      subtitle: WORDS[language].collaboration.subtitle,
      rows: regions ? rows : rows.filter(({ what }) => what.id === 'outward'),
      label: ({ what }) => what[language],
      slots,
      format: hundredths,
      digits: 1,
    },
    language,
  );
}

/** Who works most with others, and who least. */
function title({ rows }: Compared, language: Language): string {
  const words = WORDS[language].collaboration;
  const known = rows
    .filter(({ what, value }) => what.id === 'outward' && value !== null)
    .sort((a, b) => b.value! - a.value!);
  if (known.length === 0) return words.title;
  const say = (row: (typeof known)[number]): string =>
    `${hundredths(row.value!, language)}${fromTo(row.interval, hundredths, language)}`;
  const [first, last] = [known[0], known[known.length - 1]];
  const [most, least] = [nameIn(first.place, language), nameIn(last.place, language)];
  if (first === last) return words.one(most, say(first));
  const apart = first.interval !== null && last.interval !== null && first.interval[0] > last.interval[1];
  return words[apart ? 'apart' : 'unsettled'](most, say(first), least, say(last));
}
