import { createInterface } from 'node:readline/promises';

/** What a command touches besides its files and the network; a test hands in its own. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  /** What programs read, as it is: to a file or a pipe. Where left out, or where a terminal shows it, as `out`. */
  readonly data?: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether progress may redraw its line. */
  readonly redraws: boolean;
  /** Whether somebody is there to be asked. */
  readonly interactive: boolean;
  readonly ask: (question: string) => Promise<string>;
  /** Calls `stop` at the first Ctrl-C or a request to end; the returned function ends that. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

export const theTerminal: Terminal = {
  env: process.env,
  out: (text) => process.stdout.write(text),
  ...(process.stdout.isTTY ? {} : { data: (text) => process.stdout.write(text) }),
  err: (text) => process.stderr.write(text),
  redraws: process.stderr.isTTY,
  interactive: process.stdin.isTTY && process.stderr.isTTY,
  ask: async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },
  onInterrupt: (stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    return () => {
      process.removeListener('SIGINT', stop);
      process.removeListener('SIGTERM', stop);
    };
  },
};
