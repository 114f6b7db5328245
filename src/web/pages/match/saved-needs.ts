import { greatest } from '../../../measures/extremes.ts';
import { spreadsheetText } from '../../../places/spreadsheet-text.ts';
import type { Need, NeedState } from '../../../resources/needs/row.ts';
import { EMPTY, formatNeeds, NEED_COLUMNS } from '../../../resources/needs/table.ts';

/** A need that the browser keeps: what a file of needs has in a row (docs/who-can-help.md). */
export type SavedNeed = Omit<Need, 'line'>;

/** The needs with one more, under the next free id: n1, n2, … One that is kept already stays as it is. */
export function withNeed(
  needs: readonly SavedNeed[],
  { text, place, date }: Pick<SavedNeed, 'text' | 'place' | 'date'>,
): readonly SavedNeed[] {
  const said = text.trim();
  if (said === '' || sameNeed(needs, said, place) !== undefined) return needs;
  return [
    ...needs,
    { id: freeId(needs), text: said, place, date, shortlist: [], state: 'open', answer: [], note: null },
  ];
}

/** The next free id: n1, n2, … */
export function freeId(needs: readonly SavedNeed[]): string {
  const numbers = needs.map(({ id }) => Number(/^n(\d{1,15})$/.exec(id)?.[1] ?? 0));
  return `n${Math.max(0, greatest(numbers)) + 1}`;
}

export const sameNeed = (
  needs: readonly SavedNeed[],
  text: string,
  place: string | null,
): SavedNeed | undefined => needs.find((need) => need.text === text.trim() && need.place === place);

/** What can be done with a need in each state. */
const FROM: Readonly<Record<'shortlist' | 'answer' | 'withdraw', readonly NeedState[]>> = {
  shortlist: ['open', 'shortlisted'],
  answer: ['open', 'shortlisted', 'answered'],
  withdraw: ['open', 'shortlisted'],
};

export const may = (act: keyof typeof FROM, { state }: SavedNeed): boolean => FROM[act].includes(state);

/** The needs with one put on a need's shortlist, or taken off it; a shortlist without anybody is none. */
export function shortlisted(needs: readonly SavedNeed[], id: string, who: string): readonly SavedNeed[] {
  return changed(needs, id, 'shortlist', ({ shortlist }) => {
    const next = shortlist.includes(who) ? shortlist.filter((one) => one !== who) : [...shortlist, who];
    return { shortlist: next, state: next.length === 0 ? 'open' : 'shortlisted' };
  });
}

/** The needs with who answered one, or without: one that nobody answers is shortlisted or open again. */
export function answered(needs: readonly SavedNeed[], id: string, who: string): readonly SavedNeed[] {
  return changed(needs, id, 'answer', ({ answer, shortlist }) => {
    const next = answer.includes(who) ? answer.filter((one) => one !== who) : [...answer, who];
    const before = shortlist.length === 0 ? 'open' : 'shortlisted';
    return { answer: next, state: next.length === 0 ? before : 'answered' };
  });
}

export const withdrawn = (needs: readonly SavedNeed[], id: string): readonly SavedNeed[] =>
  changed(needs, id, 'withdraw', () => ({ state: 'withdrawn' }));

export const noted = (needs: readonly SavedNeed[], id: string, note: string): readonly SavedNeed[] =>
  needs.map((need) => (need.id === id ? { ...need, note: note.trim() === '' ? null : note } : need));

function changed(
  needs: readonly SavedNeed[],
  id: string,
  act: keyof typeof FROM,
  of: (need: SavedNeed) => Partial<SavedNeed>,
): readonly SavedNeed[] {
  return needs.map((need) => (need.id === id && may(act, need) ? { ...need, ...of(need) } : need));
}

/** The needs as the file of needs that the command line reads and writes; marked as UTF-8 for spreadsheet programs. */
export function needsFile(needs: readonly SavedNeed[]): string {
  const cellsOf = (need: SavedNeed): string[] =>
    NEED_COLUMNS.map((column) => {
      const value = need[column];
      return spreadsheetText(typeof value === 'string' ? value : (value?.join('; ') ?? ''));
    });
  return formatNeeds({ ...EMPTY, rows: needs.map((need, i) => ({ line: i + 2, cells: cellsOf(need) })) });
}
