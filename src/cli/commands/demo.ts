import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { ranking } from '../../analyses/index.ts';
import { type RegionTruth, writeDemonstration } from '../../demo/index.ts';
import { askObservatory, Filters, VERSION } from '../../observatory/index.ts';
import { makeFolder } from '../../places/index.ts';
import { theWorld, type World } from '../../records/openalex-api/index.ts';
import { CliError } from '../error.ts';
import { wholeNumber } from '../flags.ts';
import { printable } from '../../tabular/printable.ts';
import { print } from '../output/print.ts';
import { textTable } from '../../tabular/table.ts';
import type { Terminal } from '../terminal.ts';
import { buildShowingProgress } from './build.ts';
import {
  addRealFlags,
  demonstrateReal,
  offeredDemonstration,
  type RealFlags,
  refuseRealFlags,
} from './demo-real.ts';
import { DEMONSTRATION, REAL_DEMONSTRATION, realDemonstration, serveDemonstrations } from './demo-serve.ts';

interface DemoFlags extends RealFlags {
  readonly works: number;
  readonly seed: number;
  readonly real: boolean;
}

/** `synopolis demo`: a synthetic world, built and ranked, with the truth that it was made with; or real records. */
export function demoCommand(terminal: Terminal, world: World = theWorld): Command {
  const command = new Command('demo')
    .description('Build a synthetic demonstration, or a real one (--real)')
    .option('--out <dir>', 'Folder of the demonstration (with --real: demo-real)', DEMONSTRATION)
    .option('--works <n>', 'Number of synthetic works', wholeNumber, 40_000)
    .option('--seed <n>', 'Random seed', wholeNumber, 1)
    .option('--serve', 'Then start the web application, as npm start does', false);
  return addRealFlags(command).action(async (flags: DemoFlags) => {
    const isGiven = (name: string): boolean => command.getOptionValueSource(name) === 'cli';
    if (!flags.real) {
      refuseRealFlags(isGiven);
      await demonstrate(flags, terminal, world);
      return;
    }
    if (isGiven('works') || isGiven('seed'))
      throw new CliError('--works and --seed are of made-up works. Leave them out with --real.', 2);
    const out = isGiven('out') ? flags.out : REAL_DEMONSTRATION;
    await demonstrateReal({ ...flags, out }, terminal, world);
  });
}

async function demonstrate(flags: DemoFlags, terminal: Terminal, world: World): Promise<void> {
  const { out, works, seed, serve } = flags;
  if (works < 100 || works > 10_000_000) throw new CliError('--works takes 100 to 10,000,000.', 2);
  const truth = await worldOf(join(out, 'source'), works, seed, terminal);
  const folder = join(out, 'observatory');
  await buildShowingProgress(
    {
      works: [join(out, 'source', 'works')],
      institutions: [join(out, 'source', 'institutions.jsonl')],
      out: folder,
      filters: Filters.parse({}),
      authorCap: 100,
      memory: 1e9,
      threads: 2,
      title: 'Demonstration',
      licence: 'MIT; names and coordinates of cities: GeoNames, CC BY 4.0',
    },
    terminal,
  );
  const results = await askObservatory(folder, (observatory) =>
    Promise.all(
      [{ top: 12 }, { of: ['regions' as const], top: 20 }].map((params) =>
        ranking.run(observatory, ranking.params.parse(params)),
      ),
    ),
  );
  for (const result of results) {
    await print(printable(ranking, result, 'en'), { format: 'table', out: null, raw: false }, terminal);
    terminal.out('\n');
  }
  terminal.out(sayTruth(truth));
  terminal.out(next(folder));
  if (!serve) return;
  const real = realDemonstration(out, terminal);
  const offered = real.length > 0 ? undefined : offeredDemonstration(flags, terminal, world);
  await serveDemonstrations([...real, folder], terminal, offered);
}

/** Bumped whenever the generator writes other records, so that those of an earlier one are made anew. */
const RECORDS = 2;

/** The synthetic works, written once for the same parameters and version. */
async function worldOf(
  folder: string,
  works: number,
  seed: number,
  terminal: Terminal,
): Promise<readonly RegionTruth[]> {
  const stamp = join(folder, 'made.json');
  const wanted = JSON.stringify({ works, seed, version: VERSION, records: RECORDS });
  const read = (): { wanted: string; truth: readonly RegionTruth[] } =>
    JSON.parse(readFileSync(stamp, 'utf8')) as never;
  if (existsSync(stamp) && read().wanted === wanted) return read().truth;
  if (
    existsSync(folder) &&
    !existsSync(stamp) &&
    !existsSync(join(folder, 'truth.json')) &&
    !existsSync(join(folder, 'works'))
  ) {
    throw new CliError(`${folder} holds something else. Name another folder with --out.`);
  }
  rmSync(folder, { recursive: true, force: true });
  makeFolder(folder);
  terminal.err(`Making ${works.toLocaleString('en')} synthetic works for real cities (seed ${seed})…\n`);
  const { truth } = await writeDemonstration(folder, { works, seed });
  writeFileSync(stamp, JSON.stringify({ wanted, truth }));
  return truth;
}

function sayTruth(truth: readonly RegionTruth[]): string {
  const columns = [
    { title: 'Region' },
    { title: 'from' },
    { title: 'integration' },
    { title: 'factor', digits: 2 },
  ];
  const rows = truth.map(({ region, policyYear, yearDrawn, direction, factor }) => [
    region,
    `${policyYear}${yearDrawn ? ' (drawn)' : ''}`,
    direction,
    factor,
  ]);
  return [
    'The truth of this synthetic world: whether a region’s cities turn to each other after that year was drawn by the seed,',
    'whatever the nation. It shows what the software finds; it concludes nothing about the real regions.',
    '',
    textTable(columns, rows),
    '',
    '',
  ].join('\n');
}

function next(folder: string): string {
  return [
    'Ask more of it:',
    `  npx synopolis links ${folder} --place def:yrd_41 --years 2015-2024`,
    `  npx synopolis ranking ${folder} --of cities --region "Delta core=cn:3100,cn:3205,cn:3301"`,
    `  npx synopolis coverage ${folder}`,
    `  npx synopolis sql ${folder} "SELECT kind, count(*) FROM places GROUP BY kind"`,
    'Real records: npx synopolis demo --real, or docs/real.md for your own ranking from OpenAlex.',
    '',
  ].join('\n');
}
