import { Command } from 'commander';
import { balance, convergence, coverage, links, profile, ranking, sensitivity } from '../analyses/index.ts';
import { VERSION } from '../observatory/index.ts';
import { analysisCommand } from './commands/analysis.ts';
import { buildCommand } from './commands/build.ts';
import { claimsCommand } from './commands/claims.ts';
import { checkCommand } from './commands/check.ts';
import { demoCommand } from './commands/demo.ts';
import { factsCommand } from './commands/facts.ts';
import { fetchCommand } from './commands/fetch.ts';
import { regionsCommand } from './commands/regions.ts';
import { sqlCommand } from './commands/sql.ts';
import { type Terminal, theTerminal } from './terminal.ts';

/** The whole command line, ready to parse; the page docs/command-line.md is made from it. */
export function program(terminal: Terminal = theTerminal): Command {
  const all = new Command('synopolis')
    .description('Measures how cities and regions innovate together, from open publication records.')
    .version(VERSION)
    // A flag belongs to the command it stands behind: `claims show` and `claims` have some of the same.
    .enablePositionalOptions();
  for (const command of [
    buildCommand(terminal),
    analysisCommand(ranking, terminal),
    analysisCommand(links, terminal),
    analysisCommand(balance, terminal),
    analysisCommand(convergence, terminal),
    analysisCommand(profile, terminal),
    analysisCommand(sensitivity, terminal),
    analysisCommand(coverage, terminal),
    claimsCommand(terminal),
    regionsCommand(terminal),
    factsCommand(terminal),
    sqlCommand(terminal),
    checkCommand(terminal),
    fetchCommand(undefined, terminal),
    demoCommand(terminal),
  ]) {
    all.addCommand(command);
  }
  settle(all, terminal);
  return all;
}

/** Commands inherit none of these when they are added ready-made. */
function settle(command: Command, terminal: Terminal): void {
  command
    .exitOverride()
    .showHelpAfterError('(--help says what there is)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  for (const inner of command.commands) settle(inner, terminal);
}
