import type { Figure } from '../figure.ts';
import { type Language, nameIn } from '../../base/index.ts';
import type { Slots } from '../output-history.ts';
import { clauses, fromTo, signed } from '../format-text.ts';
import { compared, type Compared } from './dot-figure.ts';
import { WORDS } from './words.ts';

/** How fast the Share of each place grows: against all works, and as it stands. */
export function growthCompared(answer: Compared, slots: Slots, language: Language): Figure {
  const rows = answer.rows.filter(({ section }) => section === 'growth');
  return compared(
    answer,
    {
      name: 'growth',
      title: title(answer, language),
      subtitle: WORDS[language].growth.subtitle,
      rows,
      label: ({ what }) => what[language],
      slots,
      reference: 0,
      format: signed,
      digits: 2,
    },
    language,
  );
}

/** The one that gained most on all works, and whether it surely grew faster than the next. */
function title({ rows }: Compared, language: Language): string {
  const words = WORDS[language].growth;
  const known = rows
    .filter(({ what, value }) => what.id === 'growth-relative' && value !== null)
    .sort((a, b) => b.value! - a.value!);
  if (known.length === 0) return words.none;
  const [first, second] = known;
  const name = nameIn(first.place, language);
  const rate = `${signed(first.value!, language)}${fromTo(first.interval, signed, language)}`;
  const fastest = words.fastest(name, rate);
  if (known.length < 2 || first.interval === null || second.interval === null) return fastest;
  const isApart = first.interval[0] > second.interval[1];
  const next = nameIn(second.place, language);
  return clauses([fastest, isApart ? words.apart(next) : words.overlaps(next)], language);
}
