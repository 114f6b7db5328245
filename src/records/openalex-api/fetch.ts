import { type Access, OpenAlexClient } from './client.ts';
import { download } from './download.ts';
import { defaultFields, type Entity } from './fields.ts';
import { MATCHED_ANEW } from '../matched-anew.ts';
import { type Corpus, makePlan, type Plan } from './plan.ts';
import { checkSame, loadProgress, noProgress, type Progress } from './progress.ts';
import { dayOf, theWorld, type World } from './world.ts';

export interface FetchOptions extends Access {
  /** The folder of the parts: new, empty, or of an earlier run of the same request. */
  readonly out: string;
  /** OpenAlex's filter, e.g. `institutions.country_code:cn,publication_year:2024`; several are fetched one after the other. Default: everything. */
  readonly filter?: string | readonly string[] | undefined;
  /** Root-level fields to keep; default those that `build` reads. */
  readonly select?: readonly string[] | undefined;
  /** Which part of OpenAlex; its own default (the core) where left out. */
  readonly corpus?: Corpus | undefined;
  /** Records a call, 1 to 100 (default, and the cheapest, 100). */
  readonly perPage?: number | undefined;
  /** Records of each filter, where that is known: saves a call for each filter but the first. */
  readonly expected?: readonly number[] | undefined;
  /** Stops after so many pages in all, for a try; a later run with more goes on. */
  readonly maxPages?: number | undefined;
  /** Sees the plan before anything is fetched or written; false ends there. */
  readonly agree?: ((plan: Plan) => boolean | Promise<boolean>) | undefined;
  /** After each page. */
  readonly onPage?: ((progress: Progress) => void) | undefined;
}

export interface FetchResult {
  /** `already`: an earlier run had finished, and nothing was asked. `declined`: by `agree`. `partly`: up to `maxPages`. */
  readonly status: 'finished' | 'already' | 'declined' | 'partly';
  /** Null where nothing was asked. */
  readonly plan: Plan | null;
  readonly records: number;
  /** The sum of `meta.count` in the latest answers of each filter; more than `records` where OpenAlex changed in between. */
  readonly expected: number;
  /** Works got again singly, with all their authors. */
  readonly whole: number;
  /** Works that could not be got again, and stay cut at 100 authors. */
  readonly cut: number;
  readonly parts: readonly { readonly file: string; readonly records: number; readonly bytes: number }[];
  /** Calls of this run. */
  readonly calls: number;
}

/**
 * Fetches the works of a filter into `out` as gzip JSON Lines, `works-00001.jsonl.gz` and on, 10,000 a part, that
 * `build` reads. Killed at any moment, the next call with the same request goes on where it stopped, and ends with the
 * same bytes as long as OpenAlex gives the same pages.
 *
 * Works that the list cuts at 100 authors are got again singly and replaced whole.
 *
 * @throws OpenAlexError on what the API answers, or when `signal` stops it
 * @throws InputError on a folder of something else or of another request
 * @throws RangeError on a page size outside 1 to 100
 * @example
 * await fetchWorks({ out: 'real/works', filter: 'primary_location.source.issn:0028-0836,publication_year:2024', apiKey });
 */
export function fetchWorks(options: FetchOptions, world: World = theWorld): Promise<FetchResult> {
  return fetchEntity('works', options, world);
}

/** Fetches institutions as {@link fetchWorks} does works: all of them, about 120,000, unless there is a filter. */
export function fetchInstitutions(options: FetchOptions, world: World = theWorld): Promise<FetchResult> {
  return fetchEntity('institutions', options, world);
}

async function fetchEntity(entity: Entity, options: FetchOptions, world: World): Promise<FetchResult> {
  const { out, filter = '', select = defaultFields(entity), perPage = 100, maxPages = Infinity } = options;
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > 100)
    throw new RangeError('A page has 1 to 100 records.');
  const request = {
    entity,
    filters: typeof filter === 'string' ? [filter] : [...filter],
    select: [...select],
    perPage,
    ...(options.corpus === undefined ? {} : { corpus: options.corpus }),
  };
  const earlier = await loadProgress(out);
  if (earlier !== null) checkSame(earlier, request, out);
  if (earlier !== null && earlier.records > 0) warnOfVintage(earlier, world);
  if (earlier?.finished === true) return result('already', null, earlier, 0);

  const client = new OpenAlexClient(options, world);
  const known = {
    ...request,
    expected: options.expected,
    select: request.select.filter((field) => earlier?.dropped.includes(field) !== true),
  };
  const time = { now: world.now, callsPerSecond: options.callsPerSecond ?? 10 };
  const plan = await makePlan(known, client, time, earlier ?? undefined);
  const progress = earlier ?? {
    ...noProgress(request),
    dropped: [...plan.dropped],
    counts: [...plan.counts],
  };
  if (options.agree !== undefined && !(await options.agree(plan)))
    return result('declined', plan, progress, client.calls);

  if (earlier !== null) world.log(`going on after ${earlier.records} ${entity} of an earlier run`);
  await download(progress, client, {
    out,
    maxPages,
    signal: options.signal,
    onPage: options.onPage ?? (() => undefined),
    today: () => dayOf(world),
  });
  return result(progress.finished ? 'finished' : 'partly', plan, progress, client.calls);
}

/** Records of two matchings in one folder, or a whole one of the old: to be told, as nothing in the records tells it. */
function warnOfVintage({ begun = '', entity }: Progress, world: World): void {
  const day = MATCHED_ANEW.find((one) => begun < one && one <= dayOf(world));
  if (day === undefined || entity !== 'works') return;
  world.log(
    `warning: this fetch began before ${day}, when OpenAlex matched all affiliations anew without touching updated_date: fetch all of it again into a new folder`,
  );
}

function result(
  status: FetchResult['status'],
  plan: Plan | null,
  progress: Progress,
  calls: number,
): FetchResult {
  const { records, counts, whole, cut, parts } = progress;
  return {
    status,
    plan,
    records,
    expected: counts.reduce((sum, count) => sum + count, 0),
    whole,
    cut,
    parts,
    calls,
  };
}
