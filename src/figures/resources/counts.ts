import type { Language } from '../../base/index.ts';
import * as Plot from '@observablehq/plot';
import type { CountRow } from '../../resources/counts.ts';
import type { Figure, Space } from '../figure.ts';
import { AMOUNT, INK, LINE, PAPER, QUIET } from '../palette.ts';
import { plot } from '../plot.ts';
import type { CountsAnswer } from './answer.ts';

/** Labels nearer than this part of the height would overlap. */
const NEAR = 0.09;

/** How many had opened by each year: steps, as lower bounds, with those of which it is firm. */
export function resourcesThroughTime(answer: CountsAnswer, language: Language): Figure {
  const zh = language === 'zh';
  const { rows, about } = answer;
  const last = rows.at(-1);
  return {
    name: 'resources-through-time',
    title:
      last === undefined
        ? zh
          ? '没有已知启用年份的资源'
          : 'No listed resource has a year of opening'
        : zh
          ? `至${last.year}年至少有${last.byThen}项启用，其中${last.firm}项的年份有据可查`
          : `At least ${last.byThen} had opened by ${last.year}; of ${last.firm} the year stands in a source that was read`,
    subtitle: zh
      ? `累计启用的在录资源数，均为下限；另有${about.undated}项年份不详`
      : `Listed resources opened by the end of each year, all lower bounds; ${about.undated} more without a year`,
    about: answer.told,
    synthetic: answer.synthetic,
    numbers: {
      columns: [
        { title: zh ? '年份' : 'Year' },
        { title: zh ? '当年启用' : 'Opened', digits: 0 },
        { title: zh ? '累计，至少' : 'By then, at least', digits: 0 },
        { title: zh ? '其中确证' : 'Of those firm', digits: 0 },
      ],
      rows: rows.map(({ year, opened, byThen, firm }) => [year, opened, byThen, firm]),
    },
    ...(last === undefined ? { empty: zh ? '没有启用年份' : 'no year of opening is recorded' } : {}),
    draw: (space) => draw(rows, space, language),
  };
}

function draw(rows: readonly CountRow[], space: Space, language: Language): SVGSVGElement {
  const zh = language === 'zh';
  const last = rows.at(-1)!;
  const close = last.byThen - last.firm < NEAR * last.byThen;
  const lines = [
    { of: 'byThen' as const, name: zh ? '在录（下限）' : 'listed, at least', colour: AMOUNT, dash: '' },
    { of: 'firm' as const, name: zh ? '其中确证' : 'of those firm', colour: INK, dash: '5 3' },
  ];
  return plot(space, {
    height: 220,
    marginLeft: 40,
    marginRight: zh ? 110 : 125,
    marginTop: 10,
    x: {
      domain: [Math.min(rows[0].year, last.year - 1), last.year],
      label: null,
      tickFormat: 'd',
      ticks: Math.max(3, Math.round(space.width / 110)),
    },
    y: { domain: [0, last.byThen], label: null, ticks: 4, tickSize: 0 },
    marks: [
      Plot.gridY({ stroke: LINE, strokeOpacity: 1, ticks: 4 }),
      Plot.areaY(rows, { x: 'year', y: 'byThen', curve: 'step-after', fill: AMOUNT, fillOpacity: 0.12 }),
      ...lines.flatMap(({ of, name, colour, dash }) => [
        Plot.line(rows, {
          x: 'year',
          y: of,
          curve: 'step-after',
          stroke: colour,
          strokeWidth: 2,
          strokeDasharray: dash,
        }),
        Plot.text([last], {
          x: 'year',
          y: of,
          text: (row: CountRow) => `${row[of]} ${name}`,
          textAnchor: 'start',
          dx: 6,
          dy: close ? (of === 'firm' ? 8 : -8) : 0,
          fill: of === 'firm' ? QUIET : colour,
          stroke: PAPER,
          strokeWidth: 3,
        }),
      ]),
    ],
  });
}
