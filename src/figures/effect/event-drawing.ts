import * as Plot from '@observablehq/plot';
import type { Effect, EffectRow } from '../../analyses/effect/question.ts';
import { greatest } from '../../measures/extremes.ts';
import type { Language, Space } from '../figure.ts';
import { change as changed } from '../numbers.ts';
import { ACCENT, AMOUNT, INK, PAPER, QUIET } from '../palette.ts';
import { ratioDomain, ratioTicks, within } from '../parts/ticks.ts';
import { plot } from '../plot.ts';
import { emsOf } from '../text-width.ts';
import { changeTick, type Changed, changedIn, pooledOf } from './words.ts';

const NARROW = 560;

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

/** The change of every year with its interval, around the line of the policy; the pooled effect as a band. */
export function drawEvent(
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
    marginLeft: 14 + greatest(ratioTicks(domain).map((tick) => emsOf(changeTick(tick, language)) * 13)),
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
