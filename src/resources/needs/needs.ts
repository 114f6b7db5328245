import { InputError, type RowProblem } from '../../base/index.ts';
import type { Facts } from '../../facts/index.ts';
import { append, greatest } from '../../measures/extremes.ts';
import { decodeUtf8 } from '../../places/csv.ts';
import { plainText } from '../../places/index.ts';
import { messages as listMessages } from '../messages.ts';
import { areaOf } from '../within.ts';
import { type Need, needOf, type NeedState } from './need.ts';
import { messages } from './messages.ts';
import { checkedIds, dayOf, noted } from './edits.ts';
import {
  EMPTY,
  formatNeeds,
  type NeedColumn,
  type NeedsTable,
  parseNeeds,
  withCells,
  withRow,
} from './table.ts';
import { changeWhole, readOrNull } from './whole-file.ts';

export interface NeedsOptions {
  /** Names and definitions of places. */
  readonly facts: Facts;
  /** What day it is. */
  readonly clock?: () => Date;
  /** How long to wait for another program that changes the file, in milliseconds. */
  readonly patience?: number;
}

/** A spreadsheet cell holds 32,767 characters at most. */
const LONGEST_NEED = 10_000;

/**
 * What firms need, kept in one CSV until it is answered. People change it by hand and with spreadsheet programs: columns
 * that are not ours, their order, line ends and rows that cannot be used stay as they are.
 */
export class Needs {
  private readonly facts: Facts;
  private readonly clock: () => Date;
  private readonly patience: number;

  constructor(
    /** Need not be there yet. */
    readonly file: string,
    { facts, clock = () => new Date(), patience = 2000 }: NeedsOptions,
  ) {
    this.facts = facts;
    this.clock = clock;
    this.patience = patience;
  }

  /** The needs of the file, and what is wrong with rows that are none. @throws InputError where it is no table of needs */
  async read(): Promise<{ needs: Need[]; problems: RowProblem[] }> {
    return this.needsOf(this.tableOf(await readOrNull(this.file)));
  }

  /** The need of an id. @throws InputError where there is none, or its row cannot be used */
  async get(id: string): Promise<Need> {
    return this.need(this.tableOf(await readOrNull(this.file)), id);
  }

  /** Writes a need down, with the day, under the next free id: n1, n2, … @throws InputError for an empty or endless text */
  add(
    text: string,
    { place = null, note = null }: { place?: string | null; note?: string | null } = {},
  ): Promise<Need> {
    const said = text.trim();
    if (!/[\p{L}\p{N}]/u.test(said)) throw new InputError(messages.empty());
    if (said.length > LONGEST_NEED)
      throw new InputError(messages.tooLong({ characters: said.length, most: LONGEST_NEED }));
    const where = place === null ? '' : areaOf(place, this.facts).id;
    return this.change((table) => {
      const ids = table.rows.map(({ cells }) => cells[table.header.indexOf('id')] ?? '');
      const numbers = ids.map((one) => Number(/^n(\d{1,15})$/.exec(one)?.[1] ?? 0));
      const id = `n${Math.max(0, greatest(numbers)) + 1}`;
      const cells = {
        id,
        text: said,
        place: where,
        date: dayOf(this.clock()),
        shortlist: '',
        state: 'open',
        answer: '',
        note: note ?? '',
      };
      return { id, table: withRow(table, cells) };
    });
  }

  /** Puts resources or institutions on the list of those who may answer, after those that stand there. */
  shortlist(id: string, ids: readonly string[]): Promise<Need> {
    const more = checkedIds(ids);
    return this.edit(id, ['open', 'shortlisted'], (need) => ({
      shortlist: [...new Set([...need.shortlist, ...more])].join('; '),
      state: 'shortlisted',
    }));
  }

  /** Says who answered. @throws InputError for a need that was withdrawn */
  answer(id: string, ids: readonly string[], { note = null }: { note?: string | null } = {}): Promise<Need> {
    const more = checkedIds(ids);
    return this.edit(id, ['open', 'shortlisted', 'answered'], (need) => ({
      answer: [...new Set([...need.answer, ...more])].join('; '),
      state: 'answered',
      ...noted(need, note),
    }));
  }

  /** It is no longer wanted. @throws InputError for a need that was answered */
  withdraw(id: string, { note = null }: { note?: string | null } = {}): Promise<Need> {
    return this.edit(id, ['open', 'shortlisted', 'withdrawn'], (need) => ({
      state: 'withdrawn',
      ...noted(need, note),
    }));
  }

  private edit(
    id: string,
    from: readonly NeedState[],
    cellsOf: (need: Need) => Partial<Record<NeedColumn, string>>,
  ): Promise<Need> {
    return this.change((table) => {
      const need = this.need(table, id);
      if (!from.includes(need.state))
        throw new InputError(messages.settled({ id, state: need.state }), {
          file: this.file,
          line: need.line,
        });
      return { id, table: withCells(table, need.line, cellsOf(need)) };
    });
  }

  private change(apply: (table: NeedsTable) => { id: string; table: NeedsTable }): Promise<Need> {
    return changeWhole(this.file, this.patience, (bytes) => {
      const { id, table } = apply(this.tableOf(bytes));
      const text = formatNeeds(table);
      // Read again as anybody will: what is handed back is what stands there.
      return { text, result: this.need(parseNeeds(text, this.file), id) };
    });
  }

  private tableOf(bytes: Uint8Array | null): NeedsTable {
    if (bytes === null) return EMPTY;
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
    return parseNeeds(mark + decodeUtf8(bytes, this.file), this.file);
  }

  private needsOf(table: NeedsTable): { needs: Need[]; problems: RowProblem[] } {
    const needs: Need[] = [];
    const problems: RowProblem[] = [];
    const seen = new Map<string, number>();
    for (const row of table.rows) {
      const found = needOf(table, row, this.facts);
      if ('faults' in found) {
        append(
          problems,
          found.faults.map((problem) => ({ row: row.line, problem })),
        );
        continue;
      }
      const before = seen.get(found.need.id);
      if (before === undefined) needs.push(found.need);
      else
        problems.push({
          row: row.line,
          problem: listMessages.idTaken({ id: found.need.id, file: null, line: before }),
        });
      seen.set(found.need.id, before ?? row.line);
    }
    return { needs, problems };
  }

  private need(table: NeedsTable, id: string): Need {
    const { needs, problems } = this.needsOf(table);
    const own = table.rows
      .filter(({ cells }) => plainText(cells[table.header.indexOf('id')] ?? '') === id)
      .map(({ line }) => line);
    const wrong = problems.find(({ row }) => own.includes(row));
    if (wrong !== undefined)
      throw new InputError(messages.unusable({ id, problem: wrong.problem }), {
        file: this.file,
        line: wrong.row,
      });
    const found = needs.find((need) => need.id === id);
    if (found !== undefined) return found;
    const ids = needs.map((need) => need.id);
    const known = ids.slice(0, 12);
    throw new InputError(messages.unknownNeed({ id, known, more: ids.length > known.length }), {
      file: this.file,
    });
  }
}
