import { boundIn, unitIn } from '../analyses/statistics/texts.ts';
import {
  catalogue,
  type Facts,
  type Figure,
  figure,
  metricOf,
  placeOf,
  series,
  storedMetrics,
} from '../facts/index.ts';
import { greatest } from '../measures/extremes.ts';
import { type Language, render } from '../base/index.ts';
import { FACT_TEXTS } from './facts-texts.ts';
import { titled } from './places.ts';
import type { Cell, Printable } from './printable.ts';

export const METRIC_COLUMNS = [
  { id: 'id', title: { en: 'Id', zh: '编号' } },
  { id: 'name', title: { en: 'Name', zh: '名称' } },
  { id: 'nameZh', title: { en: 'Name (zh)', zh: '中文名' } },
  { id: 'unit', title: { en: 'Unit', zh: '单位' } },
  { id: 'kind', title: { en: 'Kind', zh: '类型' } },
  { id: 'additive', title: { en: 'Sums', zh: '可加总' } },
  { id: 'figures', title: { en: 'Figures', zh: '数值数' }, digits: 0 },
  { id: 'places', title: { en: 'Places', zh: '地点数' }, digits: 0 },
  { id: 'from', title: { en: 'from', zh: '起' } },
  { id: 'to', title: { en: 'to', zh: '止' } },
  { id: 'vintages', title: { en: 'Vintages', zh: '数据版本' } },
  { id: 'compare', title: { en: 'Compare', zh: '可比范围' } },
] as const;

/** Every metric that there are figures of. */
export function metricsOf(facts: Facts, language: Language = 'en', place: string | null = null): Printable {
  const texts = FACT_TEXTS[language];
  const rows = place === null ? catalogue(facts) : storedMetrics(facts, placeOf(place, facts));
  return {
    title: texts.metrics,
    synthetic: null,
    columns: titled(METRIC_COLUMNS, language),
    cells: rows.map((row) =>
      METRIC_COLUMNS.map(({ id }): Cell => {
        if (id === 'vintages') return row.vintages.join('; ');
        if (id === 'name') return texts.name(row);
        if (id === 'kind') return texts.kind(row.kind);
        if (id === 'unit') return texts.unit(row.unit);
        return id === 'compare' ? texts.comparable(row) : row[id];
      }),
    ),
    json: { rows },
    findings: [],
    about: [texts.sums],
  };
}

export const FIGURE_COLUMNS = [
  { id: 'years', title: { en: 'Year', zh: '年份' } },
  { id: 'value', title: { en: 'Value', zh: '数值' }, digits: 0 },
  { id: 'unit', title: { en: 'Unit', zh: '单位' } },
  { id: 'bound', title: { en: 'Bound', zh: '界限' } },
  { id: 'vintage', title: { en: 'Vintage', zh: '数据版本' } },
  { id: 'arithmetic', title: { en: 'Arithmetic and source', zh: '算式与来源' } },
  { id: 'reason', title: { en: 'Reason if missing', zh: '缺失原因' } },
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
export function figuresOf(facts: Facts, asked: FiguresAsked, language: Language = 'en'): Printable {
  const texts = FACT_TEXTS[language];
  const metric = metricOf(facts, asked.metric);
  const place = placeOf(asked.place, facts);
  const { years } = asked;
  const vintage = asked.vintage === null ? {} : { vintage: asked.vintage };
  const single = years !== null && years.from === years.to;
  const found = single
    ? { points: [figure(facts, { metric: metric.id, place, year: years.from, ...vintage })], gaps: [] }
    : series(facts, { metric: metric.id, place, ...(years ?? {}), ...vintage });
  const digits = Math.max(0, greatest(found.points.map(({ value }) => decimals(value))));
  return {
    title: texts.title(texts.name(metric), facts.name(place, language)),
    synthetic: null,
    columns: titled(FIGURE_COLUMNS, language).map((column) =>
      'digits' in column ? { ...column, digits } : column,
    ),
    cells: found.points.map((one: Figure) =>
      FIGURE_COLUMNS.map(({ id }) => {
        if (id === 'unit') return unitIn(one.unit)[language];
        if (id === 'arithmetic') return texts.arithmetic(facts, one);
        if (id === 'reason') return one.reason === null ? null : render(one.reason, language);
        return id === 'bound' && one.bound !== null ? boundIn(one.bound)[language] : one[id];
      }),
    ),
    json: {
      metric,
      place: { id: place, name: facts.name(place) },
      rows: found.points.map((one) => inWords(one, language)),
      gaps: found.gaps,
    },
    findings: [],
    about: [
      ...new Set(found.points.flatMap(({ warnings }) => warnings.map(texts.warning))),
      ...found.points.flatMap(({ years: year, others }) => others.map((other) => texts.other(year, other))),
      ...(found.gaps.length > 0 ? [texts.gaps(found.gaps)] : []),
      ...(metric.compare === null ? [] : [texts.compare(metric)]),
      ...(metric.note === null ? [] : [texts.note(metric)]),
      texts.cited,
    ],
  };
}

/** A figure with its texts in a language, as JSON has it. */
const inWords = (
  { reason, warnings, ...others }: Figure,
  language: Language,
): Omit<Figure, 'reason' | 'warnings'> & { readonly reason: string | null; readonly warnings: string[] } => ({
  ...others,
  warnings: warnings.map((one) => render(one, language)),
  reason: reason === null ? null : render(reason, language),
});

/** As many decimals as a published figure has. */
function decimals(value: number | null): number {
  return value === null ? 0 : Math.min(6, (String(value).split('.')[1] ?? '').length);
}
