import { axisIn, sayChoice } from '../../analyses/sensitivity/choices.ts';
import type { Sensitivity, SensitivityRow, Verdict } from '../../analyses/sensitivity/question.ts';
import { reaching } from '../../analyses/sensitivity/verdict.ts';
import { type Language, nameIn, whole } from '../../base/index.ts';
import { range } from '../format-text.ts';
import { badgeOf } from './badge.ts';
import { firstOf, sayHeadline, sayRow, subjectOf, WORDS } from './words.ts';

interface Answered {
  readonly answer: Sensitivity;
  readonly verdict: Verdict;
  readonly rows: readonly SensitivityRow[];
}

/** Whether an answer is robust, how far it moves, and which choice moves it most. */
export function robustnessTitle(answered: Answered, language: Language): string {
  const { answer, verdict, rows } = answered;
  const words = WORDS[language];
  const what = subjectOf(verdict.headline, nameIn(answer.place, language), language);
  if (verdict.undefined === verdict.settings) return words.undefined(what);
  const ends = endsOf(answered, language) + sayMoves(verdict, language);
  return words.title(what, words.verdicts[badgeOf(verdict)], sayRow(rows[0], language), ends);
}

function endsOf({ verdict, rows }: Answered, language: Language): string {
  const words = WORDS[language];
  const { headline, range: ends, settings, against } = verdict;
  const n = whole(settings - verdict.undefined, language);
  if (ends === null) {
    const firsts = [...new Set(rows.flatMap((row) => firstOf(row, language) ?? []))];
    return firsts.length === 1
      ? words.oneFirst(n)
      : words.otherFirsts(firsts.slice(1), whole(against, language), n);
  }
  const format = (value: number): string => sayHeadline(headline, value, language);
  const isSame = format(ends[0]) === format(ends[1]);
  const between = isSame ? words.same(format(ends[0]), n) : words.between(range(ends, format, language), n);
  if (against > 0)
    return between + (verdict.kind === 'rank' ? words.outside(against) : words.opposite(against));
  const reach = reaching(rows);
  return reach === 0 ? between : between + words.reach(reach, rows[0].neutral ?? 0);
}

function sayMoves({ moves, headline }: Verdict, language: Language): string {
  const most = moves.at(0);
  if (most === undefined) return '';
  const choice = sayChoice(most.axis, most, language) ?? '';
  const value = most.value === null ? firstOf(most, language)! : sayHeadline(headline, most.value, language);
  return WORDS[language].moves(axisIn(most.axis, language), choice, value);
}
