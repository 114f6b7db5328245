import { InputError } from '../base/index.ts';

/** What is wrong with a claim, where it stands, and what to do about it. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  /** The claim's id; null where it has none, or it is not about one claim. */
  readonly id: string | null;
  readonly what: string;
  readonly todo: string;
}

/** A long list helps nobody: so many are shown. */
const SHOWN = 20;

/** The error that names the faults of a file, in the order of its lines. */
export function refuse(faults: readonly Fault[]): InputError {
  const inOrder = [...faults].sort((a, b) => a.line - b.line);
  const { file } = inOrder[0];
  if (inOrder.length === 1) {
    const [{ line, id, what, todo }] = inOrder;
    return new InputError(`${id === null ? '' : `${id}: `}${sentence(what)}`, { file, line, todo });
  }
  const shown = inOrder
    .slice(0, SHOWN)
    .map(
      ({ line, id, what, todo }) =>
        `  line ${line}${id === null ? '' : `, ${id}`}: ${sentence(what)} ${todo}`,
    );
  const more = inOrder.length > SHOWN ? `\n  and ${inOrder.length - SHOWN} more` : '';
  return new InputError(`has ${inOrder.length} faults:\n${shown.join('\n')}${more}\n`, {
    file,
    todo: 'Correct them, and check the file again.',
  });
}

function sentence(what: string): string {
  return /[.!?]$/.test(what) ? what : `${what}.`;
}
