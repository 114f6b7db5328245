import { catalogue, type Facts, type Figure, figure, metricOf, placeOf, series } from '../facts/index.ts';
import type { Printable } from './printable.ts';

const CITED = 'Sources are cited as they were seen; links are not verified.';

export const METRIC_COLUMNS = [
  { id: 'id', title: 'Id' },
  { id: 'name', title: 'Name' },
  { id: 'nameZh', title: 'Name (zh)' },
  { id: 'unit', title: 'Unit' },
  { id: 'kind', title: 'Kind' },
  { id: 'additive', title: 'Sums' },
  { id: 'figures', title: 'Figures', digits: 0 },
  { id: 'places', title: 'Places', digits: 0 },
  { id: 'from', title: 'from' },
  { id: 'to', title: 'to' },
  { id: 'vintages', title: 'Vintages' },
  { id: 'compare', title: 'Compare' },
] as const;

/** Every metric that there are figures of. */
export function metricsOf(facts: Facts): Printable {
  const rows = catalogue(facts);
  return {
    title: 'Metrics',
    synthetic: null,
    columns: METRIC_COLUMNS,
    cells: rows.map((row) =>
      METRIC_COLUMNS.map(({ id }) => (id === 'vintages' ? row.vintages.join('; ') : row[id])),
    ),
    json: { rows },
    findings: [],
    about: ['Sums: whether a region’s figure is the sum of its parts’. Vintages never mix in one series.'],
  };
}

export const FIGURE_COLUMNS = [
  { id: 'years', title: 'Year' },
  { id: 'value', title: 'Value', digits: 0 },
  { id: 'unit', title: 'Unit' },
  { id: 'bound', title: 'Bound' },
  { id: 'vintage', title: 'Vintage' },
  { id: 'arithmetic', title: 'Arithmetic and source' },
  { id: 'reason', title: 'Why not' },
] as const;

export interface FiguresAsked {
  readonly metric: string;
  readonly place: string;
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly vintage: string | null;
}

/**
 * The figure of one year, or the series of several, with its arithmetic and source.
 * @throws InputError where metric, place or vintage is unknown
 */
export function figuresOf(facts: Facts, asked: FiguresAsked): Printable {
  const metric = metricOf(facts, asked.metric);
  const place = placeOf(asked.place, facts);
  const { years } = asked;
  const vintage = asked.vintage === null ? {} : { vintage: asked.vintage };
  const single = years !== null && years.from === years.to;
  const found = single
    ? { points: [figure(facts, { metric: metric.id, place, year: years.from, ...vintage })], gaps: [] }
    : series(facts, { metric: metric.id, place, ...(years ?? {}), ...vintage });
  const digits = Math.max(0, ...found.points.map(({ value }) => decimals(value)));
  return {
    title: `${metric.name}, ${facts.name(place)}`,
    synthetic: null,
    columns: FIGURE_COLUMNS.map((column) => ('digits' in column ? { ...column, digits } : column)),
    cells: found.points.map((one: Figure) => FIGURE_COLUMNS.map(({ id }) => one[id])),
    json: { metric, place: { id: place, name: facts.name(place) }, rows: found.points, gaps: found.gaps },
    findings: [],
    about: [
      ...new Set(found.points.flatMap(({ warnings }) => warnings.map((warning) => `Warning: ${warning}.`))),
      ...found.points.flatMap(({ years: year, others }) =>
        others.map((other) => `Other vintage, ${year}: ${other.value} ${other.unit} (${other.vintage}).`),
      ),
      ...(found.gaps.length > 0 ? [`Years without a figure: ${found.gaps.join(', ')}.`] : []),
      ...(metric.compare === null ? [] : [`To be compared ${metric.compare}.`]),
      ...(metric.note === null ? [] : [`${metric.note}.`]),
      CITED,
    ],
  };
}

/** As many decimals as a published figure has. */
function decimals(value: number | null): number {
  return value === null ? 0 : Math.min(6, (String(value).split('.')[1] ?? '').length);
}
