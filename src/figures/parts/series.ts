import * as Plot from '@observablehq/plot';
import { greatest, least } from '../../measures/extremes.ts';
import type { Space } from '../figure.ts';
import { DASHES, HUES, LINE, PAPER, QUIET } from '../palette.ts';
import { plot } from '../plot.ts';
import { ratioTicks, wholes, within } from './ticks.ts';

export interface SeriesPoint {
  readonly year: number;
  readonly value: number | null;
  readonly ends: readonly [number, number] | null;
  /** Not recorded in full, or of few works: drawn hollow. */
  readonly hollow: boolean;
  readonly text: string;
}

/** One thing through the years. */
export interface Series {
  readonly name: string;
  /** Which hue and dash: the same for a place in every view. */
  readonly slot: number;
  readonly points: readonly SeriesPoint[];
}

interface SeriesOptions {
  readonly height: number;
  /** Both ends of the scale; ranks have the first on top. */
  readonly domain: readonly [number, number];
  readonly ticks?: (value: number) => string;
  readonly whole?: boolean;
  /** Lines of others, in grey, to hold this one against. */
  readonly behind?: readonly Series[];
  /** Equal ratios are equal distances. */
  readonly log?: boolean;
  /** Marks under the line: rules at years, what was expected. */
  readonly under?: readonly Plot.Markish[];
  /** Room above, in pixels, for labels of such marks. */
  readonly top?: number;
}

/** A line with the ribbon of its interval. */
export function drawSeries(space: Space, series: Series, options: SeriesOptions): SVGSVGElement {
  const { height, domain, ticks, whole = false, behind = [], log = false, under = [], top = 8 } = options;
  const { points, slot } = series;
  const colour = HUES[slot % HUES.length];
  const known = points.filter(({ value }) => value !== null);
  const years = points.map(({ year }) => year);
  const [first, last] = [least(years), greatest(years)];
  const room = first === last ? 1 : 0;
  const step = Math.max(1, Math.ceil((last - first + 1) / Math.max(2, space.width / 62)));
  const span = Math.abs(domain[1] - domain[0]);
  const cut = (value: number): number => (log ? within(value, domain) : value);
  const at = log ? [...ratioTicks(domain)] : whole && span < 5 ? wholes(domain) : 5;
  return plot(space, {
    height,
    marginLeft: 46,
    marginRight: 16,
    marginTop: top,
    marginBottom: 24,
    x: {
      type: 'linear',
      domain: [first - room, last + room],
      label: null,
      ticks: years.filter((year) => (last - year) % step === 0),
      tickFormat: 'd',
    },
    y: {
      type: log ? 'log' : 'linear',
      domain: [...domain],
      label: null,
      ticks: at,
      tickFormat: ticks ?? String,
      tickSize: 0,
    },
    marks: [
      Plot.gridY({ stroke: LINE, strokeOpacity: 1, ticks: at }),
      ...under,
      ...behind.map(({ points: others }) =>
        Plot.line(others, { x: 'year', y: 'value', stroke: QUIET, strokeOpacity: 0.35, strokeWidth: 1 }),
      ),
      Plot.areaY(points, {
        x: 'year',
        y1: ({ ends }: SeriesPoint) => (ends === null ? NaN : cut(ends[0])),
        y2: ({ ends }: SeriesPoint) => (ends === null ? NaN : cut(ends[1])),
        fill: colour,
        fillOpacity: 0.2,
      }),
      ...(points.length === 1
        ? [
            Plot.ruleX(
              points.filter(({ ends }) => ends !== null),
              {
                x: 'year',
                y1: ({ ends }: SeriesPoint) => ends![0],
                y2: ({ ends }: SeriesPoint) => ends![1],
                stroke: colour,
                strokeWidth: 2,
              },
            ),
          ]
        : []),
      Plot.line(points, {
        x: 'year',
        y: ({ value }: SeriesPoint) => value ?? NaN,
        stroke: colour,
        strokeWidth: 2,
        strokeDasharray: DASHES[slot % DASHES.length],
      }),
      Plot.dot(known, {
        x: 'year',
        y: 'value',
        r: 3,
        stroke: colour,
        strokeWidth: 1.5,
        fill: ({ hollow }: SeriesPoint) => (hollow ? PAPER : colour),
        title: 'text',
      }),
    ],
  });
}

/** From zero to the most that a line or its interval reaches. */
export function fromZero(series: readonly Series[]): [number, number] {
  const tops = series.flatMap(({ points }) =>
    points.flatMap(({ value, ends }) => [
      ...(value === null ? [] : [value]),
      ...(ends === null ? [] : [ends[1]]),
    ]),
  );
  return [0, Math.max(1e-9, greatest(tops)) * 1.03];
}
