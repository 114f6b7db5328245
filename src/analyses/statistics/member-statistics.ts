import { messages } from '../messages.ts';
import { cover } from '../../facts/cover.ts';
import {
  convert,
  factMessages,
  type Facts,
  type Figure,
  figure,
  type Metric,
  metricOf,
  vintagesOf,
} from '../../facts/index.ts';
import { distinct, InputError, type Message } from '../../base/index.ts';
import { messages as own } from './messages.ts';
import { named } from './notes.ts';

export const PARTS = ['cities', 'provinces'] as const;
export type Parts = (typeof PARTS)[number];

/** One metric of several places in one year, all of one vintage; or which of them lack it. */
export interface PartFigures {
  readonly metric: Metric;
  readonly year: number;
  readonly vintage: string | null;
  readonly unit: string;
  /** In the order of the places; null where one is missing. */
  readonly values: readonly number[] | null;
  readonly figures: readonly Figure[];
  readonly missing: readonly string[];
  readonly reason: Message | null;
  readonly warnings: readonly Message[];
}

export interface PartQuestion {
  readonly metric: string;
  readonly places: readonly string[];
  /** The newest year that all have, unless given. */
  readonly year: number | null;
  readonly vintage: string | null;
}

/**
 * The parts that a place's figures are of: its cities, or whole provinces where it has all their cities (Beijing, Tianjin
 * and Hebei of Jing-Jin-Ji) and cities where not. Null where its parts are not known.
 */
export function partsOf(facts: Facts, place: string, of: Parts): readonly string[] | null {
  const tiles = cover(place, facts);
  if (tiles === null) return null;
  return tiles.flatMap(({ whole, cities }) => (of === 'provinces' && whole !== null ? [whole] : cities));
}

/**
 * Figures of all places, of one vintage: the one asked for, else the one that the catalogue prefers among those that all
 * places have. Nothing is filled in: where one place lacks its figure there are no values, and `missing` says who.
 *
 * @throws InputError for an unknown metric, place or vintage; a metric that is no amount; or several vintages that fit
 */
export function partFigures(facts: Facts, question: PartQuestion): PartFigures {
  const metric = metricOf(facts, question.metric);
  if (metric.kind === 'rank' || metric.kind === 'rate')
    throw new InputError(messages.notSpreadEvenly({ metric: metric.id, kind: metric.kind }));
  const vintages = vintagesOf(facts, metric.id);
  if (question.vintage !== null && !vintages.includes(question.vintage))
    throw new InputError(
      factMessages.unknownVintage({ metric: metric.id, vintage: question.vintage, vintages }),
    );
  const asked = question.vintage === null ? vintages : [question.vintage];
  const years = question.year === null ? yearsOf(facts, metric.id, asked) : [question.year];
  let closest: PartFigures | null = null;
  for (const year of years) {
    const tried = asked.map((vintage) => at(facts, metric, question.places, year, vintage));
    const whole = tried.filter(({ values }) => values !== null);
    if (whole.length > 0) return preferred(metric, whole);
    for (const one of tried)
      if (closest === null || one.missing.length < closest.missing.length) closest = one;
  }
  return closest ?? nothing(metric, question);
}

function at(
  facts: Facts,
  metric: Metric,
  places: readonly string[],
  year: number,
  vintage: string,
): PartFigures {
  const figures = places.map((place) => figure(facts, { metric: metric.id, place, year, vintage }));
  const missing = places.filter((_, i) => figures[i].value === null);
  const units = [metric.unit, ...figures.flatMap((one) => (one.value === null ? [] : one.unit))];
  // Figures in another currency than the catalogue's stand side by side in their own.
  const unit =
    units.find((common) =>
      figures.every((one) => one.value === null || convert(1, one.unit, common) !== null),
    ) ?? metric.unit;
  const base = { metric, year, vintage, unit, figures, missing };
  const asked = { metric: named(metric), year, vintage };
  const warnings = distinct(figures.flatMap((one) => one.warnings));
  if (missing.length > 0) {
    const reason = own.missing({
      ...asked,
      missing: missing.map((place) => ({ name: facts.name(place), nameZh: facts.name(place, 'zh') })),
      all: places.length,
    });
    return { ...base, values: null, reason, warnings };
  }
  const values = figures.map((one) => convert(one.value!, one.unit, unit));
  if (values.includes(null))
    return { ...base, values: null, reason: own.unitsApart({ metric: named(metric), year }), warnings };
  if (values.some((value) => value! < 0))
    return { ...base, values: null, reason: own.negative(asked), warnings };
  return { ...base, values: values as number[], reason: null, warnings };
}

function preferred(metric: Metric, whole: readonly PartFigures[]): PartFigures {
  if (whole.length === 1) return whole[0];
  const first = whole.find(({ vintage }) => metric.prefer.includes(vintage!));
  if (first !== undefined) return first;
  throw new InputError(
    messages.severalVintages({
      metric: metric.id,
      year: whole[0].year,
      vintages: whole.map(({ vintage }) => vintage!),
    }),
  );
}

/** Single years with any figure of the metric, newest first. */
function yearsOf(facts: Facts, metric: string, vintages: readonly string[]): number[] {
  const years = new Set(
    facts.statistics
      .filter((row) => row.metric === metric && row.from === row.to && vintages.includes(row.vintage))
      .map(({ from }) => from),
  );
  return [...years].sort((a, b) => b - a);
}

function nothing(metric: Metric, { places, year, vintage }: PartQuestion): PartFigures {
  return {
    metric,
    year: year ?? 0,
    vintage,
    unit: metric.unit,
    values: null,
    figures: [],
    missing: places,
    reason: own.yearless({ metric: named(metric) }),
    warnings: [],
  };
}
