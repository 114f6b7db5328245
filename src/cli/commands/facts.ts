import { Command, Option } from 'commander';
import { checkStatistics, Facts } from '../../facts/index.ts';
import { type Language, render } from '../../base/index.ts';
import { figuresOf, metricsOf } from '../../tabular/facts.ts';
import { CliError } from '../error.ts';
import { parseYears } from '../flags.ts';
import { addOutputFlags, destinationOf, type OutputFlags } from '../output/destination.ts';
import { print } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';

const OWN = 'CSV of published figures of your own, beside those that ship; may be given several times';

interface ListFlags extends OutputFlags {
  readonly lang: Language;
  readonly statistics?: string[];
}

interface ShowFlags extends ListFlags {
  readonly years?: { readonly from: number; readonly to: number };
  readonly vintage?: string;
  readonly statistics?: string[];
}

const inLanguage = (): Option =>
  new Option('--lang <code>', 'language of titles and words').choices(['en', 'zh']).default('en');

/** `synopolis facts metrics | show | check`: published figures with their sources. */
export function factsCommand(terminal: Terminal): Command {
  const command = new Command('facts').description(
    'published figures: the metrics there are, a figure or series with its source, a check of a file of your own',
  );
  addOutputFlags(command.command('metrics').description('every metric: what it is, its unit, its vintages'))
    .addOption(inLanguage())
    .option('--statistics <csv...>', OWN)
    .action(async (flags: ListFlags) => {
      await listMetrics(flags, terminal);
    });
  addOutputFlags(
    command
      .command('show')
      .argument('<metric>', 'such as gdp_nominal; `facts metrics` lists them')
      .argument('<place>', 'such as cn:1100, Beijing, jjj_13, iso:CN')
      .description('a figure, or a series of one vintage, with its arithmetic and source'),
  )
    .option('--years <a-b>', 'one year for a figure, two for a series; all years where left out', parseYears)
    .option('--vintage <text>', 'the vintage meant, where there are several')
    .addOption(inLanguage())
    .option('--statistics <csv...>', OWN)
    .action(async (metric: string, place: string, flags: ShowFlags) => {
      await showFigures(metric, place, flags, terminal);
    });
  command
    .command('check')
    .argument('<file>', 'CSV of published figures')
    .description('what is wrong with a file of figures, row by row')
    .action(async (file: string) => {
      const { statistics, problems } = await checkStatistics(file, await Facts.open());
      for (const { row, problem } of problems)
        terminal.out(`${file}:${row}: error: ${render(problem, 'en')}\n`);
      if (problems.length > 0)
        throw new CliError(`${file} has ${problems.length} ${problems.length === 1 ? 'error' : 'errors'}.`);
      terminal.out(
        `${file} can be used: ${statistics.length} ${statistics.length === 1 ? 'figure' : 'figures'}.\n`,
      );
    });
  return command;
}

async function listMetrics(flags: ListFlags, terminal: Terminal): Promise<void> {
  const destination = destinationOf(flags);
  const facts = await Facts.open({ statistics: flags.statistics ?? [] });
  await print(metricsOf(facts, flags.lang), destination, terminal);
}

async function showFigures(
  metric: string,
  place: string,
  flags: ShowFlags,
  terminal: Terminal,
): Promise<void> {
  const destination = destinationOf(flags);
  const facts = await Facts.open({ statistics: flags.statistics ?? [] });
  const { years = null, vintage = null } = flags;
  await print(figuresOf(facts, { metric, place, years, vintage }, flags.lang), destination, terminal);
}
