import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, with what it prints kept apart. */
export async function synopolis(...words: string[]): Promise<Said> {
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
  };
  const code = await main(words, terminal);
  return { code, out: out.join(''), err: err.join('') };
}
