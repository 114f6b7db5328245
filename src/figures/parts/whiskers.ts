import * as Plot from '@observablehq/plot';
import { greatest, least } from '../../measures/extremes.ts';
import type { Space } from '../figure.ts';
import { ACCENT, INK, LINE as GRID, PAPER, QUIET } from '../palette.ts';
import { plot } from '../plot.ts';
import { emsOf, folded } from '../text-width.ts';
import { ratioDomain, ratioTicks, roomyTicks, wholes, within } from './ticks.ts';

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
  /** Equal ratios are equal distances. */
  readonly log?: boolean | undefined;
  /** Where a line stands: 1 for as much as elsewhere, 0 for no change. */
  readonly reference?: number | undefined;
  /** What lies below the reference, and what above. */
  readonly sides?: readonly [string, string] | undefined;
  readonly ticks?: (value: number) => string;
  /** Whether values are whole numbers, such as ranks. */
  readonly whole?: boolean;
}

const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross'] as const;
const NARROW = 560;
/** Part of the width that labels may take. */
const MOST_LABEL = 0.45;
/** Pixels of an em, and a little more. */
const SIZE = 12.2;
/** Height of a line of the legend, and of a label that takes several. */
const LEGEND = 20;
const LINE = 15;
/** Room for half of a tick's label where the axis begins or ends at it. */
const EDGE = 24;

/**
 * Dots with whiskers, a row a label: of one thing with its numbers at the right, or of several things below each other.
 * Labels stand at the left, or above their rows where it is narrow.
 */
export function drawWhiskers(
  space: Space,
  series: readonly WhiskerSeries[],
  { log = false, reference, sides, ticks = String, whole = false }: WhiskerOptions,
): SVGSVGElement {
  const labels = [...new Set(series.flatMap(({ marks }) => marks.map(({ label }) => label)))];
  const widest = (texts: readonly string[]): number =>
    Math.max(0, greatest(texts.map((text) => emsOf(text) * SIZE)));
  // Labels that would take half of it stand above their rows, as where it is narrow.
  const narrow = space.width < NARROW || widest(labels) > space.width * MOST_LABEL;
  const single = series.length === 1;
  const told = new Map(labels.map((label) => [label, folded(label, (space.width - 8) / SIZE)]));
  // A label above its row that does not fit on a line takes several, and so do all: rows are of one height.
  const more = narrow
    ? LINE * (Math.max(1, greatest([...told.values()].map(({ length }) => length))) - 1)
    : 0;
  const row = (single ? (narrow ? 34 : 22) : 12 * series.length + (narrow ? 24 : 12)) + more;
  const texts = single && space.width >= NARROW ? series[0].marks.map(({ text }) => text) : [];
  const values = valuesOf(series);
  const domain = log ? ratioDomain(values.filter((value) => value > 0)) : amounts(values, reference);
  const offset = (i: number): number =>
    (single ? 0 : (i - (series.length - 1) / 2) * 12) + (narrow ? (single ? 7 : 9) + more / 2 : 0);
  const left = narrow ? EDGE : widest(labels) + 14;
  const right = Math.max(EDGE, widest(texts) + 14);
  const part = (value: number): number =>
    log
      ? Math.log(value / domain[0]) / Math.log(domain[1] / domain[0])
      : (value - domain[0]) / (domain[1] - domain[0]);
  const place = (value: number): number => (part(value) * (space.width - left - right)) / SIZE;
  const isFew = whole && domain[1] - domain[0] < 5;
  const given = log ? ratioTicks(domain) : isFew ? wholes(domain) : null;
  const at = given === null ? 5 : roomyTicks(given, { from: reference ?? domain[0], text: ticks, place });
  const legend = single ? [] : legendOf(series, space.width);
  const lines = Math.max(0, greatest(legend.map(({ line, names }) => line + names.length)));
  return plot(space, {
    height: lines * LEGEND + labels.length * row + (sides === undefined ? 30 : 46),
    marginLeft: left,
    marginRight: right,
    marginTop: 6 + lines * LEGEND,
    marginBottom: sides === undefined ? 24 : 40,
    x: {
      type: log ? 'log' : 'linear',
      // Of a scale of tens Plot leaves out the labels of some ticks that it is given.
      ...(log ? { base: 2 } : {}),
      domain: [...domain],
      label: null,
      ticks: at,
      tickFormat: ticks,
    },
    y: { type: 'band', domain: labels, axis: null, padding: 0 },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: at }),
      ...(reference === undefined ? [] : [Plot.ruleX([reference], { stroke: INK, strokeWidth: 1 })]),
      narrow
        ? Plot.text(labels, {
            y: (label: string) => label,
            text: (label: string) => told.get(label)!.join('\n'),
            frameAnchor: 'left',
            lineAnchor: 'bottom',
            lineHeight: LINE / 12,
            dx: 4 - left,
            dy: -row / 2 + LINE + more,
            fill: INK,
            stroke: PAPER,
            strokeWidth: 3,
          })
        : Plot.axisY({ tickSize: 0, label: null, fill: INK }),
      ...(reference === undefined || sides === undefined
        ? []
        : sidesOf(reference, sides, {
            at: part(reference),
            width: space.width - left - right,
          })),
      ...series.flatMap(({ colour, shape, marks }, i) =>
        marksOf(marks, colour, SHAPES[shape % 6], offset(i), domain),
      ),
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
            Plot.text(series[0].marks, {
              y: 'label',
              text: 'text',
              frameAnchor: 'right',
              textAnchor: 'start',
              dx: 10,
              dy: offset(0),
              fill: QUIET,
            }),
          ]),
    ],
  });
}

function marksOf(
  marks: readonly WhiskerMark[],
  colour: string,
  symbol: (typeof SHAPES)[number],
  dy: number,
  domain: readonly [number, number],
): Plot.Markish[] {
  const known = marks.filter(({ value }) => value !== null);
  const opacity = ({ faded }: WhiskerMark): number => (faded ? 0.4 : 1);
  const hue = ({ accent }: WhiskerMark): string => (accent === true ? ACCENT : colour);
  return [
    Plot.ruleY(
      known.filter(({ ends }) => ends !== null),
      {
        y: 'label',
        x1: ({ ends }: WhiskerMark) => within(ends![0], domain),
        x2: ({ ends }: WhiskerMark) => within(ends![1], domain),
        stroke: hue,
        strokeWidth: 2,
        strokeOpacity: opacity,
        dy,
      },
    ),
    Plot.dot(known, {
      y: 'label',
      x: ({ value }: WhiskerMark) => within(value!, domain),
      r: 4,
      symbol,
      fill: hue,
      fillOpacity: opacity,
      title: ({ label, text }: WhiskerMark) => `${label}: ${text}`,
      dy,
    }),
  ];
}

/** Where the names of the series stand, in lines as wide as the drawing: a long name takes several. */
function legendOf(
  series: readonly WhiskerSeries[],
  width: number,
): readonly (WhiskerSeries & {
  readonly names: readonly string[];
  readonly x: number;
  readonly line: number;
})[] {
  let [x, line] = [0, 0];
  return series.map((one) => {
    const names = folded(one.name, (width - 20) / SIZE);
    const wide = greatest(names.map(emsOf)) * SIZE + 34;
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
  { at: part, width }: { readonly at: number; readonly width: number },
): Plot.Markish[] {
  const fits = (text: string, room: number): boolean => emsOf(text) * SIZE + 28 <= room + 14;
  const at = { x: [reference], frameAnchor: 'bottom' as const, dy: 34, fill: QUIET };
  return [
    ...(fits(below, part * width) ? [Plot.text([`← ${below}`], { ...at, textAnchor: 'end', dx: -8 })] : []),
    ...(fits(above, (1 - part) * width)
      ? [Plot.text([`${above} →`], { ...at, textAnchor: 'start', dx: 8 })]
      : []),
  ];
}

const valuesOf = (series: readonly WhiskerSeries[]): number[] =>
  series.flatMap(({ marks }) =>
    marks.flatMap(({ value, ends }) => [...(value === null ? [] : [value]), ...(ends ?? [])]),
  );

function amounts(values: readonly number[], reference: number | undefined): readonly [number, number] {
  const all = reference === undefined ? values : [...values, reference];
  if (all.length === 0) return [0, 1];
  const [low, high] = [least(all), greatest(all)];
  const room = (high - low) * 0.04 || 1;
  return [low - room, high + room];
}
