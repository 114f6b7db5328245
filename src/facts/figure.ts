import { InputError } from '../places/index.ts';
import { cover, partial, sameGround } from './cover.ts';
import type { Facts } from './facts.ts';
import type { Metric } from './metric.ts';
import { unknownMetric } from './read-statistics.ts';
import { type Bound, type Statistic, yearText } from './statistic.ts';
import { convert } from './unit.ts';

export interface FigureQuestion {
  readonly metric: string;
  readonly place: string;
  readonly year: number;
  /** Last year of a period; the year itself unless given. */
  readonly to?: number;
  readonly vintage?: string;
}

/** The same figure by another vintage. */
export interface OtherVintage {
  readonly vintage: string;
  readonly value: number;
  readonly unit: string;
}

/** A figure found, or why there is none. Exactly one of `value` and `reason` is null. */
export interface Figure {
  readonly metric: string;
  readonly place: string;
  readonly years: string;
  readonly value: number | null;
  readonly unit: string;
  readonly bound: Bound | null;
  readonly vintage: string | null;
  /** The published figures that it is, or is the sum of. */
  readonly from: readonly Statistic[];
  /** Places whose figure a sum would need and that have none of this vintage. */
  readonly missing: readonly string[];
  readonly others: readonly OtherVintage[];
  readonly warnings: readonly string[];
  readonly arithmetic: string;
  readonly reason: string | null;
}

type Found = Pick<Figure, 'value' | 'unit' | 'bound' | 'from' | 'missing' | 'warnings'> & { vintage: string };

/**
 * The figure of a place: the published one, else the sum of its parts where the metric may be summed and every part
 * has a figure of the same vintage. Without a vintage named, the one that the catalogue prefers; where it prefers
 * none of several, that is refused. Never an estimate.
 * @throws InputError for a metric or place that does not exist, a vintage the metric does not have, a choice to be made
 */
export function figure(facts: Facts, question: FigureQuestion): Figure {
  const metric = metricOf(facts, question.metric);
  requirePlace(facts, question.place);
  const { year, to = year } = question;
  const years = yearText({ from: year, to });
  const vintages = vintagesOf(facts, metric.id);
  if (question.vintage !== undefined && !vintages.includes(question.vintage))
    throw new InputError(`“${question.vintage}” is no vintage of ${metric.id}.`, {
      todo: `Its vintages are: ${vintages.join('; ')}.`,
    });
  const base = { metric: metric.id, place: question.place, years };
  const tried = vintages.map((vintage) => at(facts, metric, question.place, { from: year, to }, vintage));
  const found = tried.filter(({ value }) => value !== null);
  const chosen =
    question.vintage === undefined
      ? preferred(facts, metric, found, base)
      : tried.find(({ vintage }) => vintage === question.vintage)!;
  const others = found
    .filter((other) => other !== chosen)
    .map(({ vintage, value, unit }) => ({ vintage, value: value!, unit }));
  if (chosen?.value == null) return none(facts, metric, base, question.vintage ?? null, tried, others);
  return { ...base, ...chosen, others, arithmetic: arithmetic(facts, chosen, years), reason: null };
}

export function metricOf(facts: Facts, id: string): Metric {
  const metric = facts.metrics.get(id);
  if (metric !== undefined) return metric;
  const { what, todo } = unknownMetric(id, facts.metrics.keys());
  throw new InputError(`${what}.`, { todo });
}

export function requirePlace(facts: Facts, id: string): void {
  if (facts.subjects.has(id) || facts.definitions.has(id) || facts.gazetteer.place(id) !== null) return;
  throw new InputError(`“${id}” is no place.`, { todo: 'Give a place id, such as cn:3205 or def:yrd_41.' });
}

/** All vintages of a metric: those that the catalogue prefers first, the others from A to Z. */
export function vintagesOf(facts: Facts, metric: string): string[] {
  const all = new Set(facts.statistics.filter((row) => row.metric === metric).map(({ vintage }) => vintage));
  const listed = facts.metrics.get(metric)?.prefer ?? [];
  return [
    ...listed.filter((vintage) => all.has(vintage)),
    ...[...all].filter((v) => !listed.includes(v)).sort(),
  ];
}

/** The figure of one vintage, published or summed; without a value where it is neither. */
function at(facts: Facts, metric: Metric, place: string, years: Years, vintage: string): Found {
  const published = publishedAt(facts, metric, place, years, vintage);
  if (published !== null)
    return { ...only(published), vintage, from: [published], missing: [], warnings: [] };
  const nothing: Found = {
    value: null,
    unit: metric.unit,
    bound: null,
    vintage,
    from: [],
    missing: [],
    warnings: [],
  };
  const tiles = metric.additive ? cover(place, facts) : null;
  if (tiles === null) return nothing;
  const parts: Statistic[] = [];
  const missing: string[] = [];
  for (const { whole, cities } of tiles) {
    const one = whole === null ? null : publishedAt(facts, metric, whole, years, vintage);
    const each =
      one === null ? cities.map((city) => publishedAt(facts, metric, city, years, vintage)) : [one];
    const lacking = cities.filter((_, i) => each[i] === null);
    if (one === null && lacking.length > 0)
      missing.push(...(whole !== null && lacking.length === cities.length ? [whole] : lacking));
    parts.push(...each.filter((part) => part !== null));
  }
  if (missing.length > 0) return { ...nothing, missing, from: parts };
  const unit = parts.every((part) => convert(1, part.unit, metric.unit) !== null)
    ? metric.unit
    : parts[0].unit;
  const values = parts.map((part) => convert(part.value, part.unit, unit));
  if (values.includes(null)) return { ...nothing, from: parts };
  const inPart = partial(place, facts).map((city) => facts.name(city));
  return {
    value: sum(values as number[]),
    unit,
    bound: boundOfSum(parts),
    vintage,
    from: parts,
    missing: [],
    warnings: inPart.length > 0 ? [`${inPart.join(', ')} belong in part and are counted whole`] : [],
  };
}

interface Years {
  readonly from: number;
  readonly to: number;
}

function publishedAt(
  facts: Facts,
  metric: Metric,
  place: string,
  years: Years,
  vintage: string,
): Statistic | null {
  const rows = [place, sameGround(place, facts.gazetteer)]
    .flatMap((id) => (id === null ? [] : facts.of(id, metric.id)))
    .filter((row) => row.vintage === vintage);
  const same = rows.find(({ from, to }) => from === years.from && to === years.to);
  if (same !== undefined) return same;
  // What does not change, such as land, stands for every year: the newest word on it.
  return metric.constant && rows.length > 0 ? rows.reduce((a, b) => (b.to > a.to ? b : a)) : null;
}

function only({ value, unit, bound }: Statistic): Pick<Found, 'value' | 'unit' | 'bound'> {
  return { value, unit, bound };
}

/** Sums decimals as they are written: to the last digit that any of them has. */
function sum(values: readonly number[]): number {
  const places = Math.max(...values.map((value) => (String(value).split('.')[1] ?? '').length));
  return Number(values.reduce((total, value) => total + value, 0).toFixed(Math.min(places, 12)));
}

function boundOfSum(parts: readonly Statistic[]): Bound | null {
  const bounds = new Set(parts.flatMap(({ bound }) => bound ?? []));
  if (bounds.size === 0) return null;
  return bounds.size === 1 ? [...bounds][0] : 'about';
}

function preferred(
  facts: Facts,
  metric: Metric,
  found: readonly Found[],
  { place, years }: { place: string; years: string },
): Found | undefined {
  if (found.length < 2) return found.at(0);
  const first = metric.prefer.find((vintage) => found.some((candidate) => candidate.vintage === vintage));
  if (first !== undefined) return found.find(({ vintage }) => vintage === first);
  const choices = found.map(({ vintage, value, unit }) => `${vintage}: ${value} ${unit}`).join('; ');
  throw new InputError(
    `${metric.id} of ${facts.name(place)} ${years} has ${found.length} vintages: ${choices}.`,
    {
      todo: 'Name the vintage meant.',
    },
  );
}

function none(
  facts: Facts,
  metric: Metric,
  base: { metric: string; place: string; years: string },
  vintage: string | null,
  tried: readonly Found[],
  others: readonly OtherVintage[],
): Figure {
  const asked = vintage === null ? tried : tried.filter((candidate) => candidate.vintage === vintage);
  // Of all vintages the one that lacks least says best what is missing.
  const closest = asked
    .filter(({ from }) => from.length > 0)
    .sort((a, b) => a.missing.length - b.missing.length)
    .at(0);
  return {
    ...base,
    value: null,
    unit: metric.unit,
    bound: null,
    vintage,
    from: [],
    missing: closest?.missing ?? [],
    others,
    warnings: [],
    arithmetic: '',
    reason: reasonOf(facts, metric, base, vintage, closest),
  };
}

function reasonOf(
  facts: Facts,
  metric: Metric,
  { place, years }: { place: string; years: string },
  vintage: string | null,
  closest: Found | undefined,
): string {
  const of = `${metric.id} of ${facts.name(place)}`;
  if (closest !== undefined && closest.missing.length > 0) {
    const names = closest.missing.map((id) => facts.name(id));
    const shown =
      names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');
    return `${of} ${years} is not stored, and its parts lack ${shown} (${closest.vintage})`;
  }
  if (closest !== undefined) return `the parts of ${of} are in units that do not add up`;
  const stored = facts.of(place, metric.id);
  if (stored.length > 0) {
    const have = [
      ...new Set(stored.filter((row) => vintage === null || row.vintage === vintage).map(yearText)),
    ].sort();
    return have.length > 0
      ? `${of} is stored for ${have.join(', ')}${vintage === null ? '' : ` (${vintage})`}, not for ${years}`
      : `${of} is not stored with the vintage ${vintage}`;
  }
  return metric.additive || cover(place, facts) === null
    ? `${of} is not stored`
    : `${of} is not stored, and ${metric.id} may not be summed from parts`;
}

function arithmetic(facts: Facts, { from, value, unit, vintage }: Found, years: string): string {
  if (from.length === 1) {
    const [{ place, bound, source }] = from;
    return `${facts.name(place)} ${yearText(from[0])}: ${bound === null ? '' : `${bound} `}${value} ${unit} (${vintage}; ${source})`;
  }
  const parts = from.map((part) => `${facts.name(part.place)} ${convert(part.value, part.unit, unit)}`);
  const terms =
    parts.length > 12 ? `${parts.slice(0, 12).join(' + ')} + … (${parts.length} parts)` : parts.join(' + ');
  return `${terms} = ${value} ${unit} (${years}, ${vintage})`;
}
