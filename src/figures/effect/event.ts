import type { Effect } from '../../analyses/effect/question.ts';
import type { Figure, Language, Told } from '../figure.ts';
import { nameOf } from '../names.ts';
import { list } from '../numbers.ts';
import { drawEvent } from './event-drawing.ts';
import { changeCells, changeColumns, changedIn, holdsNone, pooledOf, sayChange, sayP } from './words.ts';

/** Differences before the policy are noticed from here on, as the sentence that may be said has it. */
const NOTICED = 0.1;

/** The event study: flows inside against those of the same cities with others, year by year around the policy. */
export function eventStudy(answer: Effect & Told, language: Language): Figure {
  const zh = language === 'zh';
  const points = answer.rows.filter(({ section }) => section === 'event');
  const drawn = points.filter(({ since, change }) => since !== null && change !== null);
  return {
    name: 'event-study',
    title: eventTitle(answer, language),
    subtitle: zh
      ? '区域内流量相对于同一批城市与其他城市流量的变化，与基准年份相比（对数刻度；竖线为区间）'
      : 'Change of flows inside against those of the same cities with others, from the reference year (logarithmic scale; lines are intervals)',
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

/** What changed after the policy, hedged by its interval and by what was seen before. */
export function eventTitle(answer: Effect, language: Language): string {
  const zh = language === 'zh';
  const { policy, pretrend } = answer;
  const name = nameOf(answer.place, language);
  const found = changedIn(pooledOf(answer));
  if (found === null || policy === null)
    return zh ? `${name}：无法估计政策效应` : `${name}: no effect can be estimated`;
  const said = sayChange(found, language);
  const noticed = pretrend !== null && pretrend.p <= NOTICED;
  const p = pretrend === null ? '' : sayP(pretrend.p, language);
  if (zh) {
    const what = holdsNone(found)
      ? `${policy.year}年之后${name}内部流量的变化与零无法区分：${said}`
      : `${policy.year}年之后${name}内部流量相对${found.change > 0 ? '上升' : '下降'}：${said}`;
    return noticed ? `${what}；但政策前各年已有差异（${p}）` : what;
  }
  const what = holdsNone(found)
    ? `The change of flows inside ${name} after ${policy.year} cannot be told from none: ${said}`
    : `Flows inside ${name} ${found.change > 0 ? 'rose' : 'fell'} after ${policy.year}, against those with others: ${said}`;
  return noticed ? `${what}; but they already differed before (${p})` : what;
}

/** What the test before the policy says, in words. */
export function sayPretrend({ pretrend }: Effect, language: Language): string {
  const zh = language === 'zh';
  if (pretrend === null)
    return zh ? '政策前的年份不足，无法检验。' : 'There are too few years before the policy for a test.';
  const p = sayP(pretrend.p, language);
  if (pretrend.p <= NOTICED)
    return zh
      ? `政策前各年已有差异（联合检验${p}）：不能把此后的变化读作政策效应。`
      : `Before the policy the years already differed jointly (${p}): what came after cannot be read as its effect.`;
  return zh
    ? `政策前各年没有发现联合差异（${p}）；这本身不证明任何结论，检验可能缺乏功效。`
    : `Before the policy no joint difference was found (${p}). That proves nothing by itself: the test may have had no power.`;
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
