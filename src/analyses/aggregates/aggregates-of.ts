import type { Observatory } from '../../observatory/index.ts';
import type { WorkFilter } from '../population/work-filter.ts';
import type { Aggregates } from './aggregates.ts';
import { cellsOf } from './in-memory/cells.ts';
import { InMemoryAggregates } from './in-memory/in-memory-aggregates.ts';
import { SqlAggregates } from './sql/sql-aggregates.ts';

/** Reads the sums over some works from columns in memory where the observatory has them, and by SQL where it does not. */
export function aggregatesOf(observatory: Observatory, works: WorkFilter): Aggregates {
  const sql = new SqlAggregates(observatory, works);
  const { inMemory } = observatory;
  const cells = cellsOf(works);
  return inMemory === null || cells === null ? sql : new InMemoryAggregates(inMemory, cells, sql);
}
