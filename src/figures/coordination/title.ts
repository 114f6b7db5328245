import { timesExpected } from '../../analyses/collaboration/expected-by-size.ts';
import type { Coordination, CoordinationRow } from '../../analyses/coordination/question.ts';
import { type Language, nameIn, percent, span } from '../../base/index.ts';
import {
  COORDINATION_MEASURES,
  type CoordinationMeasure,
  type CoordinationMeasureId,
  rowsOfPlace,
  sayValue,
} from './measures.ts';

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
  if (last === undefined)
    return language === 'zh' ? `${name}：${measure.title.zh}不可知` : `${name}: ${measure.title.en} unknown`;
  if (id === 'ratio') return ratioTitle(last, name, language);
  if (id === 'intraShare') return insideTitle(last, name, language);
  const first = known[0];
  const of = (row: CoordinationRow): string => sayValue(measure.of(row), measure.say, language);
  if (language === 'zh') {
    const now = `${name}的${measure.title.zh}：${span(last.years)}年为${of(last)}`;
    return first === last ? now : `${now}，${span(first.years)}年为${of(first)}`;
  }
  const now = `${measure.title.en} of ${name}: ${of(last)} in ${span(last.years)}`;
  return first === last ? now : `${now}, ${of(first)} in ${span(first.years)}`;
}

/** Whether the cities work together more than expected from size alone, in words that an interval around 1 tempers. */
function ratioTitle({ ratio, years }: CoordinationRow, name: string, language: Language): string {
  const said = sayValue(ratio, COORDINATION_MEASURES.ratio.say, language);
  const open = ratio.interval === null || (ratio.interval[0] <= 1 && ratio.interval[1] >= 1);
  if (language === 'zh') {
    const what = `${span(years)}年${name}各城市之间的合作是${timesExpected(said).zh}`;
    return open ? `${what}，与预期无法区分` : what;
  }
  const what = `In ${span(years)} the cities of ${name} collaborate at ${timesExpected(said).en}`;
  return open ? `${what}, which cannot be distinguished from that level` : what;
}

function insideTitle(row: CoordinationRow, name: string, language: Language): string {
  const said = sayValue(row.intraShare, percent, language);
  const expected = percent(row.expectedShare, language);
  if (language === 'zh')
    return `${span(row.years)}年${name}各城市的合作中${said}留在区域内${row.expectedShare === null ? '' : `，期望为${expected}`}`;
  return `In ${span(row.years)}, ${said} of the collaboration of ${name}’s cities stays inside${row.expectedShare === null ? '' : `; ${expected} would be expected`}`;
}
