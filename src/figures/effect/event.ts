import type { Effect } from '../../analyses/effect/question.ts';
import { effectHeadline } from '../../analyses/effect/say.ts';
import type { Figure, Told } from '../figure.ts';
import { type Language, list } from '../../base/index.ts';
import { drawEvent } from './event-drawing.ts';
import { changeCells, changeColumns, pooledOf } from './words.ts';

/** The event study: joint works inside against those of the same cities with others, year by year around the policy. */
export function eventStudy(answer: Effect & Told, language: Language): Figure {
  const zh = language === 'zh';
  const points = answer.rows.filter(({ section }) => section === 'event');
  const drawn = points.filter(({ since, change }) => since !== null && change !== null);
  return {
    name: 'event-study',
    title: effectHeadline(answer)[language],
    subtitle: zh
      ? '区域内合作量相对于同一批城市与其他城市合作量的变化，与基准年份相比（对数刻度；竖线为区间）'
      : 'Change of joint works inside relative to those of the same cities with others, from the reference year (logarithmic scale; lines are intervals)',
    about: answer.told,
    synthetic: answer.synthetic,
    numbers: {
      columns: [
        { title: zh ? '年份' : 'Years' },
        { title: zh ? '政策后年数' : 'Since policy', digits: 0 },
        ...changeColumns(language),
        { title: zh ? '说明' : 'Note' },
      ],
      rows: points.map((row) => [
        row.what[language],
        row.since,
        ...changeCells(row),
        row.reason?.[language] ?? null,
      ]),
    },
    ...(drawn.length === 0 ? { empty: points.at(0)?.reason?.[language] ?? reasonOf(answer, language) } : {}),
    draw: (space) => drawEvent(answer, drawn, space, language),
  };
}

/** Why there is no estimate. The analysis tells how its command is given a year; a figure has no command. */
export function reasonOf(answer: Effect, language: Language): string {
  const zh = language === 'zh';
  if (answer.policy === null)
    return zh
      ? '未知该区域的政策年份：请选择一年'
      : 'no year of a policy is known of this region: choose one';
  return pooledOf(answer)?.reason?.[language] ?? (zh ? '没有估计' : 'nothing was estimated');
}

/** What the drawing's signs mean, for the line under its title. */
export function eventKey({ policy }: Effect, language: Language): string {
  const years =
    policy === null ? [] : Array.from({ length: policy.from - policy.year }, (_, i) => policy.year + i);
  const left = years.length === 0 ? '' : list(years.map(String), language);
  if (language === 'zh')
    return `空心：政策前；实心：政策后${left === '' ? '' : `；灰色：${left}年不计入总效应`}。色带：政策后的总效应及其区间。`;
  return `Open dots: before. Filled: after${left === '' ? '' : `; grey: ${left}, left out of the pooled effect`}. Band: the pooled effect and its interval.`;
}
