import type { Effect, EffectRow } from '../../analyses/effect/question.ts';
import { notCentred } from '../../analyses/effect/say.ts';
import { greatest, least } from '../../measures/extremes.ts';
import type { Figure, WithNotes } from '../figure.ts';
import { change as changed, type Language } from '../../base/index.ts';
import { clauses } from '../format-text.ts';
import { COLUMNS } from '../words/columns.ts';
import { INK } from '../palette.ts';
import { drawWhiskers, type WhiskerMark } from '../parts/whiskers.ts';
import {
  changeTick,
  changeCells,
  changeColumns,
  changedIn,
  holdsNone,
  pooledOf,
  sayChange,
  WORDS,
} from './words.ts';

/** The effect as asked, and under other countings, lags and delineations. */
export function effectSensitivity(answer: Effect & WithNotes, language: Language): Figure {
  const words = WORDS[language].sensitivity;
  const others = answer.rows.filter(({ section }) => section === 'sensitivity');
  const pooled = pooledOf(answer);
  const rows = [...(pooled === undefined ? [] : [pooled]), ...others];
  const label = (row: EffectRow): string => (row === pooled ? words.base : row.what[language]);
  return {
    name: 'effect-sensitivity',
    title: sensitivityTitle(answer, language),
    subtitle: words.subtitle,
    about: answer.told,
    synthetic: answer.synthetic,
    numbers: {
      columns: [
        { title: WORDS[language].columns.choice },
        ...changeColumns(language),
        { title: COLUMNS[language].note },
      ],
      rows: rows.map((row) => [label(row), ...changeCells(row), row.reason?.[language] ?? null]),
    },
    ...(others.length === 0 ? { empty: words.nothing } : {}),
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name: words.change,
            colour: INK,
            shape: 0,
            marks: rows.map((row) => markOf(row, label(row), language)),
          },
        ],
        {
          language,
          log: true,
          asChange: true,
          reference: 1,
          ticks: (ratio) => changeTick(ratio, language),
        },
      ),
  };
}

function markOf(row: EffectRow, label: string, language: Language): WhiskerMark {
  const found = changedIn(row);
  if (found === null)
    return { label, value: null, ends: null, faded: false, text: row.reason?.[language] ?? '–' };
  const [low, high] = found.ends;
  return {
    label,
    value: 1 + found.change,
    ends: [1 + low, 1 + high],
    faded: false,
    text: sayChange(found, language),
  };
}

/** How far the effect moves under equally defensible choices, and whether it may be zero. */
export function sensitivityTitle(answer: Effect, language: Language): string {
  const words = WORDS[language].sensitivity;
  const found = answer.rows
    .filter(({ section }) => section === 'sensitivity')
    .flatMap((row) => changedIn(row) ?? []);
  if (found.length === 0) return words.noneTitle;
  const values = found.map(({ change }) => change);
  const [low, high] = [least(values), greatest(values)].map((value) => changed(value, language));
  const zeros = found.filter(holdsNone).length;
  const caveat = notCentred(answer)?.[language];
  return clauses(
    [
      words.range(found.length, low, high),
      zeros === 0 ? words.noZero : words.zeros(zeros),
      ...(caveat === undefined ? [] : [caveat]),
    ],
    language,
  );
}
