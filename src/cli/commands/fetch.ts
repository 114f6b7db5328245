import { Command, InvalidArgumentError, Option } from 'commander';

import {
  CORPORA,
  fetchWorks,
  journalFilters,
  OPENALEX,
  readJournals,
  snapshotGuide,
  theWorld,
  unknownJournals,
  type World,
} from '../../records/openalex-api/index.ts';
import { CliError } from '../error.ts';
import { type Terminal, theTerminal } from '../terminal.ts';
import { type InstitutionFlags, readSources, runInstitutions } from './fetch-institutions.ts';
import { access, type Flags, logging, plainly, run, wholeFrom } from './fetch-run.ts';

interface WorksFlags extends Flags {
  readonly filter?: string;
  readonly preset?: string[];
  readonly years?: Years;
}

interface Years {
  readonly from: number;
  readonly to: number;
}

/** `synopolis fetch works|institutions|snapshot`: records from OpenAlex into files that `build` reads. */
export function fetchCommand(world: World = theWorld, terminal: Terminal = theTerminal): Command {
  const command = new Command('fetch').description('Download works and institutions from OpenAlex');
  const works = withFlags(command.command('works').description('Download works; set OPENALEX_API_KEY'))
    .option(
      '--preset <name-and-file...>',
      'journals FILE: works of the journals of a CSV (columns issn or source, name)',
    )
    .option('--years <a-b>', 'Publication years of the preset, such as 2015-2024', years)
    .addOption(new Option('--corpus <name>', 'Part of OpenAlex; core by default').choices(CORPORA));
  works.action(async (flags: WorksFlags) => {
    const filter = await worksFilter(flags, world, terminal);
    await run(fetchWorks, { ...flags, filter }, world, terminal);
  });
  withFlags(command.command('institutions').description('Download institutions from ROR and OpenAlex'))
    .option(
      '--from <list>',
      'Sources: ror, openalex (default: both; with --filter only openalex)',
      readSources,
    )
    .addOption(new Option('--ror-url <address>', 'Another list of ROR releases').hideHelp())
    .action(async (flags: InstitutionFlags) => runInstitutions(flags, world, terminal));
  command
    .command('snapshot')
    .description('Print what to copy from the OpenAlex snapshot')
    .action(() => terminal.out(snapshotGuide()));
  return command;
}

function withFlags(command: Command): Command {
  return command
    .requiredOption('--out <folder>', 'New folder, or the folder of an earlier run to continue')
    .option(
      '--filter <filter>',
      'OpenAlex filter, such as institutions.country_code:cn,publication_year:2024',
    )
    .option(
      '--select <fields>',
      'Root-level fields to keep, separated by commas (default: those that build reads)',
      (text) => text.split(','),
    )
    .option('--per-page <n>', 'Records per call, 1 to 100', wholeFrom(1, 100), 100)
    .option('--rate <n>', 'Maximum calls per second, 1 to 100', wholeFrom(1, 100), 10)
    .option('--max-pages <n>', 'Stop after this number of pages, for a trial', wholeFrom(1))
    .option('--mailto <address>', 'Email address sent to OpenAlex as a contact')
    .option('-y, --yes', 'Start without confirmation')
    .option('--dry-run', 'Print calls, gigabytes and time, and stop')
    .addOption(new Option('--base-url <address>', 'Another address of the API').default(OPENALEX).hideHelp());
}

/** The filters of `fetch works`: a preset's, or the one that was typed. */
async function worksFilter(flags: WorksFlags, world: World, terminal: Terminal): Promise<string | string[]> {
  const { preset, filter, years: span } = flags;
  if (filter?.includes('include_xpac') === true)
    throw new CliError('include_xpac is no filter, and OpenAlex has given it up: use --corpus.', 2);
  if (preset === undefined) {
    if (span !== undefined)
      throw new CliError('--years goes with --preset; in --filter, write publication_year:2015-2024.', 2);
    if (filter === undefined)
      throw new CliError(
        'Say which works: --filter or --preset journals FILE --years a-b. For all of OpenAlex: synopolis fetch snapshot.',
        2,
      );
    return filter;
  }
  const [name, file] = preset;
  if (name !== 'journals' || preset.length !== 2)
    throw new CliError('--preset takes a name and a file: --preset journals FILE.', 2);
  if (span === undefined) throw new CliError('--preset journals needs --years, e.g. --years 2015-2024.', 2);
  return plainly(async () => {
    const journals = await readJournals(file);
    for (const { line, name: title, issn, source } of await unknownJournals(
      journals,
      access(flags, terminal),
      logging(world, terminal),
    ))
      terminal.err(
        `warning: ${file}:${line}: OpenAlex knows no source ${source ?? issn ?? ''} (${title}); it will have no works\n`,
      );
    return journalFilters(journals, span, filter);
  });
}

function years(text: string): Years {
  const match = /^([0-9]{4})(?:-([0-9]{4}))?$/.exec(text);
  const from = Number(match?.[1]);
  const to = Number(match?.[2] ?? match?.[1]);
  if (match === null || from > to)
    throw new InvalidArgumentError('Give the first and the last year, e.g. 2015-2024.');
  return { from, to };
}
