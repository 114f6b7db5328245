import { Command } from 'commander';
import type { z } from 'zod';
import type { Analysis, Result } from '../analyses/index.ts';
import { VERSION } from '../observatory/version.ts';
import { type Terminal, theTerminal } from './terminal.ts';

type Load = (terminal: Terminal) => Promise<Command>;

/** The command of an analysis, made from its declaration. */
const analysis =
  <P extends z.ZodObject, R, A extends Result<R>>(declared: () => Promise<Analysis<P, R, A>>): Load =>
  async (terminal) =>
    (await import('./commands/analysis.ts')).analysisCommand(await declared(), terminal);

/** Every command under its heading, in the order of the help. Each is loaded only when it is wanted: a question is answered sooner. */
const COMMANDS: Readonly<Record<string, Readonly<Record<string, Load>>>> = {
  'Build:': {
    demo: async (terminal) => (await import('./commands/demo.ts')).demoCommand(terminal),
    fetch: async (terminal) => (await import('./commands/fetch.ts')).fetchCommand(undefined, terminal),
    build: async (terminal) => (await import('./commands/build.ts')).buildCommand(terminal),
    check: async (terminal) => (await import('./commands/check.ts')).checkCommand(terminal),
  },
  'Ask:': {
    ranking: analysis(async () => (await import('../analyses/ranking/analysis.ts')).ranking),
    'rank-history': analysis(async () => (await import('../analyses/rank-history/analysis.ts')).rankHistory),
    trend: analysis(async () => (await import('../analyses/trend/analysis.ts')).trend),
    profile: analysis(async () => (await import('../analyses/profile/analysis.ts')).profile),
    compare: analysis(async () => (await import('../analyses/compare/analysis.ts')).compare),
    links: analysis(async () => (await import('../analyses/links/analysis.ts')).links),
    network: analysis(async () => (await import('../analyses/network/analysis.ts')).network),
    coordination: analysis(async () => (await import('../analyses/coordination/analysis.ts')).coordination),
    effect: analysis(async () => (await import('../analyses/effect/analysis.ts')).effect),
    balance: analysis(async () => (await import('../analyses/balance/analysis.ts')).balance),
    convergence: analysis(async () => (await import('../analyses/convergence/analysis.ts')).convergence),
    specialisation: analysis(
      async () => (await import('../analyses/specialisation/analysis.ts')).specialisation,
    ),
    concentration: analysis(
      async () => (await import('../analyses/concentration/analysis.ts')).concentration,
    ),
    complementarity: analysis(
      async () => (await import('../analyses/complementarity/analysis.ts')).complementarity,
    ),
    gaps: analysis(async () => (await import('../analyses/gaps/analysis.ts')).gaps),
    partners: analysis(async () => (await import('../analyses/partners/analysis.ts')).partners),
    match: analysis(async () => (await import('../analyses/match/analysis.ts')).match),
    sensitivity: analysis(async () => (await import('../analyses/sensitivity/analysis.ts')).sensitivity),
    coverage: analysis(async () => (await import('../analyses/coverage/analysis.ts')).coverage),
    panel: analysis(async () => (await import('../analyses/panel/analysis.ts')).panel),
    sql: async (terminal) => (await import('./commands/sql.ts')).sqlCommand(terminal),
  },
  'Look up:': {
    claims: async (terminal) => (await import('./commands/claims.ts')).claimsCommand(terminal),
    regions: async (terminal) => (await import('./commands/regions.ts')).regionsCommand(terminal),
    resources: async (terminal) => (await import('./commands/resources.ts')).resourcesCommand(terminal),
    needs: async (terminal) => (await import('./commands/needs.ts')).needsCommand(terminal),
    addresses: async (terminal) => (await import('./commands/addresses.ts')).addressesCommand(terminal),
    facts: async (terminal) => (await import('./commands/facts.ts')).factsCommand(terminal),
  },
  'Publish:': {
    report: async (terminal) => (await import('./commands/report.ts')).reportCommand(terminal),
    serve: async (terminal) => (await import('./commands/serve.ts')).serveCommand(terminal),
  },
};

const VERSION_FLAGS = ['-V', '--version'];

/**
 * The command line, ready to parse: with one command where that is what is asked for, else whole. The page
 * docs/command-line.md is made from it.
 */
export async function program(terminal: Terminal = theTerminal, only?: string): Promise<Command> {
  const all = new Command('synopolis')
    .description('Measure how cities and regions innovate together, from publication records.')
    .version(VERSION, VERSION_FLAGS.join(', '), 'Show the version')
    .addHelpCommand(help().helpGroup('Look up:'))
    // A flag belongs to the command it stands behind: `claims show` and `claims` have some of the same.
    .enablePositionalOptions();
  const commands = Object.entries(COMMANDS).flatMap(([heading, loads]) =>
    Object.entries(loads).map(([name, load]) => ({ name, load, heading })),
  );
  const one = commands.filter(({ name }) => name === only);
  const wanted = VERSION_FLAGS.includes(only ?? '') ? [] : one.length > 0 ? one : commands;
  for (const { load, heading } of wanted) all.addCommand((await load(terminal)).helpGroup(heading));
  settle(all, terminal);
  return all;
}

const help = (): Command =>
  new Command('help').argument('[command]').description('Show the help of a command');

/** Commands inherit none of these when they are added ready-made. */
function settle(command: Command, terminal: Terminal): void {
  command
    .exitOverride()
    .helpOption('-h, --help', 'Show help')
    .configureHelp({ subcommandTerm: (inner) => inner.name() })
    .showHelpAfterError('(add --help for usage)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  if (command.parent !== null && command.commands.length > 0) command.addHelpCommand(help());
  for (const inner of command.commands) settle(inner, terminal);
}
