import { distinct, type Message } from '../../base/index.ts';
import { messages, type MetricYear, type NamedMetric } from './messages.ts';

/** A metric as a message names it. */
export const named = ({ id, nameZh }: NamedMetric): NamedMetric => ({ id, nameZh });

/** The sources of figures, as they were cited. */
export function sourceNotes(from: readonly { readonly source: string }[]): Message[] {
  const sources = [...new Set(from.map(({ source }) => source))].sort();
  return sources.length === 0 ? [] : [messages.sources({ sources })];
}

/** Of which years and vintages the populations are that weight. */
export function populationNotes(
  heads: readonly (MetricYear & { readonly values: readonly number[] | null })[],
): Message[] {
  return distinct(
    heads.flatMap(({ values, metric, year, vintage }) =>
      values === null ? [] : [messages.populations({ metric: named(metric), year, vintage })],
    ),
  );
}
