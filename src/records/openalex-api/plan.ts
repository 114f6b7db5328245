import { readPage } from './answer.ts';
import type { OpenAlexClient } from './client.ts';
import { OpenAlexError } from './errors.ts';
import { dispensable, type Entity } from './fields.ts';

/** What is to be fetched. */
export interface Request {
  readonly entity: Entity;
  /** Fetched one after the other; '' is everything. */
  readonly filters: readonly string[];
  readonly select: readonly string[];
  /** Records a call, 1 to 100. */
  readonly perPage: number;
  readonly corpus?: Corpus | undefined;
  /** Records of each filter, where that is known: then only the first filter is asked, for its fields. */
  readonly expected?: readonly number[] | undefined;
}

/**
 * Which part of OpenAlex: the core, what was added in 2025 and 2026 (`expansion`), or both. Since August 2026 this stands in
 * the place of `include_xpac`; asked for together they are an error there.
 */
export const CORPORA = ['core', 'expansion', 'all'] as const;
export type Corpus = (typeof CORPORA)[number];

/** What fetching will take, told before it starts. All but `records`, `counts` and the fields are estimates. */
export interface Plan {
  readonly entity: Entity;
  /** The sum of `meta.count` over the filters; a record in two of them counts twice. */
  readonly records: number;
  /** `meta.count` of each filter, in their order. */
  readonly counts: readonly number[];
  /** List calls: pages, and an empty one after a last page that is full. Works of 100 authors cost a further call each, which is free. */
  readonly calls: number;
  /** Sent over the network, before compression. */
  readonly bytesReceived: number;
  /** Of the gzip files. */
  readonly bytesOnDisk: number;
  readonly seconds: number;
  /** At the price of list calls; a free key has a dollar a day. */
  readonly dollars: number;
  /** The fields that will be asked for. */
  readonly select: readonly string[];
  /** Fields of the request that this API does not have and `build` can do without. */
  readonly dropped: readonly string[];
  /** List calls left today, as OpenAlex says; null where it does not say. */
  readonly callsLeft: number | null;
}

/**
 * Bytes a record, in JSON and in gzip files of 10,000. Works: measured with the default fields on 2,662 works of the
 * geosciences and 9,016 of global health (4.7 to 5.9 KB; 480 to 650 bytes). Institutions: a guess from the schema.
 */
const SIZE: Readonly<Record<Entity, { readonly json: number; readonly gzip: number }>> = {
  works: { json: 5900, gzip: 600 },
  institutions: { json: 1200, gzip: 200 },
};

/** A page of 100 takes the API about this long (a guess; the pace of the client and the first call's time are floors). */
const SECONDS_A_CALL = 0.7;

/** OpenAlex's price list of 2026: list and filter calls 0.10 $ a thousand; single records free. */
const DOLLARS_A_CALL = 0.0001;

/**
 * Asks OpenAlex how much a request is: one call a filter (one in all where the counts are known), each for a single record
 * with the fields of the request, so that a filter or field that it does not accept is known before anything is written. What an earlier run has `done`
 * is taken off the estimates.
 * @throws OpenAlexError
 */
export async function makePlan(
  request: Request,
  client: OpenAlexClient,
  time: { readonly now: () => number; readonly callsPerSecond: number },
  done: { readonly pages: number; readonly records: number } = { pages: 0, records: 0 },
): Promise<Plan> {
  const counts: number[] = [];
  const dropped: string[] = [];
  let slowest = 0;
  for (const [i, filter] of request.filters.entries()) {
    if (i > 0 && request.expected !== undefined) {
      counts.push(request.expected[i]);
      continue;
    }
    for (;;) {
      const started = time.now();
      const select = request.select.filter((field) => !dropped.includes(field));
      try {
        const answer = await client.get(`/${request.entity}`, {
          ...query(filter, select, request.corpus),
          per_page: '1',
        });
        counts.push(readPage(answer).count);
        slowest = Math.max(slowest, (time.now() - started) / 1000);
        break;
      } catch (error) {
        const field = error instanceof OpenAlexError ? dispensable(request.entity, error.message) : null;
        if (field === null || dropped.includes(field)) throw error;
        dropped.push(field);
      }
    }
  }
  const records = counts.reduce((sum, count) => sum + count, 0);
  const pages = counts.reduce((sum, count) => sum + pagesOf(count, request.perPage), 0);
  const calls = Math.max(0, pages - done.pages);
  const missing = Math.max(0, records - done.records);
  return {
    entity: request.entity,
    records,
    counts,
    calls,
    ...estimateCost(request.entity, missing, calls, Math.max(1 / time.callsPerSecond, slowest)),
    select: request.select.filter((field) => !dropped.includes(field)),
    dropped,
    callsLeft: client.callsLeft,
  };
}

/** What so many records in so many list calls take, where a call takes `slowest` seconds or the usual time. */
export function estimateCost(
  entity: Entity,
  records: number,
  calls: number,
  slowest = 0,
): Pick<Plan, 'bytesReceived' | 'bytesOnDisk' | 'seconds' | 'dollars'> {
  const { json, gzip } = SIZE[entity];
  return {
    bytesReceived: records * json,
    bytesOnDisk: records * gzip,
    seconds: calls * Math.max(SECONDS_A_CALL, slowest),
    dollars: calls * DOLLARS_A_CALL,
  };
}

/** Pages until one has no next: a full one has, even when it is the last. */
function pagesOf(count: number, perPage: number): number {
  return Math.floor(count / perPage) + 1;
}

/** The parameters that name a list: its filter (none when empty), its fields, its corpus. */
export function query(
  filter: string,
  select: readonly string[],
  corpus: Corpus | undefined,
): Record<string, string> {
  return {
    ...(filter === '' ? {} : { filter }),
    select: select.join(','),
    ...(corpus === undefined ? {} : { corpus }),
  };
}

/** The plan in words, a line each. */
export function describePlan(plan: Plan): string[] {
  const days = plan.dollars;
  return [
    `${counted(plan.records, plan.entity)}: ${counted(plan.calls, 'calls')}, estimated ${bytes(plan.bytesReceived)} of JSON to receive before compression, ${bytes(plan.bytesOnDisk)} on disk, ${duration(plan.seconds)}`,
    `estimated cost $${plan.dollars.toFixed(plan.dollars < 1 ? 4 : 2)}; a free key has $1 a day${days > 1 ? `, so this takes about ${Math.ceil(days)} days: run the same command again each day` : ''}`,
    ...(plan.callsLeft === null
      ? []
      : [`OpenAlex says that today is left: ${counted(plan.callsLeft, 'calls')}`]),
    ...(plan.dropped.length === 0
      ? []
      : [`not asked for, as this API does not have it: ${plan.dropped.join(', ')}`]),
  ];
}

/** `1 call`, `1,200 calls`. */
export function counted(value: number, noun: string): string {
  return `${value.toLocaleString('en-US')} ${value === 1 ? noun.replace(/s$/, '') : noun}`;
}

function bytes(value: number): string {
  if (value >= 1e9) return `${(value / 1e9).toFixed(1)} GB`;
  return value >= 1e6 ? `${(value / 1e6).toFixed(0)} MB` : `${Math.ceil(value / 1e3)} KB`;
}

export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} minutes` : `${(seconds / 3600).toFixed(1)} hours`;
}
