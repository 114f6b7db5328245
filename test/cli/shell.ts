import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A terminal without anybody at it, that keeps what is printed. */
export function recordingTerminal(given: Partial<Terminal> = {}): {
  readonly terminal: Terminal;
  readonly printed: () => Pick<Said, 'out' | 'err'>;
} {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    env: {},
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    redraws: false,
    interactive: false,
    ask: () => Promise.reject(new Error('nobody is there to be asked')),
    onInterrupt: () => () => undefined,
    ...given,
  };
  return { terminal, printed: () => ({ out: out.join(''), err: err.join('') }) };
}

/** Runs the command line in this process, with what it prints kept apart. */
export async function synopolis(...words: string[]): Promise<Said> {
  const { terminal, printed } = recordingTerminal();
  const code = await main(words, terminal);
  return { code, ...printed() };
}
