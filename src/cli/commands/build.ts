import { Command, InvalidArgumentError, Option } from 'commander';
import {
  build,
  type BuildWorld,
  type GivenVintage,
  type LocationRule,
  type Manifest,
  parseVintage,
} from '../../observatory/index.ts';
import { readJournals } from '../../records/openalex-api/index.ts';
import { buildOnCluster } from '../../trino/index.ts';
import { commaList, parseYears, wholeNumber } from '../flags.ts';
import { CliError } from '../error.ts';
import { locateOption } from '../located-by.ts';
import { ProgressLine } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { addClusterFlags, type ClusterFlags, clusterOptions, refuseClusterFlags } from './build-cluster.ts';

interface BuildFlags extends ClusterFlags {
  readonly works: string[];
  readonly institutions: string[];
  readonly regions?: string[];
  readonly corrections?: string;
  readonly mergedIds?: string[];
  readonly deletedIds?: string[];
  readonly vintage?: GivenVintage[];
  readonly years?: { from: number; to: number };
  readonly types: string[];
  readonly sources?: string;
  readonly retracted: boolean;
  readonly paratext: boolean;
  readonly extended: boolean;
  readonly locate: LocationRule;
  readonly authorCap: number;
  readonly out: string;
  readonly memory: number;
  readonly threads: number;
  readonly skipDamaged: boolean;
  readonly verify: boolean;
  readonly title?: string;
  readonly licence?: string;
}

/** `synopolis build`: files of works and institutions into an observatory. */
export function buildCommand(terminal: Terminal): Command {
  const command = new Command('build')
    .description('Build an observatory from works and institutions')
    .requiredOption('--works <path...>', 'OpenAlex works: files, folders, patterns, or a whole snapshot')
    .requiredOption('--institutions <path...>', 'Institutions: ROR dump, OpenAlex institutions, or CSV')
    .option('--regions <csv...>', 'Region definitions; those included with Synopolis by default')
    .option(
      '--corrections <csv>',
      'Institutions or raw names to move to another city, with reason and source',
    )
    .option('--merged-ids <path...>', 'OpenAlex merged_ids: ids replaced by others')
    .option('--deleted-ids <path...>', 'OpenAlex deleted_ids: works to leave out')
    .option(
      '--vintage <days...>',
      'Date of the records if files have none: YYYY-MM-DD, or FILE-OR-FOLDER=YYYY-MM-DD',
      vintage,
    )
    .option('--years <a-b>', 'Publication years to keep, such as 2000-2025', parseYears)
    .addOption(
      new Option('--types <list>', 'Work types to keep, or all')
        .argParser(commaList)
        .default(['article', 'review'], 'article,review'),
    )
    .option('--sources <csv>', 'Journals to keep (CSV with a column issn or source)')
    .option('--retracted', 'Keep retracted works', false)
    .option('--paratext', 'Keep paratext', false)
    .option('--extended', 'Keep the extended corpus of OpenAlex (is_xpac)', false)
    .addOption(locateOption())
    .option('--author-cap <n>', 'Leave works with more authors out of links', positive, 100)
    .option('--out <dir>', 'Folder of the observatory', 'observatory')
    .addOption(
      new Option('--memory <size>', 'Memory limit, such as 1GB').argParser(memory).default(1e9, '1GB'),
    )
    .option('--threads <n>', 'Number of files read in parallel', positive, 2)
    .option('--skip-damaged', 'Skip and count damaged files instead of stopping', false)
    .option('--verify', 'Detect changed files by content, not only by date', false)
    .option('--title <text>', 'Title of the observatory')
    .option('--licence <text>', 'Licence of the records, such as CC0-1.0');
  return addClusterFlags(command).action(async (flags: BuildFlags) => {
    const shared = {
      institutions: flags.institutions,
      out: flags.out,
      ...(flags.regions === undefined ? {} : { regions: flags.regions }),
      ...(flags.corrections === undefined ? {} : { corrections: flags.corrections }),
      ...(flags.mergedIds === undefined ? {} : { mergedIds: flags.mergedIds }),
      ...(flags.deletedIds === undefined ? {} : { deletedIds: flags.deletedIds }),
      ...(flags.vintage === undefined ? {} : { vintages: flags.vintage }),
      ...(flags.title === undefined ? {} : { title: flags.title }),
      ...(flags.licence === undefined ? {} : { licence: flags.licence }),
      filters: {
        years: flags.years ?? null,
        types: flags.types.length === 1 && flags.types[0] === 'all' ? null : flags.types,
        retracted: flags.retracted,
        paratext: flags.paratext,
        extended: flags.extended,
        sources: flags.sources === undefined ? null : await sourcesOf(flags.sources),
      },
      authorCap: flags.authorCap,
    };
    const { works, memory: most, threads, skipDamaged, verify } = flags;
    const given = { ...shared, locate: flags.locate, works, memory: most, threads, skipDamaged, verify };
    const cluster = flags.engine === 'trino' ? clusterOptions(flags, terminal) : null;
    if (cluster === null) refuseClusterFlags(flags);
    else if (flags.locate === 'address')
      throw new CliError(
        '--locate address needs addresses, which a cluster does not read. Build without --engine trino.',
        2,
      );
    const manifest = await (cluster === null
      ? buildShowingProgress(given, terminal)
      : showingProgress(terminal, (world) => buildOnCluster({ ...shared, ...cluster }, world)));
    if (flags.locate === 'address' && manifest.addresses === undefined)
      terminal.err('No addresses were read, so authorships count at institutions, whatever --locate says.\n');
    terminal.err(summary(manifest, flags.out));
  });
}

/** Journals of a list, by OpenAlex id and ISSN. */
async function sourcesOf(file: string): Promise<string[]> {
  return (await readJournals(file)).flatMap(({ issn, source }) => [issn, source]).filter((id) => id !== null);
}

export function buildShowingProgress(
  options: Parameters<typeof build>[0],
  terminal: Terminal,
): Promise<Manifest> {
  return showingProgress(terminal, (world) => build(options, world));
}

async function showingProgress(
  terminal: Terminal,
  run: (world: BuildWorld) => Promise<Manifest>,
): Promise<Manifest> {
  const stop = new AbortController();
  const line = new ProgressLine(terminal);
  const release = terminal.onInterrupt(() => stop.abort());
  try {
    return await run({
      now: () => performance.now(),
      progress: (state) => line.show(state),
      signal: stop.signal,
    });
  } finally {
    line.end();
    release();
  }
}

function summary({ records, located, warnings, seconds, works }: Manifest, out: string): string {
  const dropped = Object.entries(records.dropped).map(([reason, n]) => `${n.toLocaleString('en')} ${reason}`);
  const reused = works.filter((file) => file.reused).length;
  const lines = [
    `${records.kept.toLocaleString('en')} works of ${records.read.toLocaleString('en')} records${dropped.length > 0 ? ` (left out: ${dropped.join(', ')})` : ''}.`,
    ...(records.superseded > 0
      ? [`${records.superseded.toLocaleString('en')} older versions of works gave way to newer ones.`]
      : []),
    ...(reused > 0 ? [`${reused} of ${works.length} files were read before.`] : []),
    located.share === null ? 'No work is left.' : `${(located.share * 100).toFixed(1)}% of Share is located.`,
    ...warnings.map((warning) => `Warning: ${warning}.`),
    `Built ${out} in ${Object.values(seconds)
      .reduce((sum, n) => sum + n, 0)
      .toFixed(1)} s of work. Next: synopolis ranking ${out}`,
  ];
  return lines.map((text) => `${text}\n`).join('');
}

function vintage(text: string, before: readonly GivenVintage[] | undefined): GivenVintage[] {
  try {
    return [...(before ?? []), parseVintage(text)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function positive(text: string): number {
  const value = wholeNumber(text);
  if (value < 1) throw new InvalidArgumentError('a whole number from 1.');
  return value;
}

function memory(text: string): number {
  const match = /^\s*([0-9.]+)\s*([kmgt]?)i?b?\s*$/i.exec(text);
  const value =
    match === null
      ? NaN
      : Number(match[1]) * 1000 ** ['', 'k', 'm', 'g', 't'].indexOf(match[2].toLowerCase());
  if (!(value >= 500e6)) throw new InvalidArgumentError('a size of at least 500MB, such as 1GB.');
  return value;
}
