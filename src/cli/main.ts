import { asFlag } from './as-flags.ts';
import { InputError, systemFault } from '../base/index.ts';
import { CommanderError } from 'commander';
import { EngineError } from '../engine/engine.ts';
import { BuildCancelled, LawError, ReplacedError } from '../observatory/index.ts';
import { shownText } from '../places/index.ts';
import { CliError } from './error.ts';
import { program } from './program.ts';
import { type Terminal, theTerminal } from './terminal.ts';

const FAILED = 1;
const USAGE = 2;
/** What shells say of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Runs the command line; returns the exit code: 0 done, 1 failed, 2 asked for in a way that cannot be done. */
export async function main(argv: readonly string[], given: Terminal = theTerminal): Promise<number> {
  const terminal = shielded(given);
  try {
    // Before a command stands at most --help or --version, which want the whole.
    const all = await program(terminal, argv.at(0));
    await all.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return explain(error, terminal);
  }
}

/** The one way to a terminal: whatever a command prints, of whomever, only shows. */
function shielded(terminal: Terminal): Terminal {
  const out = (text: string): void => terminal.out(shownText(text));
  return {
    ...terminal,
    out,
    data: terminal.data ?? out,
    // A status line is drawn over the one before.
    err: (text) => terminal.err(text.startsWith('\r') ? `\r${shownText(text.slice(1))}` : shownText(text)),
    ask: (question) => terminal.ask(shownText(question)),
  };
}

function explain(error: unknown, terminal: Terminal): number {
  // Commander has printed its own already.
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.invalidArgument' && !/^error:/.test(error.message))
      terminal.err(`error: ${error.message}\n`);
    return USAGE;
  }
  if (error instanceof CliError) {
    terminal.err(`error: ${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof BuildCancelled) {
    terminal.err(`${error.message}\n`);
    return INTERRUPTED;
  }
  if (error instanceof InputError) {
    terminal.err(`error: ${error.text('en', asFlag)}\n`);
    return FAILED;
  }
  if (error instanceof LawError || error instanceof ReplacedError) {
    terminal.err(`error: ${error.message}\n`);
    return FAILED;
  }
  const fault = systemFault(error);
  if (fault !== null) {
    terminal.err(`error: ${fault.message}\n`);
    return FAILED;
  }
  if (error instanceof EngineError) {
    terminal.err(`error: ${error.message}\n`);
    return FAILED;
  }
  terminal.err(
    `error: something unforeseen went wrong; please report it with what follows.\n${(error as Error).stack ?? String(error)}\n`,
  );
  return FAILED;
}
