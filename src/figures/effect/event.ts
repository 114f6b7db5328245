import * as Plot from '@observablehq/plot';
import type { Effect, EffectRow } from '../../analyses/effect/question.ts';
import type { Figure, Language, Space, Told } from '../figure.ts';
import { nameOf } from '../names.ts';
import { change as changed, list } from '../numbers.ts';
import { ACCENT, AMOUNT, INK, PAPER, QUIET } from '../palette.ts';
import { ratioDomain, ratioTicks, within } from '../parts/ratio-ticks.ts';
import { plot } from '../plot.ts';
import { emsOf } from '../text-width.ts';
import {
  changeTick,
  changeCells,
  changeColumns,
  type Changed,
  changedIn,
  holdsNone,
  pooledOf,
  sayChange,
  sayP,
} from './words.ts';

/** Differences before the policy are noticed from here on, as the sentence that may be said has it. */
const NOTICED = 0.1;
const NARROW = 560;

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

interface Point {
  readonly x: number;
  readonly y: number;
  readonly low: number | null;
  readonly high: number | null;
}

const pointOf = (row: EffectRow): Point => ({
  x: row.since!,
  y: 1 + row.change!,
  low: row.changeInterval === null ? null : 1 + row.changeInterval[0],
  high: row.changeInterval === null ? null : 1 + row.changeInterval[1],
});

function drawEvent(
  answer: Effect,
  rows: readonly EffectRow[],
  space: Space,
  language: Language,
): SVGSVGElement {
  const zh = language === 'zh';
  const narrow = space.width < NARROW;
  const points = rows.map(pointOf);
  const pooled = changedIn(pooledOf(answer));
  const policy = answer.policy!;
  const [first, last] = [points[0].x, points.at(-1)!.x];
  const domain = ratioDomain([
    ...points.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]),
    ...endsOf(pooled),
  ]);
  const label = new Map(rows.map((row) => [row.since, row.what[language].replace(/年$/, '')]));
  const reference = points.filter(({ low }) => low === null);
  const known = points.filter(({ low }) => low !== null);
  const lag = policy.from - policy.year;
  // With few years after it, its year stands before the line.
  const isLate = last < (last - first) / 3;
  return plot(space, {
    height: narrow ? 330 : 400,
    marginLeft: 14 + Math.max(...ratioTicks(domain).map((tick) => emsOf(changeTick(tick, language)) * 13)),
    marginBottom: narrow ? 62 : 40,
    marginTop: 34,
    x: {
      domain: [first - 0.6, last + 0.6],
      ticks: points.map(({ x }) => x),
      tickFormat: (x: number) => label.get(x) ?? '',
      tickSize: 0,
      label: null,
      ...(narrow ? { tickRotate: -45 } : {}),
    },
    y: {
      type: 'log',
      domain: [...domain],
      ticks: [...ratioTicks(domain)],
      tickFormat: (ratio: number) => changeTick(ratio, language),
      tickSize: 0,
      label: null,
      grid: true,
    },
    marks: [
      ...(pooled === null
        ? []
        : [
            Plot.rect([0], {
              x1: lag - 0.5,
              x2: last + 0.5,
              y1: within(1 + pooled.ends[0], domain),
              y2: within(1 + pooled.ends[1], domain),
              fill: AMOUNT,
              fillOpacity: 0.13,
            }),
            Plot.ruleY([1 + pooled.change], {
              x1: lag - 0.5,
              x2: last + 0.5,
              stroke: AMOUNT,
              strokeWidth: 1.5,
            }),
          ]),
      Plot.ruleY([1], { stroke: INK }),
      Plot.ruleX([-0.5], { stroke: ACCENT, strokeWidth: 1.5, strokeDasharray: '5 3' }),
      Plot.text([zh ? `${policy.year}年政策` : `policy ${policy.year}`], {
        ...{ x: -0.5, frameAnchor: 'top', textAnchor: isLate ? 'end' : 'start' },
        ...{ dx: isLate ? -5 : 5, dy: -18, fill: ACCENT },
      }),
      Plot.link(known, {
        x1: 'x',
        x2: 'x',
        y1: ({ low }: Point) => within(low!, domain),
        y2: ({ high }: Point) => within(high!, domain),
        stroke: INK,
        strokeWidth: 1.6,
      }),
      ...cut(known, domain),
      Plot.dot(known, {
        x: 'x',
        y: ({ y }: Point) => within(y, domain),
        r: 4.5,
        fill: ({ x }: Point) => (x < 0 ? PAPER : x < lag ? QUIET : INK),
        stroke: INK,
        strokeWidth: 1.5,
      }),
      Plot.dot(reference, { x: 'x', y: 'y', symbol: 'diamond2', r: 5, fill: PAPER, stroke: QUIET }),
      Plot.text(reference, {
        ...{ x: 'x', y: 'y', dy: 18, fill: QUIET, text: () => (zh ? '基准' : 'reference') },
        ...{ stroke: PAPER, strokeWidth: 4 },
      }),
      ...(pooled === null
        ? []
        : [
            Plot.text([changed(pooled.change, language)], {
              ...{
                x: last + 0.5,
                y: 1 + pooled.change,
                textAnchor: 'end',
                dy: -9,
                fill: AMOUNT,
                fontWeight: 600,
              },
              ...{ stroke: PAPER, strokeWidth: 4 },
            }),
          ]),
    ],
  });
}

const endsOf = (found: Changed | null): readonly number[] =>
  found === null ? [] : found.ends.map((end) => 1 + end);

/** Arrows where an interval goes on beyond the axis. */
function cut(points: readonly Point[], domain: readonly [number, number]): Plot.Markish[] {
  const over = points.filter(({ high }) => high! > domain[1]);
  const under = points.filter(({ low }) => low! < domain[0]);
  return [
    Plot.text(over, { x: 'x', y: () => domain[1], text: () => '▴', dy: 2 }),
    Plot.text(under, { x: 'x', y: () => domain[0], text: () => '▾', dy: -2 }),
  ];
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
