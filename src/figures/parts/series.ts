import type { Language } from '../../base/index.ts';
import * as Plot from '@observablehq/plot';
import { greatest, least } from '../../measures/extremes.ts';
import type { Space } from '../figure.ts';
import { DASHES, HUES, LINE, PAPER, QUIET } from '../palette.ts';
import { plot } from '../plot.ts';
import { emsIn } from '../text-width.ts';
import { beyond, type Domain, edgeOf, type Spread } from './axis.ts';
import { cutsOf, sayCuts } from './cut.ts';
import { amountTicks, ratioTicks, wholes } from './ticks.ts';
import { inLanes, roomAt, yearArrows, type YearCut } from './year-cuts.ts';

export interface SeriesPoint extends Spread {
  readonly year: number;
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

export interface SeriesOptions {
  readonly height: number;
  /** Both ends of the scale; ranks have the first on top. */
  readonly domain: Domain;
  readonly ticks: (value: number) => string;
  readonly whole?: boolean;
  /** Lines of others, in grey, to hold this one against. */
  readonly behind?: readonly Series[];
  /** Equal ratios are equal distances. */
  readonly log?: boolean;
  /** Marks under the line: rules at years, what was expected. */
  readonly under?: (above: number) => readonly Plot.Markish[];
  /** Room above, in pixels, for labels of such marks: above what else stands there. */
  readonly top?: number;
}

const MARGIN = { left: 46, right: 16, bottom: 24 };
/** Pixels of an em, and a little more. */
const SIZE = 12.2;
/** Ticks of an axis of amounts. */
const TICKS = 5;

type Shown = Pick<SeriesOptions, 'domain' | 'ticks' | 'log'>;

/** What an axis cuts off of a series. */
function cutsIn({ points, slot }: Series, { domain, ticks, log = false }: Shown): YearCut[] {
  const colour = HUES[slot % HUES.length];
  return points.flatMap((point) =>
    cutsOf(point, domain, { log, say: ticks }).map((cut) => ({
      ...{ ...cut, x: point.year, colour, title: point.text },
    })),
  );
}

/** What arrows on the axis of some series mean. */
export const saySeriesCuts = (series: readonly Series[], shown: Shown, language: Language): string[] =>
  sayCuts(
    series.flatMap((one) => cutsIn(one, shown)),
    language,
  );

/** A line with the ribbon of its interval. What lies beyond the axis is an arrow with its number above or below. */
export function drawSeries(space: Space, series: Series, options: SeriesOptions): SVGSVGElement {
  const { domain, whole = false, behind = [], log = false, under, top = 8 } = options;
  const ems = emsIn(space.document);
  const { slot } = series;
  const colour = HUES[slot % HUES.length];
  const points = unbroken(series.points);
  const known = points.filter(({ value }) => value !== null && beyond(value, domain) === null);
  const years = series.points.map(({ year }) => year);
  const [first, last] = [least(years), greatest(years)];
  const room = first === last ? 1 : 0;
  const span = Math.abs(domain[1] - domain[0]);
  const at = log
    ? [...ratioTicks(domain)]
    : whole
      ? span < TICKS
        ? wholes(domain)
        : amountTicks(domain, TICKS).filter(Number.isInteger)
      : amountTicks(domain, TICKS);
  // Amounts too small for the decimals of a measure are labelled with as many as they have.
  const isTold = new Set(at.map(options.ticks)).size === at.length || whole;
  const ticks = isTold ? options.ticks : String;
  const left = Math.max(MARGIN.left, greatest(at.map((tick) => ems(ticks(tick)) * SIZE + 10)));
  const across = (year: number): number =>
    left + ((year - first + room) / (last - first + 2 * room)) * (space.width - left - MARGIN.right);
  const cutsOfOne = (one: Series) => inLanes(cutsIn(one, options), { across, width: space.width, ems });
  const cuts = cutsOfOne(series);
  // Panels beside each other have their axes at one height, whoever of them is cut.
  const all = [series, ...behind].flatMap(cutsOfOne);
  const [upper, lower] = domain[0] > domain[1] ? (['low', 'high'] as const) : (['high', 'low'] as const);
  const [above, below] = [roomAt(upper, all), roomAt(lower, all)];
  const step = Math.max(1, Math.ceil((last - first + 1) / Math.max(2, space.width / 62)));
  const valueOf = ({ value }: SeriesPoint): number =>
    value === null || beyond(value, domain) !== null ? NaN : value;
  const endOf =
    (which: 0 | 1) =>
    ({ ends }: SeriesPoint): number =>
      ends === null || isBeyond(ends, domain) ? NaN : edgeOf(ends[which], domain);
  return plot(space, {
    height: options.height + above + below,
    marginLeft: left,
    marginRight: MARGIN.right,
    marginTop: top + above,
    marginBottom: MARGIN.bottom + below,
    x: {
      type: 'linear',
      domain: [first - room, last + room],
      axis: null,
    },
    y: { type: log ? 'log' : 'linear', domain: [...domain], axis: null },
    marks: [
      Plot.axisX({
        ticks: years.filter((year) => (last - year) % step === 0),
        tickFormat: 'd',
        label: null,
        ...(below === 0 ? {} : { tickSize: 0, tickPadding: 6 + below }),
      }),
      // Of a logarithmic scale Plot leaves out the labels of some ticks that it formats.
      Plot.axisY({ ticks: at, text: (tick: number) => ticks(tick), tickSize: 0, label: null }),
      Plot.gridY({ stroke: LINE, strokeOpacity: 1, ticks: at }),
      ...(under?.(above) ?? []),
      ...behind.map((other) =>
        Plot.line(unbroken(other.points), {
          ...{ x: 'year', y: valueOf, stroke: QUIET, strokeOpacity: 0.35, strokeWidth: 1 },
        }),
      ),
      Plot.areaY(points, { x: 'year', y1: endOf(0), y2: endOf(1), fill: colour, fillOpacity: 0.2 }),
      // A ribbon between two years needs both.
      Plot.ruleX(
        points.filter((point, i) => hasEnds(point) && !hasEnds(points[i - 1]) && !hasEnds(points[i + 1])),
        { x: 'year', y1: endOf(0), y2: endOf(1), stroke: colour, strokeWidth: 2, strokeOpacity: 0.6 },
      ),
      Plot.line(points, {
        x: 'year',
        y: valueOf,
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
      ...yearArrows(cuts, domain),
    ],
  });

  function hasEnds(point: SeriesPoint | undefined): boolean {
    return point !== undefined && point.ends !== null && !isBeyond(point.ends, domain);
  }
}

/** Whether an interval lies beyond the axis as a whole. */
const isBeyond = ([low, high]: Domain, domain: Domain): boolean =>
  high < least(domain) || low > greatest(domain);

/** Points with a gap where years are lacking, so that no line is drawn over them. */
function unbroken(points: readonly SeriesPoint[]): SeriesPoint[] {
  const steps = points.slice(1).map(({ year }, i) => year - points[i].year);
  const usual = least(steps);
  return points.flatMap((point, i) => {
    if (i === 0 || steps[i - 1] <= usual) return [point];
    return [{ ...point, year: point.year - usual, value: null, ends: null, text: '' }, point];
  });
}
