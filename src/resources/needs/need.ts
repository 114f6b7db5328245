import type { Facts } from '../../facts/index.ts';
import { InputError } from '../../places/index.ts';
import { splitList } from '../faults.ts';
import { areaOf } from '../within.ts';
import type { NeedsTable } from './table.ts';

/** open: nobody was found yet. shortlisted: some who might. answered: by one. withdrawn: no longer wanted. */
export const NEED_STATES = ['open', 'shortlisted', 'answered', 'withdrawn'] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** What a firm asked for, kept until it is answered. */
export interface Need {
  readonly id: string;
  readonly text: string;
  /** Place id, or a cluster; null where it may be anywhere. */
  readonly place: string | null;
  /** The day it was written down, `2026-03-01`; null where nobody noted it. */
  readonly date: string | null;
  /** Ids of resources and institutions that may answer it. */
  readonly shortlist: readonly string[];
  readonly state: NeedState;
  /** Ids of those who did. */
  readonly answer: readonly string[];
  readonly note: string | null;
  /** Line of the file. */
  readonly line: number;
}

/** A row of a table as a need, or what is wrong with it, without a full stop, and the remedy. */
export function needOf(
  table: NeedsTable,
  row: NeedsTable['rows'][number],
  facts: Facts,
): { readonly need: Need } | { readonly faults: readonly { what: string; todo: string }[] } {
  const cell = (column: string): string => row.cells[table.header.indexOf(column)] ?? '';
  const faults: { what: string; todo: string }[] = [];
  if (row.cells.length !== table.header.length)
    faults.push({
      what: `it has ${row.cells.length} cells where the header has ${table.header.length}`,
      todo: 'Put text that holds a comma in "double quotes".',
    });
  const [id, text] = [cell('id'), cell('text')];
  if (id === '') faults.push({ what: 'it has no id', todo: 'Give it one of its own, such as n12.' });
  if (text === '') faults.push({ what: 'it says nothing under text', todo: 'Say what is needed.' });
  const state = (cell('state') || 'open').toLowerCase();
  if (!(NEED_STATES as readonly string[]).includes(state))
    faults.push({ what: `state is “${cell('state')}”`, todo: `Use one of ${NEED_STATES.join(', ')}.` });
  const date = cell('date') === '' ? null : dateOf(cell('date'));
  if (cell('date') !== '' && date === null)
    faults.push({ what: `“${cell('date')}” is no date`, todo: 'Write 2026-03-01.' });
  let place: string | null = null;
  try {
    place = cell('place') === '' ? null : areaOf(cell('place'), facts).id;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    faults.push({ what: error.what.replace(/\.$/, ''), todo: error.todo });
  }
  if (faults.length > 0) return { faults };
  return {
    need: {
      id,
      text,
      place,
      date,
      shortlist: splitList(cell('shortlist')),
      state: state as NeedState,
      answer: splitList(cell('answer')),
      note: cell('note') || null,
      line: row.line,
    },
  };
}

/** `2026-03-01`, and what spreadsheet programs make of it where the year stays first: `2026/3/1`. */
function dateOf(text: string): string | null {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$/.exec(text);
  if (parts === null) return null;
  const date = `${parts[1]}-${parts[2].padStart(2, '0')}-${parts[3].padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}
