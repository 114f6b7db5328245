import { Command } from 'commander';
import {
  catalogue,
  checkStatistics,
  Facts,
  type Figure,
  figure,
  metricOf,
  placeOf,
  series,
} from '../../facts/index.ts';
import { CliError } from '../error.ts';
import { parseYears } from '../flags.ts';
import { addOutputFlags, destinationOf, type OutputFlags } from '../output/destination.ts';
import { print } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';

const CITED = 'Sources are cited as they were seen; links are not verified.';
const OWN = 'CSV of published figures of your own, beside those that ship; may be given several times';

interface ShowFlags extends OutputFlags {
  readonly years?: { readonly from: number; readonly to: number };
  readonly vintage?: string;
  readonly statistics?: string[];
}

/** `synopolis facts metrics | show | check`: published figures with their sources. */
export function factsCommand(terminal: Terminal): Command {
  const command = new Command('facts').description(
    'published figures: the metrics there are, a figure or series with its source, a check of a file of your own',
  );
  addOutputFlags(command.command('metrics').description('every metric: what it is, its unit, its vintages'))
    .option('--statistics <csv...>', OWN)
    .action(async (flags: OutputFlags & { statistics?: string[] }) => {
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
      for (const { row, what, todo } of problems) terminal.out(`${file}:${row}: error: ${what}. ${todo}\n`);
      if (problems.length > 0)
        throw new CliError(`${file} has ${problems.length} ${problems.length === 1 ? 'error' : 'errors'}.`);
      terminal.out(
        `${file} can be used: ${statistics.length} ${statistics.length === 1 ? 'figure' : 'figures'}.\n`,
      );
    });
  return command;
}

async function listMetrics(
  flags: OutputFlags & { statistics?: string[] },
  terminal: Terminal,
): Promise<void> {
  const destination = destinationOf(flags);
  const facts = await Facts.open({ statistics: flags.statistics ?? [] });
  const rows = catalogue(facts);
  const columns = [
    { id: 'id', title: 'Id' },
    { id: 'name', title: 'Name' },
    { id: 'nameZh', title: 'Name (zh)' },
    { id: 'unit', title: 'Unit' },
    { id: 'kind', title: 'Kind' },
    { id: 'additive', title: 'Sums' },
    { id: 'figures', title: 'Figures', digits: 0 },
    { id: 'places', title: 'Places', digits: 0 },
    { id: 'from', title: 'from' },
    { id: 'to', title: 'to' },
    { id: 'vintages', title: 'Vintages' },
    { id: 'compare', title: 'Compare' },
  ];
  const cells = rows.map((row) => [
    row.id,
    row.name,
    row.nameZh,
    row.unit,
    row.kind,
    row.additive,
    row.figures,
    row.places,
    row.from,
    row.to,
    row.vintages.join('; '),
    row.compare,
  ]);
  const about = [
    'Sums: whether a region’s figure is the sum of its parts’. Vintages never mix in one series.',
  ];
  await print(
    { title: 'Metrics', synthetic: null, columns, cells, json: { rows }, findings: [], about },
    destination,
    terminal.out,
  );
}

async function showFigures(
  metricId: string,
  text: string,
  flags: ShowFlags,
  terminal: Terminal,
): Promise<void> {
  const destination = destinationOf(flags);
  const facts = await Facts.open({ statistics: flags.statistics ?? [] });
  const metric = metricOf(facts, metricId);
  const place = placeOf(text, facts);
  const { years } = flags;
  const vintage = flags.vintage === undefined ? {} : { vintage: flags.vintage };
  const single = years !== undefined && years.from === years.to;
  const found = single
    ? { points: [figure(facts, { metric: metric.id, place, year: years.from, ...vintage })], gaps: [] }
    : series(facts, { metric: metric.id, place, ...(years ?? {}), ...vintage });
  const columns = [
    { id: 'years', title: 'Year' },
    { id: 'value', title: 'Value', digits: Math.max(0, ...found.points.map(({ value }) => decimals(value))) },
    { id: 'unit', title: 'Unit' },
    { id: 'bound', title: 'Bound' },
    { id: 'vintage', title: 'Vintage' },
    { id: 'arithmetic', title: 'Arithmetic and source' },
    { id: 'reason', title: 'Why not' },
  ];
  const cells = found.points.map((one: Figure) => [
    one.years,
    one.value,
    one.unit,
    one.bound,
    one.vintage,
    one.arithmetic,
    one.reason,
  ]);
  const about = [
    ...new Set(found.points.flatMap(({ warnings }) => warnings.map((warning) => `Warning: ${warning}.`))),
    ...found.points.flatMap(({ years: year, others }) =>
      others.map((other) => `Other vintage, ${year}: ${other.value} ${other.unit} (${other.vintage}).`),
    ),
    ...(found.gaps.length > 0 ? [`Years without a figure: ${found.gaps.join(', ')}.`] : []),
    ...(metric.compare === null ? [] : [`To be compared ${metric.compare}.`]),
    ...(metric.note === null ? [] : [`${metric.note}.`]),
    CITED,
  ];
  await print(
    {
      title: `${metric.name}, ${facts.name(place)}`,
      synthetic: null,
      columns,
      cells,
      json: { metric, place: { id: place, name: facts.name(place) }, rows: found.points, gaps: found.gaps },
      findings: [],
      about,
    },
    destination,
    terminal.out,
  );
}

/** As many decimals as a published figure has. */
function decimals(value: number | null): number {
  return value === null ? 0 : Math.min(6, (String(value).split('.')[1] ?? '').length);
}
