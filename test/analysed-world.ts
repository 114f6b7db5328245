import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { writeDemonstration } from '../src/demo/index.ts';
import { sql } from '../src/engine/sql.ts';
import type { WorkParts } from '../src/measures/index.ts';
import { build, Filters, Observatory, WORK } from '../src/observatory/index.ts';

/** One work as the tables have it, put together again in plain TypeScript. */
export interface TestWork extends WorkParts {
  readonly id: number;
  readonly year: number;
  readonly topic: number;
  readonly subfield: number;
  /** More authors than the cap, or a list that was cut. */
  readonly capped: boolean;
  readonly institutions: readonly {
    readonly institution: string;
    readonly city: string | null;
    readonly share: number;
    readonly types: readonly string[];
  }[];
}

export interface AnalysedWorld {
  readonly folder: string;
  readonly observatory: Observatory;
  readonly works: readonly TestWork[];
  /** Cities of every province, nation and definition, by place id. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly cities: readonly string[];
  close(): Promise<void>;
}

export interface WorldParameters {
  readonly works: number;
  readonly seed: number;
  readonly authorCap?: number;
  readonly years?: readonly [number, number];
  /** What is made of each record of a work before the build, such as a topic that is planted on purpose. */
  readonly change?: (record: Record<string, unknown>) => Record<string, unknown>;
}

/** A synthetic world, built and opened, with its works read back row by row for brute force. */
export async function analysedWorld(parameters: WorldParameters): Promise<AnalysedWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'synopolis-analysed-'));
  if (parameters.change === undefined) await copyMade(parameters, folder);
  else await makeWorld(parameters, folder);
  const out = join(folder, 'observatory');
  const observatory = await Observatory.open(out, { threads: 1 });
  return {
    folder: out,
    observatory,
    works: await readWorks(observatory, parameters.authorCap ?? AUTHOR_CAP),
    members: await readMembers(observatory),
    cities: (
      await observatory.query<{ place: string }>(sql`SELECT place FROM places WHERE kind = 'city'`)
    ).map(({ place }) => place),
    close: async () => {
      observatory.close();
      await rm(folder, { recursive: true });
    },
  };
}

const AUTHOR_CAP = 8;

/** Copies a world that was made earlier in this run, by this file of tests or another; makes it first where none was. */
async function copyMade(parameters: WorldParameters, folder: string): Promise<void> {
  const { works, seed, authorCap = AUTHOR_CAP, years = YEARS } = parameters;
  const made = join(tmpdir(), `world-${[works, seed, authorCap, ...years].join('-')}`);
  if (!existsSync(made)) {
    const making = await mkdtemp(`${made}-`);
    await makeWorld(parameters, making);
    // Where another process was faster, its world stands.
    await rename(making, made).catch(() => rm(making, { recursive: true }));
  }
  await cp(made, folder, { recursive: true });
}

const YEARS: readonly [number, number] = [2014, 2018];

async function makeWorld(parameters: WorldParameters, folder: string): Promise<void> {
  const { works, seed, authorCap = AUTHOR_CAP, years = YEARS, change } = parameters;
  const source = join(folder, 'source');
  await writeDemonstration(source, { works, seed, parts: 2, years });
  if (change !== undefined) await changeRecords(join(source, 'works'), change);
  await build({
    works: [join(source, 'works')],
    institutions: [join(source, 'institutions.jsonl')],
    out: join(folder, 'observatory'),
    filters: Filters.parse({}),
    authorCap,
    memory: 1e9,
    threads: 1,
  });
}

async function changeRecords(folder: string, change: NonNullable<WorldParameters['change']>): Promise<void> {
  for (const file of await readdir(folder)) {
    const path = join(folder, file);
    const lines = gunzipSync(await readFile(path))
      .toString()
      .trimEnd()
      .split('\n');
    const changed = lines.map((line) => JSON.stringify(change(JSON.parse(line) as Record<string, unknown>)));
    await writeFile(path, gzipSync(`${changed.join('\n')}\n`));
  }
}

/** The works of an observatory, put together again row by row. */
export async function readWorks(observatory: Observatory, authorCap: number): Promise<TestWork[]> {
  const works = await observatory.query<{
    work: number;
    year: number;
    topic: number;
    subfield: number;
    n_authors: number;
    truncated: boolean;
  }>(sql`SELECT work, year, topic, subfield, n_authors, truncated FROM works ORDER BY work`);
  const cities = byWork(
    await observatory.query<{ work: number; city: string; share: number; authors: number }>(
      sql`SELECT work, city, share, authors FROM work_cities ORDER BY work, city`,
    ),
  );
  const hats = byWork(
    await observatory.query<{ work: number; city: string; author: number }>(
      sql`SELECT work, city, author FROM work_coaffiliations ORDER BY work, city, author`,
    ),
  );
  const types = new Map(
    (
      await observatory.query<{ institution: string; types: string[] }>(
        sql`SELECT institution, types FROM institutions`,
      )
    ).map((row) => [row.institution, row.types]),
  );
  const institutions = byWork(
    await observatory.query<{ work: number; institution: string; city: string | null; share: number }>(
      sql`SELECT work, institution, city, share FROM work_institutions ORDER BY work, institution`,
    ),
  );
  return works.map(({ work, n_authors, truncated, ...rest }) => {
    let next = 1000;
    const parts = (cities.get(work) ?? []).map(({ city, share, authors }) => {
      // Authors of several cities are known by name; the others of a city are hers alone.
      const known = (hats.get(work) ?? []).filter((hat) => hat.city === city).map(({ author }) => author);
      const alone = Array.from({ length: authors - known.length }, () => next++);
      return { place: city, share: share / WORK, authors: [...known, ...alone] };
    });
    return {
      ...rest,
      id: work,
      capped: n_authors > authorCap || truncated,
      authors: n_authors,
      parts,
      unlocated: [],
      institutions: (institutions.get(work) ?? []).map(({ institution, city, share }) => ({
        institution,
        city,
        share: share / WORK,
        types: types.get(institution) ?? [],
      })),
    };
  });
}

function byWork<R extends { readonly work: number }>(rows: readonly R[]): Map<number, R[]> {
  const grouped = new Map<number, R[]>();
  for (const row of rows) {
    const list = grouped.get(row.work);
    if (list === undefined) grouped.set(row.work, [row]);
    else list.push(row);
  }
  return grouped;
}

/** Cities of every province, nation and definition of an observatory. */
export async function readMembers(observatory: Observatory): Promise<Map<string, Set<string>>> {
  const rows = await observatory.query<{ place: string; city: string }>(sql`
    SELECT region AS place, city FROM region_cities
    UNION ALL SELECT province, place FROM places WHERE kind = 'city' AND province IS NOT NULL
    UNION ALL SELECT nation, place FROM places WHERE kind = 'city' AND nation IS NOT NULL`);
  const members = new Map<string, Set<string>>();
  for (const { place, city } of rows) members.set(place, (members.get(place) ?? new Set()).add(city));
  return members;
}

/** The works as only the institutions of a sector make them: authors are not known then. */
export function ofSectors(works: readonly TestWork[], sectors: readonly string[]): TestWork[] {
  return works.map((work) => {
    const shares = new Map<string, number>();
    for (const { city, share, types } of work.institutions)
      if (city !== null && types.some((type) => sectors.includes(type)))
        shares.set(city, (shares.get(city) ?? 0) + share);
    const parts = [...shares].map(([place, share]) => ({ place, share, authors: [] }));
    return { ...work, parts: parts.sort((p, q) => (p.place < q.place ? -1 : 1)) };
  });
}
