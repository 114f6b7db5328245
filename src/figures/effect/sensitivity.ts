import type { Effect, EffectRow } from '../../analyses/effect/question.ts';
import { notCentred } from '../../analyses/effect/say.ts';
import { greatest, least } from '../../measures/extremes.ts';
import type { Figure, Told } from '../figure.ts';
import { change as changed, type Language, whole } from '../../base/index.ts';
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
} from './words.ts';

/** The effect as asked, and under other countings, lags and delineations. */
export function effectSensitivity(answer: Effect & Told, language: Language): Figure {
  const zh = language === 'zh';
  const others = answer.rows.filter(({ section }) => section === 'sensitivity');
  const pooled = pooledOf(answer);
  const rows = [...(pooled === undefined ? [] : [pooled]), ...others];
  const label = (row: EffectRow): string =>
    row === pooled ? (zh ? '按所选口径' : 'As asked') : row.what[language];
  return {
    name: 'effect-sensitivity',
    title: sensitivityTitle(answer, language),
    subtitle: zh
      ? '政策后区域内合作量的变化及区间（对数刻度）'
      : 'Change of joint works inside after the policy, with intervals (logarithmic scale)',
    about: answer.told,
    synthetic: answer.synthetic,
    numbers: {
      columns: [
        { title: zh ? '口径' : 'Asked otherwise' },
        ...changeColumns(language),
        { title: zh ? '说明' : 'Note' },
      ],
      rows: rows.map((row) => [label(row), ...changeCells(row), row.reason?.[language] ?? null]),
    },
    ...(others.length === 0 ? { empty: zh ? '没有其他口径的估计' : 'nothing was estimated otherwise' } : {}),
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name: zh ? '变化' : 'change',
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
  const zh = language === 'zh';
  const found = answer.rows
    .filter(({ section }) => section === 'sensitivity')
    .flatMap((row) => changedIn(row) ?? []);
  if (found.length === 0) return zh ? '没有其他口径的估计' : 'Nothing was estimated under other choices';
  const values = found.map(({ change }) => change);
  const [low, high] = [least(values), greatest(values)].map((value) => changed(value, language));
  const none = found.filter(holdsNone).length;
  const [n, of] = [none, found.length].map((count) => whole(count, language));
  const but = notCentred(answer)?.[language];
  const caveat = but === undefined ? '' : zh ? `；${but}` : `; ${but}`;
  if (zh) {
    const range = `换用另外${of}种计数、滞后或划定范围，变化在${low}至${high}之间`;
    return `${none === 0 ? `${range}，区间均不含零` : `${range}，其中${n}个区间含零：结论不稳健`}${caveat}`;
  }
  const range = `Under ${of} other countings, lags and definitions the change is ${low} to ${high}`;
  return `${none === 0 ? `${range}; no interval includes 0` : `${range}; ${n} of the intervals ${none === 1 ? 'includes' : 'include'} 0, so it is sensitive to these choices`}${caveat}`;
}
