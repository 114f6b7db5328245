import type { Message } from '../base/index.ts';
import { append, greatest } from '../measures/extremes.ts';
import { sameGround } from '../places/index.ts';
import { cover, partial } from './cover.ts';
import type { Facts } from './facts.ts';
import { messages } from './messages.ts';
import type { Metric } from './metric.ts';
import { type Bound, type Statistic, yearText } from './statistic.ts';
import { convert } from './unit.ts';

/** A figure of one vintage, or what it lacks. */
export interface Found {
  readonly value: number | null;
  readonly unit: string;
  readonly bound: Bound | null;
  readonly vintage: string;
  /** The published figures that it is, or is the sum of; without a value, those parts that there are. */
  readonly from: readonly Statistic[];
  /** Places whose figure a sum would need. */
  readonly missing: readonly string[];
  readonly warnings: readonly Message[];
}

/** The figure of one vintage, published or summed; without a value where it is neither. */
export function at(facts: Facts, metric: Metric, place: string, years: Years, vintage: string): Found {
  const published = publishedAt(facts, metric, place, years, vintage);
  if (published !== null)
    return {
      ...only(published),
      vintage,
      from: [published],
      missing: [],
      warnings: recalled(facts, [published]),
    };
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
      append(missing, whole !== null && lacking.length === cities.length ? [whole] : lacking);
    append(
      parts,
      each.filter((part) => part !== null),
    );
  }
  if (missing.length > 0) return { ...nothing, missing, from: parts };
  const unit = parts.every((part) => convert(1, part.unit, metric.unit) !== null)
    ? metric.unit
    : parts[0].unit;
  const values = parts.map((part) => convert(part.value, part.unit, unit));
  if (values.includes(null)) return { ...nothing, from: parts };
  const inPart = partial(place, facts).map((city) => facts.names(city));
  return {
    value: sum(values as number[]),
    unit,
    bound: boundOfSum(parts),
    vintage,
    from: parts,
    missing: [],
    warnings: [
      ...(inPart.length > 0 ? [messages.countedWhole({ places: inPart })] : []),
      ...recalled(facts, parts),
    ],
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

function recalled(facts: Facts, from: readonly Statistic[]): Message[] {
  return from
    .filter(({ status }) => status === 'recalled')
    .map((row) => messages.recalled({ place: facts.names(row.place), years: yearText(row) }));
}

function only({ value, unit, bound }: Statistic): Pick<Found, 'value' | 'unit' | 'bound'> {
  return { value, unit, bound };
}

/** Sums decimals as they are written: to the last digit that any of them has, of the fifteen that a number is sure of. */
function sum(values: readonly number[]): number {
  const total = values.reduce((subtotal, value) => subtotal + value, 0);
  return Number(Number(total.toFixed(Math.min(100, greatest(values.map(decimals))))).toPrecision(15));
}

function decimals(value: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.').at(1) ?? '').length - Number(exponent));
}

function boundOfSum(parts: readonly Statistic[]): Bound | null {
  const bounds = new Set(parts.flatMap(({ bound }) => bound ?? []));
  if (bounds.size === 0) return null;
  return bounds.size === 1 ? [...bounds][0] : 'about';
}

/** How a figure came about, in one line. */
export function arithmetic(facts: Facts, { from, value, unit, vintage }: Found, years: string): string {
  if (from.length === 1) {
    const [{ place, bound, source }] = from;
    return `${facts.name(place)} ${yearText(from[0])}: ${bound === null ? '' : `${bound} `}${value} ${unit} (${vintage}; ${source})`;
  }
  const parts = from.map((part) => `${facts.name(part.place)} ${convert(part.value, part.unit, unit)}`);
  const terms =
    parts.length > 12 ? `${parts.slice(0, 12).join(' + ')} + … (${parts.length} parts)` : parts.join(' + ');
  return `${terms} = ${value} ${unit} (${years}, ${vintage})`;
}
