import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { makeFolder } from '../../places/index.ts';
import { type Json, readPage } from './answer.ts';
import { type OpenAlexClient, stopped } from './client.ts';
import { OpenAlexError } from './errors.ts';
import { Part } from './part.ts';
import { query } from './plan.ts';
import { type Progress, saveProgress } from './progress.ts';
import { getWhole, mayBeCut } from './whole.ts';

/** Records of one part at most. */
const PART = 10_000;

export interface DownloadOptions {
  readonly out: string;
  readonly maxPages: number;
  readonly signal: AbortSignal | undefined;
  readonly onPage: (progress: Progress) => void;
  /** `YYYY-MM-DD`. */
  readonly today: () => string;
}

/**
 * Gets the pages that `progress` still lacks, and keeps `progress` and its file up to date page by page: after a kill
 * at any moment, the next run goes on from the last whole page and ends with the same bytes.
 * @throws OpenAlexError
 */
export async function download(
  progress: Progress,
  client: OpenAlexClient,
  options: DownloadOptions,
): Promise<void> {
  await prepareFolder(options.out, progress);
  const select = progress.select.filter((field) => !progress.dropped.includes(field));
  let part = await openPart(progress, options.out);
  const nextPart = async (): Promise<void> => {
    await finishPart(part, progress, options);
    part = await openPart(progress, options.out);
  };
  try {
    while (progress.filter < progress.filters.length && progress.pages < options.maxPages) {
      if (options.signal?.aborted === true) throw stopped();
      const list = query(progress.filters[progress.filter], select, progress.corpus);
      const page = readPage(
        await client.get(`/${progress.entity}`, {
          ...list,
          ...ORDER[progress.entity],
          per_page: String(progress.perPage),
          cursor: progress.cursor,
        }),
      );
      if (page.cursor === progress.cursor && page.results.length > 0)
        throw new OpenAlexError(
          'unexpected',
          'OpenAlex gave the same cursor twice; going on would never end. Run the same command again later.',
        );
      if (progress.open.records > 0 && progress.open.records + page.results.length > PART) await nextPart();
      const { records, whole, cut } = await completed(page.results, progress, select, client);
      const bytes = await part.append(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
      progress.open = { records: progress.open.records + records.length, bytes };
      progress.begun ??= options.today();
      progress.records += records.length;
      progress.whole += whole;
      progress.cut += cut;
      progress.pages++;
      progress.counts[progress.filter] = page.count;
      const last = page.cursor === null || page.results.length === 0;
      if (last) progress.filter++;
      progress.cursor = last ? '*' : page.cursor;
      await saveProgress(options.out, progress);
      options.onPage(progress);
    }
    if (progress.open.records > 0) await nextPart();
    progress.finished = progress.filter >= progress.filters.length;
    await part.discard();
    await saveProgress(options.out, progress);
  } catch (error) {
    await part.close();
    throw error;
  }
}

/** By date, as citations change while pages are read, and with them OpenAlex's own order; ties go by id. */
const ORDER: Readonly<Record<Progress['entity'], Readonly<Record<string, string>>>> = {
  works: { sort: 'publication_date:asc' },
  institutions: {},
};

/** Works that were cut at 100 authors, replaced whole. */
async function completed(
  results: readonly Json[],
  progress: Progress,
  select: readonly string[],
  client: OpenAlexClient,
): Promise<{ records: Json[]; whole: number; cut: number }> {
  if (progress.entity !== 'works') return { records: [...results], whole: 0, cut: 0 };
  const records: Json[] = [];
  let whole = 0;
  let cut = 0;
  for (const work of results) {
    const got = mayBeCut(work) ? await getWhole(work, select, client) : work;
    if (got === null) cut++;
    else if (got !== work) whole++;
    records.push(got ?? work);
  }
  return { records, whole, cut };
}

async function prepareFolder(out: string, progress: Progress): Promise<void> {
  makeFolder(out);
  await saveProgress(out, progress);
  const current = partName(progress);
  for (const name of await readdir(out))
    if (/\.tmp$/.test(name) || (/\.unfinished$/.test(name) && !name.startsWith(`${current}.`)))
      await rm(join(out, name));
}

function partName(progress: Progress): string {
  return `${progress.entity}-${String(progress.parts.length + 1).padStart(5, '0')}`;
}

async function openPart(progress: Progress, out: string): Promise<Part> {
  return Part.open(out, partName(progress), progress.open.bytes);
}

/** The order matters: the finished file, then the word that it is finished, then the raw file may go. */
async function finishPart(part: Part, progress: Progress, { out, today }: DownloadOptions): Promise<void> {
  const { file, bytes } = await part.finish();
  progress.parts.push({ file, records: progress.open.records, bytes, day: today() });
  progress.open = { records: 0, bytes: 0 };
  await saveProgress(out, progress);
  await part.discard();
}
