import { Command } from 'commander';
import type { z } from 'zod';
import type { Analysis, Result } from '../analyses/index.ts';
import { VERSION } from '../observatory/version.ts';
import { type Terminal, theTerminal } from './terminal.ts';

type Load = (terminal: Terminal) => Promise<Command>;

/** The command of an analysis, made from its declaration. */
const asked =
  <P extends z.ZodObject, R, A extends Result<R>>(declared: () => Promise<Analysis<P, R, A>>): Load =>
  async (terminal) =>
    (await import('./commands/analysis.ts')).analysisCommand(await declared(), terminal);

/** Every command in the order of the help. Each is loaded only when it is wanted: a question is answered sooner. */
const COMMANDS: Readonly<Record<string, Load>> = {
  build: async (terminal) => (await import('./commands/build.ts')).buildCommand(terminal),
  ranking: asked(async () => (await import('../analyses/ranking/analysis.ts')).ranking),
  links: asked(async () => (await import('../analyses/links/analysis.ts')).links),
  network: asked(async () => (await import('../analyses/network/analysis.ts')).network),
  balance: asked(async () => (await import('../analyses/balance/analysis.ts')).balance),
  convergence: asked(async () => (await import('../analyses/convergence/analysis.ts')).convergence),
  profile: asked(async () => (await import('../analyses/profile/analysis.ts')).profile),
  coordination: asked(async () => (await import('../analyses/coordination/analysis.ts')).coordination),
  effect: asked(async () => (await import('../analyses/effect/analysis.ts')).effect),
  trend: asked(async () => (await import('../analyses/trend/analysis.ts')).trend),
  'rank-history': asked(async () => (await import('../analyses/rank-history/analysis.ts')).rankHistory),
  sensitivity: asked(async () => (await import('../analyses/sensitivity/analysis.ts')).sensitivity),
  coverage: asked(async () => (await import('../analyses/coverage/analysis.ts')).coverage),
  claims: async (terminal) => (await import('./commands/claims.ts')).claimsCommand(terminal),
  regions: async (terminal) => (await import('./commands/regions.ts')).regionsCommand(terminal),
  resources: async (terminal) => (await import('./commands/resources.ts')).resourcesCommand(terminal),
  match: asked(async () => (await import('../analyses/match/analysis.ts')).match),
  partners: asked(async () => (await import('../analyses/partners/analysis.ts')).partners),
  gaps: asked(async () => (await import('../analyses/gaps/analysis.ts')).gaps),
  specialisation: asked(async () => (await import('../analyses/specialisation/analysis.ts')).specialisation),
  concentration: asked(async () => (await import('../analyses/concentration/analysis.ts')).concentration),
  complementarity: asked(
    async () => (await import('../analyses/complementarity/analysis.ts')).complementarity,
  ),
  compare: asked(async () => (await import('../analyses/compare/analysis.ts')).compare),
  panel: asked(async () => (await import('../analyses/panel/analysis.ts')).panel),
  report: async (terminal) => (await import('./commands/report.ts')).reportCommand(terminal),
  needs: async (terminal) => (await import('./commands/needs.ts')).needsCommand(terminal),
  facts: async (terminal) => (await import('./commands/facts.ts')).factsCommand(terminal),
  sql: async (terminal) => (await import('./commands/sql.ts')).sqlCommand(terminal),
  check: async (terminal) => (await import('./commands/check.ts')).checkCommand(terminal),
  fetch: async (terminal) => (await import('./commands/fetch.ts')).fetchCommand(undefined, terminal),
  serve: async (terminal) => (await import('./commands/serve.ts')).serveCommand(terminal),
  demo: async (terminal) => (await import('./commands/demo.ts')).demoCommand(terminal),
};

/**
 * The command line, ready to parse: with one command where that is what is asked for, else whole. The page
 * docs/command-line.md is made from it.
 */
export async function program(terminal: Terminal = theTerminal, only?: string): Promise<Command> {
  const all = new Command('synopolis')
    .description('Measures how cities and regions innovate together, from open publication records.')
    .version(VERSION)
    // A flag belongs to the command it stands behind: `claims show` and `claims` have some of the same.
    .enablePositionalOptions();
  const wanted = only !== undefined && Object.hasOwn(COMMANDS, only) ? [only] : Object.keys(COMMANDS);
  for (const name of wanted) all.addCommand(await COMMANDS[name](terminal));
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
