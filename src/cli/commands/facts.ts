import { Command, Option } from 'commander';
import { checkStatistics, Facts } from '../../facts/index.ts';
import { type Language, render } from '../../base/index.ts';
import { figuresOf, metricsOf } from '../../tabular/facts.ts';
import { CliError } from '../error.ts';
import { parseYears } from '../flags.ts';
import { addOutputFlags, destinationOf, type OutputFlags } from '../output/destination.ts';
import { print } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';

const OWN = 'Published figures of your own, in addition to those included';

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
  new Option('--lang <code>', 'Language of titles').choices(['en', 'zh']).default('en');

/** `synopolis facts metrics | show | check`: published figures with their sources. */
export function factsCommand(terminal: Terminal): Command {
  const command = new Command('facts').description('Published figures with their sources');
  addOutputFlags(command.command('metrics').description('List the metrics, with units and vintages'))
    .addOption(inLanguage())
    .option('--statistics <csv...>', OWN)
    .action(async (flags: ListFlags) => {
      await listMetrics(flags, terminal);
    });
  addOutputFlags(
    command
      .command('show')
      .argument('<metric>', 'Such as gdp_nominal; `facts metrics` lists them')
      .argument('<place>', 'Such as cn:1100, Beijing, jjj_13, iso:CN')
      .description('Show a figure or a series of one vintage, with calculation and source'),
  )
    .option('--years <a-b>', 'One year for a figure, two for a series; all years by default', parseYears)
    .option('--vintage <text>', 'Vintage, if there are several')
    .addOption(inLanguage())
    .option('--statistics <csv...>', OWN)
    .action(async (metric: string, place: string, flags: ShowFlags) => {
      await showFigures(metric, place, flags, terminal);
    });
  command
    .command('check')
    .argument('<file>', 'CSV of published figures')
    .description('Check a file of figures of your own')
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
