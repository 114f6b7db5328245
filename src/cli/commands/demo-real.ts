import { dirname, join } from 'node:path';
import { type Command, Option } from 'commander';
import { ranking } from '../../analyses/index.ts';
import { type Message, render } from '../../base/index.ts';
import {
  type Cost,
  expectedCost,
  fetchRealWorks,
  foldersIn,
  REAL,
  realMessages as messages,
} from '../../demo/index.ts';
import type { RealDemonstration } from '../../http/index.ts';
import { askObservatory, build, type BuildOptions, Filters, type Manifest } from '../../observatory/index.ts';
import { OPENALEX, type World } from '../../records/openalex-api/index.ts';
import { printable } from '../../tabular/printable.ts';
import { CliError } from '../error.ts';
import { print } from '../output/print.ts';
import type { Terminal } from '../terminal.ts';
import { buildShowingProgress } from './build.ts';
import { REAL_DEMONSTRATION, serveDemonstrations, syntheticDemonstration } from './demo-serve.ts';
import { access, logging, mayStart, pageReport, plainly, wholeFrom } from './fetch-run.ts';

export interface RealFlags {
  readonly out: string;
  readonly serve: boolean;
  readonly maxPages?: number;
  readonly mailto?: string;
  readonly rate: number;
  readonly baseUrl: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** Flags that only `--real` takes. */
const OF_REAL = {
  maxPages: '--max-pages',
  mailto: '--mailto',
  rate: '--rate',
  yes: '--yes',
  dryRun: '--dry-run',
};

export function addRealFlags(command: Command): Command {
  return command
    .option('--real', 'Use real works of nine journals of global health, from OpenAlex', false)
    .option('--max-pages <n>', 'With --real: stop after this number of pages, for a trial', wholeFrom(1))
    .option('--rate <n>', 'With --real: maximum calls per second, 1 to 100', wholeFrom(1, 100), 10)
    .option('--mailto <address>', 'With --real: email address sent to OpenAlex as a contact')
    .option('-y, --yes', 'With --real: start without confirmation')
    .option('--dry-run', 'With --real: print calls, size and time, and stop')
    .addOption(new Option('--base-url <address>', 'Another address of the API').default(OPENALEX).hideHelp());
}

/** @throws CliError where a flag of `--real` was given without it */
export function refuseRealFlags(isGiven: (name: string) => boolean): void {
  const [, flag] = Object.entries(OF_REAL).find(([name]) => isGiven(name)) ?? [];
  if (flag !== undefined) throw new CliError(`${flag} goes with --real.`, 2);
}

/** How the demonstration of real records in a folder is built: by address unless a question asks otherwise; both are made. */
function realBuild(folder: string): BuildOptions {
  const { works, institutions, observatory } = foldersIn(folder);
  return {
    works: [works],
    institutions: [institutions],
    out: observatory,
    filters: Filters.parse({}),
    locate: 'address',
    authorCap: 100,
    memory: 1e9,
    threads: 2,
    title: REAL.title,
    licence: REAL.licence,
  };
}

/** The demonstration of real records beside a synthetic one, for the page of that to have it fetched. */
export function offeredDemonstration(flags: RealFlags, terminal: Terminal, world: World): RealDemonstration {
  const connection = access(flags, terminal);
  const folder = join(dirname(flags.out), REAL_DEMONSTRATION);
  const cost = expectedCost();
  return {
    folder: foldersIn(folder).observatory,
    calls: cost.calls,
    seconds: cost.seconds,
    cost: [
      messages.expectedCost({
        works: Math.round(cost.works / 100) * 100,
        institutions: Math.round(cost.institutions / 100) * 100,
        ...sizeOf(cost),
      }),
      ...(connection.apiKey === null ? [messages.allowanceWithoutKey()] : []),
    ],
    async run(report, signal) {
      await fetchRealWorks(
        {
          ...connection,
          folder,
          signal,
          onPage: ({ entity, records, counts }) => {
            report({ step: entity, done: records, of: counts.reduce((sum, count) => sum + count, 0) });
          },
        },
        world,
      );
      report({ step: 'build', done: 0, of: null });
      await build(realBuild(folder), { now: () => performance.now(), progress: () => undefined, signal });
    },
  };
}

/** `synopolis demo --real`: fetches what is not there yet, builds, ranks and, with `--serve`, serves. */
export async function demonstrateReal(flags: RealFlags, terminal: Terminal, world: World): Promise<void> {
  if (!(await fetchAll(flags, terminal, world))) return;
  const manifest = await buildShowingProgress(realBuild(flags.out), terminal);
  const { observatory } = foldersIn(flags.out);
  const result = await askObservatory(observatory, (one) =>
    ranking.run(one, ranking.params.parse({ top: 12 })),
  );
  await print(printable(ranking, result, 'en'), { format: 'table', out: null, raw: false }, terminal);
  terminal.out(`\n${vintage(manifest)}${next(observatory)}`);
  if (!flags.serve) return;
  await serveDemonstrations([observatory, ...syntheticDemonstration(flags.out, terminal)], terminal);
}

/** Whether all records are there now. */
async function fetchAll(flags: RealFlags, terminal: Terminal, world: World): Promise<boolean> {
  const say = (message: Message): void => terminal.err(`${render(message, 'en')}\n`);
  const stop = new AbortController();
  const done = terminal.onInterrupt(() => stop.abort());
  const connection = access(flags, terminal);
  try {
    const { status, works, institutions, missing } = await plainly(() =>
      fetchRealWorks(
        {
          ...connection,
          folder: flags.out,
          maxPages: flags.maxPages,
          signal: stop.signal,
          agree: (cost) => {
            for (const message of costMessages(cost, connection.apiKey !== null)) say(message);
            return mayStart(flags, terminal);
          },
          onPage: pageReport(world, terminal),
        },
        logging(world, terminal),
      ),
    );
    if (status === 'declined')
      terminal.err(flags.dryRun === true ? 'dry run: nothing was fetched\n' : 'nothing was fetched\n');
    if (status === 'partly')
      say(
        messages.stoppedAtMaxPages({
          works: works.records,
          expected: works.expected,
          folder: foldersIn(flags.out).works,
        }),
      );
    if (missing.length > 0) say(messages.missingJournals({ names: missing.map(({ name }) => name) }));
    return institutions !== null && status !== 'declined';
  } finally {
    done();
  }
}

/** What fetching takes, and whether today's allowance is enough, as far as OpenAlex says. */
function costMessages(cost: Cost, withKey: boolean): Message[] {
  const { calls, callsLeft: left } = cost;
  const first = costMessage(cost);
  if (left === null) return withKey ? [first] : [first, messages.unknownAllowance()];
  return [
    first,
    left >= calls ? messages.covered({ left, withKey }) : messages.notCovered({ left, withKey }),
  ];
}

function sizeOf({ calls, seconds, bytesOnDisk: bytes }: Cost) {
  return { calls, seconds, bytes };
}

function costMessage(cost: Cost): Message {
  const { works, institutions } = cost;
  const size = sizeOf(cost);
  return works === 0
    ? messages.costOfInstitutions({ institutions, ...size })
    : messages.cost({ works, institutions, ...size });
}

function vintage({ works }: Manifest): string {
  const days = works
    .flatMap(({ vintage: { from, to } }) => (from === null || to === null ? [] : [from, to]))
    .sort();
  const from = days.at(0);
  const to = days.at(-1);
  return from === undefined || to === undefined ? '' : `${render(messages.vintage({ from, to }), 'en')}\n`;
}

function next(folder: string): string {
  return [
    'Ask more of it:',
    `  npx synopolis coverage ${folder}`,
    `  npx synopolis ranking ${folder} --located-by institution`,
    `  npx synopolis links ${folder} --place London`,
    `  npx synopolis serve ${folder}`,
    'Another list of journals: docs/real.md.',
    '',
  ].join('\n');
}
