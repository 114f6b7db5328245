import { Command, CommanderError } from 'commander';
import { coverage, links, ranking } from '../analyses/index.ts';
import { EngineError } from '../engine/engine.ts';
import { BuildCancelled, LawError, VERSION } from '../observatory/index.ts';
import { InputError } from '../places/index.ts';
import { analysisCommand } from './commands/analysis.ts';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { demoCommand } from './commands/demo.ts';
import { fetchCommand } from './commands/fetch.ts';
import { regionsCommand } from './commands/regions.ts';
import { sqlCommand } from './commands/sql.ts';
import { CliError } from './error.ts';
import { type Terminal, theTerminal } from './terminal.ts';

const FAILED = 1;
const USAGE = 2;
/** What shells say of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Runs the command line; returns the exit code: 0 done, 1 failed, 2 asked for in a way that cannot be done. */
export async function main(argv: readonly string[], terminal: Terminal = theTerminal): Promise<number> {
  const program = new Command('synopolis')
    .description('Measures how cities and regions innovate together, from open publication records.')
    .version(VERSION)
    .showHelpAfterError('(--help says what there is)');
  for (const command of [
    buildCommand(terminal),
    analysisCommand(ranking, terminal),
    analysisCommand(links, terminal),
    analysisCommand(coverage, terminal),
    regionsCommand(terminal),
    sqlCommand(terminal),
    checkCommand(terminal),
    fetchCommand(undefined, terminal),
    demoCommand(terminal),
  ]) {
    program.addCommand(command);
  }
  settle(program, terminal);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return explain(error, terminal);
  }
}

/** Commands inherit neither of these when they are added ready-made. */
function settle(command: Command, terminal: Terminal): void {
  command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  for (const inner of command.commands) settle(inner, terminal);
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
  if (error instanceof InputError || error instanceof LawError) {
    terminal.err(`error: ${error.message}\n`);
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
