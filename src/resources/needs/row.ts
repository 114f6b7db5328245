import type { Message } from '../../base/index.ts';
import { messages as tableMessages } from '../../places/messages.ts';
import { plainText } from '../../places/spreadsheet-text.ts';
import { splitList } from '../split-list.ts';
import { messages as listMessages } from '../messages.ts';
import { messages } from './messages.ts';

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

interface RowRead {
  /** As the row has it, its place too; what is at fault stands as it can. */
  readonly need: Need;
  readonly faults: readonly Message[];
}

/** A row of a file of needs: what it says, and what is wrong with it. Who knows places says which one is meant. */
export function readNeedRow(
  header: readonly string[],
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
): RowRead {
  const cell = (column: string): string => plainText(cells[header.indexOf(column)] ?? '');
  const faults: Message[] = [];
  if (cells.length !== header.length)
    faults.push(tableMessages.otherNumberOfCells({ cells: cells.length, columns: header.length }));
  if (cell('id') === '') faults.push(listMessages.noId({ example: 'n12' }));
  if (cell('text') === '') faults.push(messages.noText());
  const state = NEED_STATES.find((one) => one === (cell('state') || 'open').toLowerCase());
  if (state === undefined) faults.push(messages.unknownState({ state: cell('state'), states: NEED_STATES }));
  const date = dateOf(cell('date'));
  if (cell('date') !== '' && date === null) faults.push(messages.invalidDate({ text: cell('date') }));
  return {
    need: {
      id: cell('id'),
      text: cell('text'),
      place: cell('place') || null,
      date,
      shortlist: splitList(cell('shortlist')),
      state: state ?? 'open',
      answer: splitList(cell('answer')),
      note: cell('note') || null,
      line,
    },
    faults,
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
