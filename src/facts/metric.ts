import { InputError } from '../base/index.ts';
import { join } from 'node:path';
import { readCsv, ROOT } from '../places/index.ts';
import { isUnit } from './unit.ts';

export const METRIC_KINDS = ['amount', 'count', 'ratio', 'share', 'rate', 'index', 'rank'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** What a figure is about: one row of the catalogue `data/metrics.csv`. */
export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly unit: string;
  readonly kind: MetricKind;
  /** Which way is better; none where neither is. */
  readonly direction: 'up' | 'down' | 'none';
  /** Whether a region's figure is the sum of its parts'. */
  readonly additive: boolean;
  /** Whether it hardly changes, so that a figure of any year stands for every year. */
  readonly constant: boolean;
  /** Vintages from the one to prefer where several have the figure; empty where nothing says which. */
  readonly prefer: readonly string[];
  readonly publisher: string;
  /** What it may be compared with, in words. */
  readonly compare: string | null;
  readonly compareZh: string | null;
  readonly note: string | null;
  readonly noteZh: string | null;
}

const COLUMNS = ['metric', 'name', 'name_zh', 'unit', 'kind', 'direction', 'additive', 'publisher'] as const;
const OPTIONAL = ['constant', 'prefer', 'compare', 'note', 'compare_zh', 'note_zh'] as const;

/** The shipped catalogue and what the given files add to it; a metric named twice is the later one's. */
export async function readMetrics(paths: readonly string[] = []): Promise<Map<string, Metric>> {
  const metrics = new Map<string, Metric>();
  for (const file of [join(ROOT, 'data/metrics.csv'), ...paths]) {
    const rows = await readCsv<(typeof COLUMNS)[number] | (typeof OPTIONAL)[number]>(file, {
      required: COLUMNS,
      optional: OPTIONAL,
    });
    for (const { line, cells } of rows) {
      const fail = (what: string, todo: string): never => {
        throw new InputError(what, { file, line, todo });
      };
      if (!/^[a-z][a-z0-9_]*$/.test(cells.metric))
        fail(`“${cells.metric}” is no id of a metric.`, 'Use small letters, digits and _.');
      if (!isUnit(cells.unit)) fail(`“${cells.unit}” is no unit.`, 'See docs/facts.md for the units.');
      if (!METRIC_KINDS.includes(cells.kind as MetricKind))
        fail(`“${cells.kind}” is no kind of metric.`, `Use one of ${METRIC_KINDS.join(', ')}.`);
      if (!['up', 'down', 'none'].includes(cells.direction))
        fail(`direction is “${cells.direction}”.`, 'Use up, down or none.');
      if (!['yes', 'no'].includes(cells.additive)) fail(`additive is “${cells.additive}”.`, 'Use yes or no.');
      if (!['', 'yes', 'no'].includes(cells.constant))
        fail(`constant is “${cells.constant}”.`, 'Use yes or no.');
      if (cells.additive === 'yes' && cells.kind !== 'amount' && cells.kind !== 'count')
        fail(`a ${cells.kind} may not be summed.`, 'Say no for additive.');
      metrics.set(cells.metric, {
        id: cells.metric,
        name: cells.name,
        nameZh: cells.name_zh,
        unit: cells.unit,
        kind: cells.kind as MetricKind,
        direction: cells.direction as Metric['direction'],
        additive: cells.additive === 'yes',
        constant: cells.constant === 'yes',
        prefer: cells.prefer === '' ? [] : cells.prefer.split('|').map((vintage) => vintage.trim()),
        publisher: cells.publisher,
        compare: cells.compare || null,
        compareZh: cells.compare_zh || null,
        note: cells.note || null,
        noteZh: cells.note_zh || null,
      });
    }
  }
  return metrics;
}
