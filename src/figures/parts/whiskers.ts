import type { Language } from '../../base/index.ts';
import * as Plot from '@observablehq/plot';
import type { Space } from '../figure.ts';
import { ACCENT, INK, LINE as GRID, PAPER, QUIET } from '../palette.ts';
import { plot } from '../plot.ts';
import { type Ems, emsIn, folded } from '../text-width.ts';
import { amountAxis, beyond, type Domain, edgeOf, ratioAxis } from './axis.ts';
import { ARROW, arrow, type Cut, cutsOf, sayCuts } from './cut.ts';
import { amountTicks, ratioTicks, roomyTicks, wholes } from './ticks.ts';
import { greatest } from '../../measures/extremes.ts';

type Ends = readonly [number, number] | null;

/** A value with its interval, on the row of its label. */
export interface WhiskerMark {
  readonly label: string;
  readonly value: number | null;
  readonly ends: Ends;
  /** Rests on few works: drawn faint. */
  readonly faded: boolean;
  /** Value and interval, or why there is none: stands at the right, or appears under the pointer. */
  readonly text: string;
  /** The one that is looked at among others; its label says so as well. */
  readonly accent?: boolean;
}

/** Marks of one colour and shape, one a row; several series stand below each other in a row. */
export interface WhiskerSeries {
  readonly name: string;
  readonly colour: string;
  /** Which of the shapes, so that no series is told by its colour alone. */
  readonly shape: number;
  readonly marks: readonly WhiskerMark[];
}

interface WhiskerOptions {
  /** Of what is said where something is cut. */
  readonly language: Language;
  /** Equal ratios are equal distances. */
  readonly log?: boolean | undefined;
  /** Whether ratios are written as changes in per cent. */
  readonly asChange?: boolean;
  /** Where a line stands: 1 for as much as elsewhere, 0 for no change. */
  readonly reference?: number | undefined;
  /** What lies below the reference, and what above. */
  readonly sides?: readonly [string, string] | undefined;
  readonly ticks: (value: number) => string;
  /** Whether values are whole numbers, such as ranks. */
  readonly whole?: boolean;
}

const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross'] as const;
const NARROW = 560;
/** Part of the width that labels may take. */
const MOST_LABEL = 0.45;
/** Part of the width that the axis takes at least where numbers stand beside it. */
const LEAST_AXIS = 0.25;
/** Pixels of an em, and a little more; of what stands at an arrow. */
const SIZE = 12.2;
const SMALL = 11.2;
/** Height of a line of the legend, of a label that takes several, and of what arrows mean. */
const LEGEND = 20;
const LINE = 15;
/** Room between a label and a number below it. */
const LOWER = 4;
/** Room for half of a tick's label where the axis begins or ends at it. */
const EDGE = 24;
/** Ticks of an axis of amounts. */
const TICKS = 5;

/** A mark on the row that it is drawn on, with what the axis cuts off. */
interface RowMark extends WhiskerMark {
  readonly row: string;
  readonly cuts: readonly Cut[];
}

/**
 * Dots with whiskers, a row a label: of one thing with its numbers at the right, or of several things below each other.
 * Labels stand at the left, or above their rows where it is narrow. What lies beyond the axis is an arrow with its number.
 */
export function drawWhiskers(
  space: Space,
  series: readonly WhiskerSeries[],
  { language, log = false, asChange = false, reference, sides, ticks, whole = false }: WhiskerOptions,
): SVGSVGElement {
  const ems = emsIn(space.document);
  const all = series.flatMap(({ marks }) => marks);
  const domain = log ? ratioAxis(all) : amountAxis(all, reference === undefined ? [] : [reference]);
  const drawn = series.map((one) => ({ ...one, marks: onRows(one.marks, domain, log, ticks) }));
  const labels = new Map(drawn.flatMap(({ marks }) => marks.map(({ row, label }) => [row, label])));
  const rows = [...labels.keys()];
  const widest = (texts: readonly string[], bold = false): number =>
    Math.max(0, greatest(texts.map((text) => ems(text, bold) * SIZE)));
  // Labels that would take half of it stand above their rows, as where it is narrow.
  const wide = widest([...labels.values()]);
  const narrow = space.width < NARROW || wide > space.width * MOST_LABEL;
  const single = series.length === 1;
  const told = new Map(
    [...labels].map(([row, label]) => [row, folded(label, (space.width - 8) / SIZE, ems)]),
  );
  // A label above its row that does not fit on a line takes several, and so do all: rows are of one height.
  const more = narrow
    ? LINE * (Math.max(1, greatest([...told.values()].map(({ length }) => length))) - 1)
    : 0;
  const cuts = drawn.flatMap(({ marks }) => marks.flatMap((mark) => mark.cuts));
  // Numbers at the left stand under the labels.
  const lower = narrow && cuts.some(({ side }) => side === 'low') ? LOWER : 0;
  const high = (single ? (narrow ? 34 : 22) : 12 * series.length + (narrow ? 24 : 12)) + more + lower;
  const offset = (i: number): number =>
    (single ? 0 : (i - (series.length - 1) / 2) * 12) + (narrow ? (single ? 7 : 9) + (more + lower) / 2 : 0);
  const gutter = (side: Cut['side']): number =>
    Math.max(
      0,
      greatest(
        cuts.map((cut) =>
          cut.side === side && !cut.isAll ? ARROW + 6 + ems(cut.text, cut.value) * SMALL : 0,
        ),
      ),
    );
  const room = (side: Cut['side']): number => (cuts.some((cut) => cut.side === side) ? ARROW + 2 : 0);
  const [before, after] = [Math.max(room('low'), gutter('low')), Math.max(room('high'), gutter('high'))];
  const left = narrow ? Math.max(EDGE, before) : before + wide + 14;
  const beside = single && space.width >= NARROW ? widest(series[0].marks.map(({ text }) => text)) + 14 : 0;
  // Numbers that would leave the axis no room are those of the table, and under the pointer.
  const texts =
    space.width - left - after - beside < space.width * LEAST_AXIS ? [] : beside === 0 ? [] : series[0].marks;
  const right = Math.max(EDGE, after + (texts.length === 0 ? 0 : beside));
  const part = (value: number): number =>
    log
      ? Math.log(value / domain[0]) / Math.log(domain[1] / domain[0])
      : (value - domain[0]) / (domain[1] - domain[0]);
  const place = (value: number): number => (part(value) * (space.width - left - right)) / SIZE;
  const given = log
    ? ratioTicks(domain, asChange ? 'decimals' : 'doubles')
    : whole && domain[1] - domain[0] < TICKS
      ? wholes(domain)
      : amountTicks(domain, TICKS).filter((tick) => !whole || Number.isInteger(tick));
  const at = roomyTicks(given, { from: reference ?? domain[0], text: ticks, place, ems });
  const legend = single ? [] : legendOf(series, space.width, ems);
  const lines = Math.max(0, greatest(legend.map(({ line, names }) => line + names.length)));
  const under = sides === undefined ? 24 : 40;
  const meaning = sayCuts(cuts, language).flatMap((text) => folded(text, (space.width - 8) / SMALL, ems));
  const below = under + (meaning.length === 0 ? 0 : meaning.length * LINE + 6);
  return plot(space, {
    height: lines * LEGEND + rows.length * high + 6 + below,
    marginLeft: left,
    marginRight: right,
    marginTop: 6 + lines * LEGEND,
    marginBottom: below,
    x: {
      type: log ? 'log' : 'linear',
      domain: [...domain],
      axis: null,
    },
    y: { type: 'band', domain: rows, axis: null, padding: 0 },
    marks: [
      // Of a logarithmic scale Plot leaves out the labels of some ticks that it formats.
      Plot.axisX({ ticks: at, text: (tick: number) => ticks(tick), label: null }),
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: at }),
      ...(reference === undefined ? [] : [Plot.ruleX([reference], { stroke: INK, strokeWidth: 1 })]),
      Plot.text(rows, {
        y: (row: string) => row,
        text: (row: string) => (narrow ? told.get(row)!.join('\n') : labels.get(row)!),
        frameAnchor: 'left',
        ...(narrow
          ? {
              lineAnchor: 'bottom',
              lineHeight: LINE / 12,
              dx: 4 - left,
              dy: -high / 2 + LINE + more,
              stroke: PAPER,
              strokeWidth: 3,
            }
          : { textAnchor: 'end', dx: -before - 6 }),
        fill: INK,
      }),
      ...(reference === undefined || sides === undefined
        ? []
        : sidesOf(reference, sides, {
            at: part(reference),
            left,
            right,
            width: space.width - left - right,
            ems,
          })),
      ...drawn.flatMap(({ colour, shape, marks }, i) => [
        ...marksOf(marks, colour, SHAPES[shape % 6], offset(i), domain),
        ...arrowsOf(marks, colour, offset(i), domain),
      ]),
      ...legend.flatMap(({ names, colour, shape, x, line }) => {
        const at = { frameAnchor: 'top-left' as const, dy: -lines * LEGEND + line * LEGEND + 8 };
        return [
          Plot.dot([0], { ...at, dx: x - left + 6, r: 4, symbol: SHAPES[shape % 6], fill: colour }),
          Plot.text([names.join('\n')], {
            ...at,
            dx: x - left + 16,
            dy: at.dy - 7,
            lineAnchor: 'top',
            lineHeight: LEGEND / 12,
            textAnchor: 'start',
            fill: INK,
          }),
        ];
      }),
      ...(texts.length === 0
        ? []
        : [
            Plot.text(drawn[0].marks, {
              y: 'row',
              text: 'text',
              frameAnchor: 'right',
              textAnchor: 'start',
              dx: after + 10,
              dy: offset(0),
              fill: QUIET,
            }),
          ]),
      ...(meaning.length === 0
        ? []
        : [
            Plot.text([meaning.join('\n')], {
              frameAnchor: 'bottom-left',
              lineAnchor: 'top',
              lineHeight: LINE / 11,
              dx: 4 - left,
              dy: under,
              fontSize: 11,
              fill: QUIET,
            }),
          ]),
    ],
  });
}

/** Marks on rows: of two that are called the same, as two cities may be, each has its own. */
function onRows(
  marks: readonly WhiskerMark[],
  domain: Domain,
  log: boolean,
  say: (value: number) => string,
): RowMark[] {
  const times = new Map<string, number>();
  return marks.map((mark) => {
    const time = (times.get(mark.label) ?? 0) + 1;
    times.set(mark.label, time);
    return { ...mark, row: `${mark.label} ${time}`, cuts: cutsOf(mark, domain, { log, say }) };
  });
}

const opacityOf = ({ faded }: WhiskerMark): number => (faded ? 0.4 : 1);

function marksOf(
  marks: readonly RowMark[],
  colour: string,
  symbol: (typeof SHAPES)[number],
  dy: number,
  domain: Domain,
): Plot.Markish[] {
  const hue = ({ accent }: WhiskerMark): string => (accent === true ? ACCENT : colour);
  // An interval that lies beyond the axis as a whole is in the words at its arrow.
  const shown = marks.filter(
    ({ value, ends }) => value !== null && ends !== null && ends[0] <= domain[1] && ends[1] >= domain[0],
  );
  return [
    Plot.ruleY(shown, {
      y: 'row',
      x1: ({ ends }: WhiskerMark) => edgeOf(ends![0], domain),
      x2: ({ ends }: WhiskerMark) => edgeOf(ends![1], domain),
      stroke: hue,
      strokeWidth: 2,
      strokeOpacity: opacityOf,
      dy,
    }),
    Plot.dot(
      marks.filter(({ value }) => value !== null && beyond(value, domain) === null),
      {
        y: 'row',
        x: ({ value }: WhiskerMark) => value!,
        r: 4,
        symbol,
        fill: hue,
        fillOpacity: opacityOf,
        title: ({ label, text }: WhiskerMark) => `${label}: ${text}`,
        dy,
      },
    ),
  ];
}

/** Arrows where the axis ends, with the numbers that lie beyond. */
function arrowsOf(marks: readonly RowMark[], colour: string, dy: number, domain: Domain): Plot.Markish[] {
  const hue = ({ accent }: WhiskerMark): string => (accent === true ? ACCENT : colour);
  return (['low', 'high'] as const).flatMap((side) =>
    [true, false].flatMap((isValue) => {
      const cut = marks.flatMap((mark) =>
        mark.cuts
          .filter((one) => one.side === side && one.value === isValue)
          .map(({ text: beyondText, isAll }) => ({ ...mark, beyondText, isAll })),
      );
      if (cut.length === 0) return [];
      const x = () => domain[side === 'low' ? 0 : 1];
      return [
        Plot.dot(cut, {
          ...{ y: 'row', x, r: 4, dy, symbol: arrow(side === 'low' ? 'left' : 'right', isValue) },
          ...(isValue
            ? { fill: hue, fillOpacity: opacityOf }
            : { fill: 'none', stroke: hue, strokeWidth: 1.6, strokeOpacity: opacityOf }),
          ...(isValue ? { title: ({ label, text }: WhiskerMark) => `${label}: ${text}` } : {}),
        }),
        // Outside the axis, or on it where the row has nothing else.
        ...[true, false].map((isInside) =>
          Plot.text(
            cut.filter(({ isAll }) => isAll === isInside),
            {
              ...{ y: 'row', x, dy, text: 'beyondText', fontSize: 11, fill: QUIET },
              ...(isValue ? { fontWeight: 600 } : {}),
              ...(isInside ? { stroke: PAPER, strokeWidth: 3 } : {}),
              textAnchor: (side === 'low') === isInside ? 'start' : 'end',
              dx: (side === 'low' ? -1 : 1) * (isInside ? -5 : ARROW + 3),
            },
          ),
        ),
      ];
    }),
  );
}

/** Where the names of the series stand, in lines as wide as the drawing: a long name takes several. */
function legendOf(
  series: readonly WhiskerSeries[],
  width: number,
  ems: Ems,
): readonly (WhiskerSeries & {
  readonly names: readonly string[];
  readonly x: number;
  readonly line: number;
})[] {
  let [x, line] = [0, 0];
  return series.map((one) => {
    const names = folded(one.name, (width - 20) / SIZE, ems);
    const wide = greatest(names.map((name) => ems(name))) * SIZE + 34;
    if (x > 0 && x + wide - 18 > width) [x, line] = [0, line + 1];
    const at = { ...one, names, x, line };
    [x, line] = names.length > 1 ? [0, line + names.length] : [x + wide, line];
    return at;
  });
}

/** Words under the axis, on each side of the reference where they have room. */
function sidesOf(
  reference: number,
  [below, above]: readonly [string, string],
  {
    at: part,
    left,
    right,
    width,
    ems,
  }: {
    readonly at: number;
    readonly left: number;
    readonly right: number;
    readonly width: number;
    readonly ems: Ems;
  },
): Plot.Markish[] {
  const fits = (text: string, room: number): boolean => ems(text) * SIZE + 28 <= room;
  const at = { x: [reference], frameAnchor: 'bottom' as const, dy: 34, fill: QUIET };
  return [
    ...(fits(below, part * width + left - 4)
      ? [Plot.text([`← ${below}`], { ...at, textAnchor: 'end', dx: -8 })]
      : []),
    ...(fits(above, (1 - part) * width + right - 4)
      ? [Plot.text([`${above} →`], { ...at, textAnchor: 'start', dx: 8 })]
      : []),
  ];
}
