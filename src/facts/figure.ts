import { InputError, type Message } from '../base/index.ts';
import { cover } from './cover.ts';
import type { Facts } from './facts.ts';
import { arithmetic, at, type Found } from './found.ts';
import { messages } from './messages.ts';
import type { Metric } from './metric.ts';
import { isSubject, unknownMetric, unknownPlace } from './read-statistics.ts';
import { type Bound, type Statistic, yearText } from './statistic.ts';

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
  readonly warnings: readonly Message[];
  readonly arithmetic: string;
  readonly reason: Message | null;
}

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
    throw new InputError(messages.unknownVintage({ metric: metric.id, vintage: question.vintage, vintages }));
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
  throw new InputError(unknownMetric(id, facts.metrics.keys()));
}

export function requirePlace(facts: Facts, id: string): void {
  if (!isSubject(id, facts)) throw new InputError(unknownPlace(id, facts));
}

/** All vintages of a metric: those that the catalogue prefers first, the others from A to Z. */
export function vintagesOf(facts: Facts, metric: string): string[] {
  const all = new Set(facts.ofMetric(metric).map(({ vintage }) => vintage));
  const listed = facts.metrics.get(metric)?.prefer ?? [];
  return [
    ...listed.filter((vintage) => all.has(vintage)),
    ...[...all].filter((v) => !listed.includes(v)).sort(),
  ];
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
  const figures = found.map(({ vintage, value, unit }) => ({ vintage, value: value!, unit }));
  throw new InputError(
    messages.severalVintages({ metric: metric.id, place: facts.names(place), years, figures }),
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

/** So many places are named that lack a figure. */
const NAMED = 6;

function reasonOf(
  facts: Facts,
  metric: Metric,
  { place, years }: { place: string; years: string },
  vintage: string | null,
  closest: Found | undefined,
): Message {
  const of = { metric: metric.id, place: facts.names(place) };
  if (closest !== undefined && closest.missing.length > 0) {
    const lacking = closest.missing.slice(0, NAMED).map((id) => facts.names(id));
    const more = closest.missing.length - lacking.length;
    return messages.lacksParts({ ...of, years, lacking, more, vintage: closest.vintage });
  }
  if (closest !== undefined) return messages.partsInSeveralUnits(of);
  const rows = facts.of(place, metric.id);
  if (rows.length > 0) {
    const ofVintage = rows.filter((row) => vintage === null || row.vintage === vintage);
    const stored = [...new Set(ofVintage.map(yearText))].sort();
    return stored.length > 0
      ? messages.storedForOthers({ ...of, stored, vintage, years })
      : messages.notOfVintage({ ...of, vintage: vintage! });
  }
  return metric.additive || cover(place, facts) === null ? messages.notThere(of) : messages.notSummed(of);
}
