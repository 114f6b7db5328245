import type { Language } from '../../base/index.ts';
import * as Plot from '@observablehq/plot';
import type { CountRow } from '../../resources/counts.ts';
import type { Figure, Space } from '../figure.ts';
import { AMOUNT, INK, LINE, PAPER, QUIET } from '../palette.ts';
import { plot } from '../plot.ts';
import { COLUMNS } from '../words/columns.ts';
import type { CountsAnswer } from './answer.ts';
import { WORDS } from './words.ts';

/** Labels nearer than this part of the height would overlap. */
const NEAR = 0.09;

/** How many had opened by each year: steps, as lower bounds, with those whose year is confirmed. */
export function resourcesThroughTime(answer: CountsAnswer, language: Language): Figure {
  const words = WORDS[language].counts;
  const { rows, about } = answer;
  const last = rows.at(-1);
  return {
    name: 'resources-through-time',
    title: last === undefined ? words.noneTitle : words.title(last.year, last.byThen, last.firm),
    subtitle: words.subtitle(about.undated),
    about: answer.told,
    synthetic: answer.synthetic,
    numbers: {
      columns: [
        { title: COLUMNS[language].year },
        { title: words.opened, digits: 0 },
        { title: words.byThen, digits: 0 },
        { title: words.confirmed, digits: 0 },
      ],
      rows: rows.map(({ year, opened, byThen, firm }) => [year, opened, byThen, firm]),
    },
    ...(last === undefined ? { empty: words.none } : {}),
    draw: (space) => draw(rows, space, language),
  };
}

function draw(rows: readonly CountRow[], space: Space, language: Language): SVGSVGElement {
  const words = WORDS[language].counts;
  const last = rows.at(-1)!;
  const close = last.byThen - last.firm < NEAR * last.byThen;
  const lines = [
    { of: 'byThen' as const, name: words.listedLine, colour: AMOUNT, dash: '' },
    { of: 'firm' as const, name: words.confirmedLine, colour: INK, dash: '5 3' },
  ];
  return plot(space, {
    height: 220,
    marginLeft: 40,
    marginRight: words.right,
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
