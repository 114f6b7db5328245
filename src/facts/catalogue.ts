import { greatest, least } from '../measures/extremes.ts';
import type { Facts } from './facts.ts';
import { figure, vintagesOf } from './figure.ts';
import type { Metric } from './metric.ts';

/** A metric with what is stored of it. */
export interface Catalogued extends Metric {
  readonly figures: number;
  readonly places: number;
  /** First and last year of its figures; null where it has none. */
  readonly from: number | null;
  readonly to: number | null;
  readonly vintages: readonly string[];
}

/** A metric with the years for which a place has a figure of it, published or summed from its parts. */
export interface StoredMetric extends Catalogued {
  readonly years: readonly number[];
}

/** The metrics that a place has figures of, and of which years. */
export function storedMetrics(facts: Facts, place: string): StoredMetric[] {
  return catalogue(facts).flatMap((metric) => {
    const candidates = [
      ...new Set(facts.ofMetric(metric.id).flatMap(({ from, to }) => (from === to ? [from] : []))),
    ];
    const years = candidates.filter((year) => isStored(facts, metric.id, place, year)).sort((a, b) => a - b);
    return years.length === 0 ? [] : [{ ...metric, from: years[0], to: years[years.length - 1], years }];
  });
}

function isStored(facts: Facts, metric: string, place: string, year: number): boolean {
  return vintagesOf(facts, metric).some(
    (vintage) => figure(facts, { metric, place, year, vintage }).value !== null,
  );
}

/** Every metric, with how many figures of how many places and years there are. */
export function catalogue(facts: Facts): Catalogued[] {
  return [...facts.metrics.values()].map((metric) => {
    const stored = facts.ofMetric(metric.id);
    return {
      ...metric,
      figures: stored.length,
      places: new Set(stored.map(({ place }) => place)).size,
      from: stored.length === 0 ? null : least(stored.map(({ from }) => from)),
      to: stored.length === 0 ? null : greatest(stored.map(({ to }) => to)),
      vintages: vintagesOf(facts, metric.id),
    };
  });
}
