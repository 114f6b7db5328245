import type { Facts } from '../../facts/index.ts';
import { InputError } from '../../base/index.ts';
import { areaOf } from '../within.ts';
import { sayFault } from './fault.ts';
import { type Need, readNeedRow } from './row.ts';
import type { NeedsTable } from './table.ts';

export { type Need, NEED_STATES, type NeedState } from './row.ts';

/** A row of a table as a need, or what is wrong with it, without a full stop, and the remedy. */
export function needOf(
  { header }: NeedsTable,
  row: NeedsTable['rows'][number],
  facts: Facts,
): { readonly need: Need } | { readonly faults: readonly { what: string; todo: string }[] } {
  const { need, faults } = readNeedRow(header, row);
  const wrong = faults.map((fault) => sayFault(fault, 'en'));
  try {
    const place = need.place === null ? null : areaOf(need.place, facts).id;
    return wrong.length > 0 ? { faults: wrong } : { need: { ...need, place } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { faults: [...wrong, { what: error.what.replace(/\.$/, ''), todo: error.todo }] };
  }
}
