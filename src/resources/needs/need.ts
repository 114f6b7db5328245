import type { Facts } from '../../facts/index.ts';
import { InputError, type Message } from '../../base/index.ts';
import { areaOf } from '../within.ts';
import { type Need, readNeedRow } from './row.ts';
import type { NeedsTable } from './table.ts';

export { type Need, NEED_STATES, type NeedState } from './row.ts';

/** A row of a table as a need, or what is wrong with it. */
export function needOf(
  { header }: NeedsTable,
  row: NeedsTable['rows'][number],
  facts: Facts,
): { readonly need: Need } | { readonly faults: readonly Message[] } {
  const { need, faults } = readNeedRow(header, row);
  try {
    const place = need.place === null ? null : areaOf(need.place, facts).id;
    return faults.length > 0 ? { faults } : { need: { ...need, place } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { faults: [...faults, error.detail] };
  }
}
