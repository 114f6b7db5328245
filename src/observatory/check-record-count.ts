import type { Violation } from './laws.ts';
import type { Summary } from './summary.ts';
import type { Versions } from './deduplicate-works.ts';

/** Every id that was read is a work that counts or one that a filter left out. */
export function checkRecordCount({
  versions,
  summary,
}: {
  versions: Versions;
  summary: Summary;
}): Violation[] {
  const dropped = Object.values(summary.dropped).reduce((sum, n) => sum + n, 0);
  if (versions.newest === summary.kept + dropped) return [];
  const where = `${versions.newest} ids read, ${summary.kept} kept, ${dropped} dropped`;
  return [{ law: 'a work that was read is kept or dropped with a reason', where }];
}
