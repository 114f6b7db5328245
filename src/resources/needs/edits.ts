import { InputError } from '../../base/index.ts';
import { messages } from './messages.ts';
import type { Need } from './need.ts';

/** Ids as a list in a cell can hold them. @throws InputError for none, or one with a space or semicolon */
export function checkedIds(ids: readonly string[]): readonly string[] {
  const wrong = ids.find((id) => !/^[^\s;；]+$/.test(id));
  if (ids.length > 0 && wrong === undefined) return ids;
  throw new InputError(wrong === undefined ? messages.noIds() : messages.invalidId({ id: wrong }));
}

/** A new note stands behind the old one. */
export function noted({ note: old }: Need, note: string | null): { note?: string } {
  return note === null || note.trim() === ''
    ? {}
    : { note: old === null ? note.trim() : `${old}; ${note.trim()}` };
}

/** The day where the office is, `2026-03-01`. */
export function dayOf(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
