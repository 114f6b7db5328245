import { InvalidArgumentError } from 'commander';

import { InputError } from '../../base/index.ts';
import {
  type Corpus,
  counted,
  describePlan,
  duration,
  type FetchOptions,
  type FetchResult,
  OpenAlexError,
  type Plan,
  type Progress,
  type World,
} from '../../records/openalex-api/index.ts';
import { CliError } from '../error.ts';
import type { Terminal } from '../terminal.ts';

/** What `fetch works` and `fetch institutions` take. */
export interface Flags {
  readonly out: string;
  readonly filter?: string | readonly string[];
  readonly select?: string[];
  readonly corpus?: Corpus;
  readonly perPage: number;
  readonly rate: number;
  readonly maxPages?: number;
  readonly mailto?: string;
  readonly baseUrl: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** Fetches, telling the plan, the progress and the end on stderr; the first Ctrl-C stops it at a whole page. */
export async function run(
  fetch: (options: FetchOptions, world: World) => Promise<FetchResult>,
  flags: Flags,
  world: World,
  terminal: Terminal,
): Promise<void> {
  const stop = new AbortController();
  const done = terminal.onInterrupt(() => stop.abort());
  try {
    const result = await plainly(() =>
      fetch(
        {
          ...flags,
          ...access(flags, terminal),
          signal: stop.signal,
          agree: agreement(flags, terminal),
          onPage: pageReport(world, terminal),
        },
        logging(world, terminal),
      ),
    );
    for (const line of summary(result, flags)) terminal.err(`${line}\n`);
  } finally {
    done();
  }
}

export function access(
  flags: Pick<Flags, 'mailto' | 'baseUrl' | 'rate'>,
  terminal: Terminal,
): Pick<FetchOptions, 'apiKey' | 'mailto' | 'baseUrl' | 'callsPerSecond'> {
  const key = terminal.env.OPENALEX_API_KEY?.trim() ?? '';
  return {
    apiKey: key === '' ? null : key,
    mailto: flags.mailto,
    baseUrl: flags.baseUrl,
    callsPerSecond: flags.rate,
  };
}

function agreement(flags: Flags, terminal: Terminal): (plan: Plan) => Promise<boolean> {
  return async (plan) => {
    for (const line of describePlan(plan)) terminal.err(`${line}\n`);
    if ((terminal.env.OPENALEX_API_KEY ?? '').trim() === '')
      terminal.err(
        'OPENALEX_API_KEY is not set: without a (free) key OpenAlex allows a tenth or less, and may refuse to page. openalex.org/settings/api\n',
      );
    return mayStart(flags, terminal);
  };
}

/** Asks whether to start, where somebody is there to be asked and has not said so already. */
export async function mayStart(flags: Pick<Flags, 'yes' | 'dryRun'>, terminal: Terminal): Promise<boolean> {
  if (flags.dryRun === true) return false;
  if (flags.yes === true || !terminal.interactive) return true;
  return /^y(es)?$/i.test((await terminal.ask('Start? [y/N] ')).trim());
}

/** A line on stderr at the first page, then every ten seconds. */
export function pageReport(world: World, terminal: Terminal): (progress: Progress) => void {
  let first: { time: number; records: number } | null = null;
  let last = -Infinity;
  return ({ records, counts, entity }) => {
    const now = world.now();
    first ??= { time: now, records };
    if (now - last < 10_000) return;
    last = now;
    const rate = (records - first.records) / ((now - first.time) / 1000);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const left =
      rate > 0 ? `, ${Math.round(rate)} a second, ${duration(Math.max(0, total - records) / rate)} left` : '';
    terminal.err(`${records} of ${counted(total, entity)}${left}\n`);
  };
}

function summary(result: FetchResult, flags: Flags): string[] {
  const { status, plan, records, expected, whole, cut, parts } = result;
  if (status === 'declined')
    return [flags.dryRun === true ? 'dry run: nothing was fetched' : 'nothing was fetched'];
  if (status === 'already')
    return [
      `${flags.out} is finished: ${counted(records, 'records')} in ${counted(parts.length, 'files')}; to download again, give --out a new folder`,
    ];
  const short = expected - records;
  return [
    `${counted(records, 'records')} in ${counted(parts.length, 'files')} in ${flags.out}${status === 'partly' ? ' (stopped at --max-pages)' : ''}`,
    ...(whole > 0
      ? [`${counted(whole, 'works')} with 100 authors or more got again singly, with all of them`]
      : []),
    ...(cut > 0 ? [`warning: ${counted(cut, 'works')} could not be got again, cut at 100 authors`] : []),
    ...(status === 'finished' && plan !== null && short !== 0
      ? [
          `warning: OpenAlex counts ${counted(expected, 'records')}, it gave ${counted(records, 'records')}; its records change while they are read`,
        ]
      : []),
    ...(records === 0 ? ['warning: nothing matches this filter'] : []),
  ];
}

/** What the disk may refuse: no space, no permission, or it fails. */
const DISK: readonly string[] = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR'];

/** Errors that a person can act on, as the command line reports them. */
export async function plainly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OpenAlexError || error instanceof InputError) throw new CliError(error.message);
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof Error && code !== undefined && DISK.includes(code))
      throw new CliError(
        `${error.message}. Free space or permissions? What came is kept: run the same command again.`,
      );
    throw error;
  }
}

export function logging(world: World, terminal: Terminal): World {
  return { ...world, log: (line) => terminal.err(`${line}\n`) };
}

/** Reads a flag that is a whole number from `least` to `most`. */
export function wholeFrom(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return value;
  };
}
