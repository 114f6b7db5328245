import { InputError } from '../base/index.ts';
import type { Facts } from './facts.ts';
import { type Figure, figure, metricOf, requirePlace, vintagesOf } from './figure.ts';
import { messages, type StoredVintage } from './messages.ts';

export interface SeriesQuestion {
  readonly metric: string;
  readonly place: string;
  /** First and last year; all years of the vintage unless given. */
  readonly from?: number;
  readonly to?: number;
  readonly vintage?: string;
}

/** Figures of one place and metric through time, all of one vintage. */
export interface Series {
  readonly metric: string;
  readonly place: string;
  readonly vintage: string;
  readonly unit: string;
  readonly points: readonly Figure[];
  /** Years that have no figure: of those asked for, else between the first and the last. */
  readonly gaps: readonly number[];
}

/**
 * Figures through time. Vintages never mix: without one named, it is the only one that has both ends (or any year,
 * where no years are asked for).
 * @throws InputError where that leaves a choice, with the choices, or nothing
 */
export function series(facts: Facts, question: SeriesQuestion): Series {
  const metric = metricOf(facts, question.metric);
  requirePlace(facts, question.place);
  const all = vintagesOf(facts, metric.id).map((vintage) => ({
    vintage,
    years: yearsOf(facts, question, vintage),
  }));
  const of = { metric: metric.id, place: facts.names(question.place) };
  const have = all.filter(({ years }) => years.length > 0);
  const stored = have.map(storedVintage);
  const asked = { from: question.from ?? null, to: question.to ?? null };
  if (have.length === 0) throw new InputError(messages.notStored(of));
  const fits =
    question.vintage === undefined
      ? have.filter(({ years }) => covers(years, question))
      : have.filter(({ vintage }) => vintage === question.vintage);
  if (fits.length === 0)
    throw new InputError(
      messages.noSeries({ ...of, vintage: question.vintage ?? null, years: asked, stored }),
    );
  if (fits.length > 1) throw new InputError(messages.severalSeries({ ...of, fitting: fits.length, stored }));
  const [{ vintage, years }] = fits;
  const inside = years.filter((year) => year >= (question.from ?? year) && year <= (question.to ?? year));
  if (inside.length === 0) throw new InputError(messages.noFigure({ ...of, vintage, years: asked, stored }));
  const points = inside.map((year) =>
    figure(facts, { metric: metric.id, place: question.place, year, vintage }),
  );
  const units = new Set(points.map(({ unit }) => unit));
  if (units.size > 1) throw new InputError(messages.severalUnits({ ...of, vintage, units: [...units] }));
  const known = new Set(inside);
  const gaps: number[] = [];
  for (let year = question.from ?? inside[0]; year <= (question.to ?? inside[inside.length - 1]); year++)
    if (!known.has(year)) gaps.push(year);
  return {
    metric: metric.id,
    place: question.place,
    vintage,
    unit: points.at(0)?.unit ?? metric.unit,
    points,
    gaps,
  };
}

/** Single years for which the place has a figure of the vintage, published or summed. */
function yearsOf(facts: Facts, { metric, place }: SeriesQuestion, vintage: string): number[] {
  const years = new Set(
    facts.statistics
      .filter((row) => row.metric === metric && row.vintage === vintage && row.from === row.to)
      .map(({ from }) => from),
  );
  return [...years]
    .sort((a, b) => a - b)
    .filter((year) => figure(facts, { metric, place, year, vintage }).value !== null);
}

function covers(years: readonly number[], { from, to }: SeriesQuestion): boolean {
  return (from === undefined || years.includes(from)) && (to === undefined || years.includes(to));
}

const storedVintage = ({
  vintage,
  years,
}: {
  readonly vintage: string;
  readonly years: readonly number[];
}): StoredVintage => ({ vintage, years: years.length, from: years[0], to: years[years.length - 1] });
