import type { CompareRow } from '../../analyses/compare/question.ts';
import type { Figure } from '../figure.ts';
import { distinctNames } from '../names.ts';
import { type Language, number } from '../../base/index.ts';
import { clauses, fromTo, side, times } from '../format-text.ts';
import { COMMON } from '../words/common.ts';
import { compared, type Compared } from './dot-figure.ts';
import { WORDS } from './words.ts';

/** Who of the places works with whom, and inside itself, against what sizes make likely. */
export function linksCompared(answer: Compared, language: Language): Figure {
  const words = WORDS[language].links;
  const names = distinctNames(answer.places, language);
  const label = ({ place, other }: CompareRow): string => {
    const here = names.get(place.id)!;
    if (other === null) return words.inside(here);
    return `${here} – ${names.get(other.id)!}`;
  };
  const rows = answer.rows.filter(
    ({ section, what, value }) =>
      (section === 'links' && what.id === 'ratio') || (what.id === 'intra-ratio' && value !== null),
  );
  return compared(
    answer,
    {
      name: 'links-compared',
      title: title(rows, label, language),
      subtitle: words.subtitle,
      rows: rows.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)),
      label,
      slots: null,
      log: true,
      reference: 1,
      sides: [COMMON[language].belowExpected, COMMON[language].aboveExpected],
      format: (value) => number(Number(value.toPrecision(3)), language),
      digits: 2,
    },
    language,
  );
}

/** The pair that is surest to work together more than size explains, and how many surely do less. */
function title(rows: readonly CompareRow[], label: (row: CompareRow) => string, language: Language): string {
  const words = WORDS[language].links;
  const pairs = rows.filter(({ other, value }) => other !== null && value !== null);
  if (pairs.length === 0) return words.none;
  // Under ten joint works a ratio says little, whatever its interval.
  const enough = pairs.filter(({ fewWorks }) => !fewWorks);
  if (enough.length === 0) return words.few;
  const above = enough
    .filter(({ interval }) => side(interval, 1) === 'above')
    .sort((a, b) => b.interval![0] - a.interval![0]);
  const below = enough.filter(({ interval }) => side(interval, 1) === 'below');
  const counts = words.counts(enough.length, above.length, below.length);
  if (above.length === 0) return counts;
  const [top] = above;
  const interval = fromTo(top.interval, times, language);
  return clauses([counts, words.top(label(top), times(top.value!, language), interval)], language);
}
