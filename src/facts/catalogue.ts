import { greatest, least } from '../measures/extremes.ts';
import type { Facts } from './facts.ts';
import { vintagesOf } from './figure.ts';
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
