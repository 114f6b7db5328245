import type { Coordination, CoordinationRow } from '../../analyses/coordination/question.ts';
import { type Language, nameIn, percent, span } from '../../base/index.ts';
import {
  COORDINATION_MEASURES,
  type CoordinationMeasure,
  type CoordinationMeasureId,
  rowsOfPlace,
  sayValue,
} from './measures.ts';
import { side } from '../format-text.ts';
import { WORDS } from './words.ts';

/** How the region stands in the last years that have a value, hedged by its interval. */
export function coordinationTitle(
  answer: Coordination,
  id: CoordinationMeasureId,
  language: Language,
): string {
  const measure: CoordinationMeasure = COORDINATION_MEASURES[id];
  const name = nameIn(answer.place, language);
  const known = rowsOfPlace(answer, answer.place.id).filter((row) => measure.of(row).value !== null);
  const last = known.at(-1);
  const words = WORDS[language].title;
  if (last === undefined) return words.unknown(name, measure.title[language]);
  if (id === 'ratio') return ratioTitle(last, name, language);
  if (id === 'intraShare') return insideTitle(last, name, language);
  const first = known[0];
  const of = (row: CoordinationRow): string => sayValue(measure.of(row), measure.say, language);
  const now = words.now(name, measure.title[language], of(last), span(last.years));
  return first === last ? now : now + words.first(of(first), span(first.years));
}

/** Whether the cities work together more than expected from size alone, in words that an interval around 1 tempers. */
function ratioTitle({ ratio, years }: CoordinationRow, name: string, language: Language): string {
  const words = WORDS[language].title;
  const isOpen = side(ratio.interval, 1) === 'open';
  const value = sayValue(ratio, COORDINATION_MEASURES.ratio.say, language);
  return words.ratio(name, value, span(years)) + (isOpen ? words.open : '');
}

function insideTitle(
  { intraShare, expectedShare, years }: CoordinationRow,
  name: string,
  language: Language,
): string {
  const words = WORDS[language].title;
  const inside = words.inside(name, sayValue(intraShare, percent, language), span(years));
  return inside + (expectedShare === null ? '' : words.expected(percent(expectedShare, language)));
}
