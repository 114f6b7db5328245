import { InputError, type Message } from '../base/index.ts';
import { join } from 'node:path';
import { readCsv, ROOT } from '../places/index.ts';
import { messages } from './messages.ts';
import { isUnit, unknownUnit } from './unit.ts';

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
      const fail = (problem: Message): never => {
        throw new InputError(problem, { file, line });
      };
      const among = (column: 'kind' | 'direction' | 'additive' | 'constant', ...choices: string[]): void => {
        const text = cells[column];
        if (!choices.includes(text)) fail(messages.notAmong({ column, text, choices, mayBeEmpty: false }));
      };
      if (!/^[a-z][a-z0-9_]*$/.test(cells.metric)) fail(messages.notMetricId({ text: cells.metric }));
      if (!isUnit(cells.unit)) fail(unknownUnit(cells.unit));
      among('kind', ...METRIC_KINDS);
      among('direction', 'up', 'down', 'none');
      among('additive', 'yes', 'no');
      if (cells.constant !== '') among('constant', 'yes', 'no');
      if (cells.additive === 'yes' && cells.kind !== 'amount' && cells.kind !== 'count')
        fail(messages.notSummable({ kind: cells.kind }));
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
