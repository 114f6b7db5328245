import { InputError, type Message } from '../base/index.ts';
import { messages } from './messages.ts';

/** What is wrong with a claim, where it stands, and what to do about it. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  /** The claim's id; null where it has none, or it is not about one claim. */
  readonly id: string | null;
  readonly problem: Message;
}

/** A long list helps nobody: so many are shown. */
const SHOWN = 20;

/** The error that names the faults of a file, in the order of its lines. */
export function refuse(faults: readonly Fault[]): InputError {
  const inOrder = [...faults].sort((a, b) => a.line - b.line);
  const [{ file, line, id, problem }] = inOrder;
  if (inOrder.length === 1)
    return new InputError(id === null ? problem : messages.ofClaim({ id, problem }), { file, line });
  const shown = inOrder.slice(0, SHOWN).map((fault) => ({
    line: fault.line,
    id: fault.id,
    problem: fault.problem,
  }));
  return new InputError(messages.faults({ count: inOrder.length, shown }), { file });
}
