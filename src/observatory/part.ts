import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { split, unnested } from '../engine/dialect.ts';
import type { Engine, FileEngine } from '../engine/engine.ts';
import { list, raw, type Sql, sql } from '../engine/sql.ts';
import { PART_TABLES, type PartTable } from './part-tables.ts';
import { dropReason, type Filters, IMPLAUSIBLE_YEAR, sourceKey, type YearWindow } from './filters.ts';
import { placeAddresses, resolveAddresses } from './steps/addresses.ts';
import { keepAffiliations, type LocationRule, stepOf } from './steps/affiliations.ts';
import { rankInstitutions, shareInstitutions, workInstitutions } from './steps/institutions.ts';
import { resolveInstitutions } from './steps/resolve.ts';
import { shareWorks } from './steps/shares.ts';

/** Bumped whenever what a part holds changes meaning, so that parts of an older build are read again. */
export const PART_FORMAT = 5;

/** Authors that a list answer of the API gives at most: exactly so many may be a cut (law 3). */
const LIST_LIMIT = 100;

/** Temporary tables that the making of a part leaves in the engine. */
export const PART_STEPS = [
  'older',
  'selected',
  'kept',
  'identified',
  'placed',
  'locations',
  'resolved',
  'ancestors',
  'several',
  'own',
  'above',
  'coaffiliations',
  'single',
  'work_weights',
  'work_parts',
  'institution_ranks',
  'location_counts',
  'location_institutions',
  'address_places',
  'addressed',
  'moved_works',
  'several_by_address',
  'own_by_address',
  'above_by_address',
  'coaffiliations_by_address',
  'single_by_address',
  'work_weights_by_address',
  'work_parts_by_address',
  'location_counts_by_address',
  'location_institutions_by_address',
] as const;

export interface PartOptions {
  readonly filters: Filters;
  /** Date that stands in for a missing `updated_date`, from the snapshot's partition. */
  readonly partition: string | null;
  /** Years that a work may bear. */
  readonly plausible: YearWindow;
}

/** What was seen of a segment on the way into its part. */
export interface Seen {
  /** Records that arrived, for the reader's own count to be held against. */
  readonly records: number;
  /** The newest `updated_date`; null where no record has one. */
  readonly newest: string | null;
  /** The earliest year beyond those that a work may bear now, and may later. */
  readonly beyond: number | null;
}

/**
 * Makes one part from the relations of one segment, which stand as temporary tables: drops what the filters leave out
 * (and remembers why), resolves institutions, splits every work over places, and writes the tables into `folder`.
 */
export async function makePart(engine: FileEngine, folder: string, options: PartOptions): Promise<Seen> {
  const [arrived] = await engine.query<{ n: number }>(sql`SELECT count(*) AS n FROM works`);
  await splitWorks(engine, options);
  mkdirSync(folder, { recursive: true });
  for (const table of PART_TABLES) await engine.export(partTable(table), join(folder, `${table}.parquet`));
  const [{ newest, beyond }] = await engine.query<Omit<Seen, 'records'>>(
    sql`SELECT nullif(max(version), '') AS newest,
      CAST(min(CASE WHEN reason = ${IMPLAUSIBLE_YEAR} AND year > ${options.plausible.to} THEN year END) AS INTEGER) AS beyond
    FROM selected`,
  );
  return { records: arrived.n, newest, beyond };
}

/** From the relations to the tables that `partTable` reads. */
export async function splitWorks(engine: Engine, options: PartOptions): Promise<void> {
  await selectWorks(engine, options);
  await placeAddresses(engine);
  await resolveInstitutions(engine);
  await resolveAddresses(engine);
  await rankInstitutions(engine);
  for (const by of ['institution', 'address'] as const) {
    await keepAffiliations(engine, by);
    await shareWorks(engine, by);
    await shareInstitutions(engine, by);
  }
}

/** Law 3 inside the segment (the newest version of an id wins before any filter), then the filters. */
async function selectWorks(engine: Engine, { filters, partition, plausible }: PartOptions): Promise<void> {
  const keys = list((filters.sources ?? []).map(sourceKey));
  const listed =
    filters.sources === null
      ? sql`TRUE`
      : sql`coalesce(id IN (${keys}), FALSE) OR code IN (
          SELECT own.code FROM (${unnested(['code'], split(sql`issns`, '|'), 'issn', 'sources')}) AS own
          WHERE own.issn IN (${keys}))`;
  // To the second, written one way: Parquet has `2024-05-01 10:00:00` where JSON has `2024-05-01T10:00:00.000000`.
  const version = sql`substr(replace(coalesce(w.updated, ${partition}, ''), ' ', 'T'), 1, 19)`;
  await engine.table(
    'older',
    sql`
    WITH repeated AS (SELECT work FROM works GROUP BY work HAVING count(*) > 1),
    ranked AS (
      SELECT w.row, row_number() OVER (PARTITION BY w.work ORDER BY ${version} DESC, w.row DESC) AS newest
      FROM works w JOIN repeated r ON r.work = w.work
    )
    SELECT row FROM ranked WHERE newest > 1`,
  );
  // Without the texts, which go from the reader to the part in one step.
  await engine.table(
    'selected',
    sql`
    SELECT w.row, w.work, w.year, w.authors, ${version} AS version,
      coalesce(w.truncated, w.authorships = ${LIST_LIMIT} AND ${partition === null}) AS truncated,
      coalesce(t.topic, 0) AS topic, coalesce(t.subfield, 0) AS subfield, s.id AS source,
      ${dropReason(filters, plausible)} AS reason
    FROM works w
    LEFT JOIN (SELECT code, id, ${listed} AS listed FROM sources) AS s ON s.code = w.source
    LEFT JOIN topics t ON t.code = w.topic
    WHERE w.row NOT IN (SELECT row FROM older)`,
  );
  await engine.table(
    'kept',
    sql`
    SELECT row, work, year, topic, subfield, authors FROM selected WHERE reason IS NULL`,
  );
}

/** The large ones in no order: every table that is made of them has its own. */
export function partTable(table: PartTable): Sql {
  switch (table) {
    case 'works':
      return sql`SELECT w.work, s.version, w.row, s.reason, w.year, w.type, w.title, w.doi, s.topic, s.subfield, s.source,
          w.authors, w.authorships, s.truncated, w.citations, w.synthetic
        FROM works w JOIN selected s ON s.row = w.row`;
    case 'cities':
    case 'cities_by_address':
      return cities(ruleOf(table));
    case 'unlocated':
    case 'unlocated_by_address':
      return unlocated(ruleOf(table));
    case 'institutions':
    case 'institutions_by_address':
      return workInstitutions(ruleOf(table));
    case 'coaffiliations':
    case 'coaffiliations_by_address':
      return coaffiliations(ruleOf(table));
    case 'moved':
      return moved();
    case 'addresses':
      return sql`SELECT outcome, coalesce(told_country, country) AS country, city, told, how, CAST(sum(strings) AS INTEGER) AS strings,
          min(example) AS example
        FROM addressed GROUP BY outcome, coalesce(told_country, country), city, told, how ORDER BY 1, 2, 3, 4, 5`;
    case 'mentioned':
      return sql`SELECT DISTINCT institution, name, country, reason
        FROM resolved WHERE kind <> 'none' AND reason IS NOT NULL ORDER BY 1, 2, 3, 4`;
    case 'topics':
      return sql`SELECT DISTINCT topic, subfield, field, domain, topic_name, subfield_name, field_name, domain_name
        FROM topics ORDER BY 1, 2, 3, 4, 5, 6, 7, 8`;
    case 'sources':
      return sql`SELECT DISTINCT id, issns, name FROM sources WHERE id IS NOT NULL ORDER BY 1, 2, 3`;
  }
}

const ruleOf = (table: PartTable): LocationRule =>
  table.endsWith('_by_address') ? 'address' : 'institution';

function cities(by: LocationRule): Sql {
  return sql`SELECT w.work, w.year, w.subfield, o.city, p.share, p.authors
    FROM ${raw(stepOf('work_parts', by))} p JOIN kept w ON w.row = p.row JOIN locations o ON o.location = p.location
    WHERE o.city IS NOT NULL`;
}

function unlocated(by: LocationRule): Sql {
  return sql`SELECT w.work, w.year, w.subfield, o.country, o.reason, p.share
    FROM ${raw(stepOf('work_parts', by))} p JOIN kept w ON w.row = p.row JOIN locations o ON o.location = p.location
    WHERE o.city IS NULL ORDER BY p.row, p.location`;
}

function coaffiliations(by: LocationRule): Sql {
  return sql`WITH author_cities AS (
      SELECT DISTINCT h.row, h.author, o.city FROM ${raw(stepOf('coaffiliations', by))} h
      JOIN locations o ON o.location = h.location WHERE o.city IS NOT NULL
    ),
    several AS (SELECT row, author FROM author_cities GROUP BY row, author HAVING count(*) > 1)
    SELECT w.work, w.year, w.subfield, c.author, c.city
    FROM author_cities c JOIN several s ON s.row = c.row AND s.author = c.author JOIN kept w ON w.row = c.row
    ORDER BY c.row, c.author, c.city`;
}

/** Works in which an address moves a part. */
function moved(): Sql {
  return sql`SELECT w.work FROM moved_works v JOIN kept w ON w.row = v.row ORDER BY w.work`;
}
