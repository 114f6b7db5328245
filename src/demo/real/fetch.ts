import { join } from 'node:path';

import {
  type Access,
  estimateCost,
  fetchInstitutions,
  type FetchResult,
  fetchWorks,
  type Journal,
  journalFilters,
  type Plan,
  type Progress,
  readJournals,
  theWorld,
  type World,
} from '../../records/openalex-api/index.ts';
import { InputError } from '../../base/index.ts';
import { messages } from './messages.ts';
import { EXPECTED, REAL } from './preset.ts';
import { surveyWorks } from './survey.ts';

/** What fetching will take in all: works, and the institutions that they name. All but the works are estimates. */
export interface Cost extends Pick<Plan, 'calls' | 'bytesReceived' | 'bytesOnDisk' | 'seconds' | 'dollars'> {
  readonly works: number;
  readonly institutions: number;
  /** List calls left today, as OpenAlex says; null where it does not say, or was not asked. */
  readonly callsLeft: number | null;
}

export interface RealFetchOptions extends Access {
  readonly folder: string;
  /** Stops after so many pages of works, for a try. */
  readonly maxPages?: number | undefined;
  /** Sees the cost before anything is fetched or written; false ends there. */
  readonly agree?: ((cost: Cost) => boolean | Promise<boolean>) | undefined;
  /** After each page. */
  readonly onPage?: ((progress: Progress) => void) | undefined;
}

export interface RealFetchResult {
  /** As of a fetch; `already` where nothing was asked. */
  readonly status: FetchResult['status'];
  readonly works: FetchResult;
  /** Null where works are not there in full yet. */
  readonly institutions: FetchResult | null;
  /** Journals of the list without a single work: OpenAlex may know them by another ISSN now. */
  readonly missing: readonly Journal[];
}

/** Where a folder keeps what was fetched, and what was built of it. */
export function foldersIn(folder: string): { works: string; institutions: string; observatory: string } {
  return {
    works: join(folder, 'source', 'works'),
    institutions: join(folder, 'source', 'institutions'),
    observatory: join(folder, 'observatory'),
  };
}

/** One fewer than a page: a page that is full is followed by an empty one, which costs a call. */
const BATCH = 99;

/** Calls before any page: one that counts the works, and one that tries the fields of institutions. */
const PLANS = 2;

/** The cost as far as it is known before OpenAlex is asked. */
export function expectedCost(): Cost {
  const calls = Math.ceil(EXPECTED.works / 100);
  const works = estimateCost('works', EXPECTED.works, calls);
  return withInstitutions(EXPECTED.works, { ...works, calls: calls + PLANS }, null);
}

/**
 * Fetches the works of the list of journals, then the institutions that they name, into `folder`. Stopped at any moment, the
 * next call goes on from there; what is there in full is not asked for again.
 * @throws OpenAlexError
 * @throws InputError on a folder of something else
 */
export async function fetchRealWorks(
  { folder, maxPages, agree = () => true, ...options }: RealFetchOptions,
  world: World = theWorld,
): Promise<RealFetchResult> {
  const out = foldersIn(folder);
  const journals = await readJournals(REAL.journals);
  const works = await fetchWorks(
    {
      ...options,
      out: out.works,
      filter: journalFilters(journals, REAL.years, REAL.types),
      maxPages,
      agree: (plan) =>
        agree(withInstitutions(plan.records, { ...plan, calls: plan.calls + PLANS - 1 }, plan.callsLeft)),
    },
    world,
  );
  if (works.status === 'declined' || works.status === 'partly')
    return { status: works.status, works, institutions: null, missing: [] };
  if (works.records === 0) throw new InputError(messages.noWorks());
  const survey = await surveyWorks(works.parts.map(({ file }) => join(out.works, file)));
  const batches = inBatches(survey.institutions);
  const institutions = await fetchInstitutions(
    {
      ...options,
      out: out.institutions,
      filter: batches.map((ids) => `openalex:${ids.join('|')}`),
      expected: batches.map((ids) => ids.length),
      // Told with the works, unless these came before.
      agree: (plan) => works.status !== 'already' || agree({ ...plan, works: 0, institutions: plan.records }),
    },
    world,
  );
  return {
    status: institutions.status,
    works,
    institutions,
    missing: journals.filter(({ issn }) => issn !== null && !survey.issns.has(issn)),
  };
}

function withInstitutions(
  works: number,
  cost: Pick<Plan, 'calls' | 'bytesReceived' | 'bytesOnDisk' | 'seconds' | 'dollars'>,
  callsLeft: number | null,
): Cost {
  const institutions = Math.round((works / EXPECTED.works) * EXPECTED.institutions);
  const further = Math.ceil(institutions / BATCH);
  const also = estimateCost('institutions', institutions, further);
  return {
    works,
    institutions,
    calls: cost.calls + further,
    bytesReceived: cost.bytesReceived + also.bytesReceived,
    bytesOnDisk: cost.bytesOnDisk + also.bytesOnDisk,
    seconds: cost.seconds + also.seconds,
    dollars: cost.dollars + also.dollars,
    callsLeft,
  };
}

function inBatches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) =>
    ids.slice(i * BATCH, (i + 1) * BATCH),
  );
}
