import { Command, Option } from 'commander';
import { render } from '../../base/index.ts';
import {
  areaOf,
  browse,
  checkResources,
  COUNTED_BY,
  type CountedBy,
  countsThroughTime,
  Directory,
  fieldTerms,
  RESOURCE_STATUSES,
  type ResourceStatus,
  SOURCE_STATUSES,
  type SourceStatus,
} from '../../resources/index.ts';
import { CliError } from '../error.ts';
import { commaList, parseYears } from '../flags.ts';
import { addOutputFlags, destinationOf, type OutputFlags } from '../output/destination.ts';
import { print } from '../output/print.ts';
import { countsOf } from '../../tabular/resource-counts.ts';
import { detailOf, listOf } from '../../tabular/resources.ts';
import type { Terminal } from '../terminal.ts';

interface ListFlags extends OutputFlags {
  readonly lang: 'en' | 'zh';
  readonly resources?: string[];
  readonly kind?: string[];
  readonly place?: string;
  readonly region?: string;
  readonly field?: string;
  readonly opened?: { readonly from: number; readonly to: number };
  readonly status?: ResourceStatus[];
  readonly sourceStatus?: SourceStatus;
  readonly counts?: CountedBy | true;
}

/** `synopolis resources`, `resources show ID`, `resources check FILE`: who has what. */
export function resourcesCommand(terminal: Terminal): Command {
  const command = common(
    new Command('resources')
      .description('Laboratories, facilities, platforms, parks and firms')
      // Its own flags stand before `show`, which has some of the same.
      .enablePositionalOptions(),
  )
    .option('--kind <list>', 'Kinds, such as joint-laboratory,science-park', commaList)
    .option('--place <place>', 'City, province, nation or definition, by id or exact name')
    .option('--region <region>', 'Like --place, or a cluster: jjj, yrd, gba, chengyu')
    .option('--field <words>', 'Words that the fields contain')
    .option('--opened <a-b>', 'Years of opening', parseYears)
    .addOption(new Option('--status <list>', `Status: ${RESOURCE_STATUSES.join(', ')}`).argParser(statuses))
    .addOption(
      new Option(
        '--source-status <how>',
        'Only rows whose source was read (stored) or not verified (recalled)',
      ).choices(SOURCE_STATUSES),
    )
    .addOption(
      new Option('--counts [by]', 'Number opened by each year; by kind by default').choices(COUNTED_BY),
    )
    .action(async (flags: ListFlags) => {
      await list(flags, terminal);
    });
  command.addCommand(
    common(new Command('show').argument('<id>', 'Such as csns').description('Show one resource')).action(
      async (id: string, flags: ListFlags) => {
        const destination = destinationOf(flags);
        const directory = await Directory.open({ resources: flags.resources ?? [] });
        await print(detailOf(directory.require(id), directory, flags.lang), destination, terminal);
      },
    ),
  );
  command.addCommand(
    new Command('check')
      .argument('<file>', 'CSV of resources')
      .description('Check a list of resources of your own')
      .action(async (file: string) => {
        await check(file, terminal);
      }),
  );
  return command;
}

function common(command: Command): Command {
  return addOutputFlags(command)
    .option('--resources <csv...>', 'Resources of your own, in addition to those included')
    .addOption(new Option('--lang <code>', 'Language of titles').choices(['en', 'zh']).default('en'));
}

async function list(flags: ListFlags, terminal: Terminal): Promise<void> {
  const destination = destinationOf(flags);
  if (flags.place !== undefined && flags.region !== undefined)
    throw new CliError('--place and --region say the same; give one.', 2);
  const directory = await Directory.open({ resources: flags.resources ?? [] });
  const where = flags.place ?? flags.region;
  const terms = flags.field === undefined ? [] : await fieldTerms(flags.field);
  const listed = browse(
    directory,
    {
      kinds: flags.kind ?? [],
      area: where === undefined ? null : areaOf(where, directory.facts),
      field: flags.field ?? null,
      fieldTerms: terms,
      opened: flags.opened ?? null,
      statuses: flags.status ?? [],
      sourceStatus: flags.sourceStatus ?? null,
    },
    flags.lang,
  );
  const by = flags.counts === true ? 'kind' : flags.counts;
  const answer =
    by === undefined
      ? listOf(listed, directory, flags.lang)
      : countsOf(
          countsThroughTime(listed.resources, by, directory.kinds, flags.lang),
          by,
          listed,
          directory,
          flags.lang,
        );
  await print(answer, destination, terminal);
}

async function check(file: string, terminal: Terminal): Promise<void> {
  const { resources, problems } = await checkResources(file, await Directory.open());
  for (const { row, problem } of problems) terminal.out(`${file}:${row}: error: ${render(problem, 'en')}\n`);
  if (problems.length > 0)
    throw new CliError(`${file} has ${problems.length} ${problems.length === 1 ? 'error' : 'errors'}.`);
  terminal.out(
    `${file} can be used: ${resources.length} ${resources.length === 1 ? 'resource' : 'resources'}.\n`,
  );
}

function statuses(text: string): ResourceStatus[] {
  return commaList(text).map((one) => {
    if ((RESOURCE_STATUSES as readonly string[]).includes(one)) return one as ResourceStatus;
    throw new CliError(`--status takes ${RESOURCE_STATUSES.join(', ')}; “${one}” is none of them.`, 2);
  });
}
