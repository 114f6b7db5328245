import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLines } from '../engine/dialect.ts';
import type { Engine } from '../engine/engine.ts';
import { sql } from '../engine/sql.ts';
import {
  type Definition,
  type Gazetteer,
  nation,
  type Place,
  type PreparedInstitutions,
  readCsv,
} from '../places/index.ts';

const AT_A_TIME = 10_000;

type Columns = Readonly<Record<string, string>>;

/** Puts rows into a table of the engine, in the place of one of that name. */
export type Load = (table: string, columns: Columns, rows: readonly object[]) => Promise<void>;

/** By way of files of JSON Lines. */
export function loadingFiles(engine: Engine, folder: string): Load {
  return async (table, columns, rows) => {
    const file = join(folder, `${table}.jsonl`);
    writeLines(file, rows);
    await engine.table(table, sql`SELECT * FROM ${jsonLines(file, columns)}`);
  };
}

/** Some thousand at a time: all of them may be longer than one text can be. */
function writeLines(file: string, rows: readonly object[]): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let from = 0; from < rows.length; from += AT_A_TIME) {
      const lines = rows.slice(from, from + AT_A_TIME).map((row) => `${JSON.stringify(row)}\n`);
      writeFileSync(descriptor, lines.join(''));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** What is known of institutions before any work is read: the tables that `resolveInstitutions` joins with. */
export async function loadInstitutions(
  load: Load,
  { institutions, ids, names, ancestors }: PreparedInstitutions,
  merged: ReadonlyMap<string, string>,
): Promise<void> {
  await load(
    'known_institutions',
    {
      institution: 'VARCHAR',
      ror: 'VARCHAR',
      openalex: 'VARCHAR',
      name: 'VARCHAR',
      types: 'VARCHAR[]',
      country: 'VARCHAR',
      city: 'VARCHAR',
      latitude: 'DOUBLE',
      longitude: 'DOUBLE',
      parents: 'VARCHAR[]',
      located_by: 'VARCHAR',
      reason: 'VARCHAR',
      umbrella: 'BOOLEAN',
    },
    institutions.map(({ id, locatedBy, ...rest }) => ({ institution: id, located_by: locatedBy, ...rest })),
  );
  const known = new Map(ids.map(({ id, institution }) => [id, institution]));
  for (const [from, into] of merged) {
    const institution = known.get(into);
    if (institution !== undefined && !known.has(from)) known.set(from, institution);
  }
  const idRows = [...known].map(([id, institution]) => ({ id, institution }));
  await load('known_ids', { id: 'VARCHAR', institution: 'VARCHAR' }, idRows);
  await load('known_names', { key: 'VARCHAR', country: 'VARCHAR', institution: 'VARCHAR' }, names);
  await load('known_ancestors', { institution: 'VARCHAR', ancestor: 'VARCHAR' }, ancestors);
}

/** Places, definitions and what belongs to what: needed once the parts stand. */
export async function loadPlaces(
  engine: Engine,
  load: Load,
  { places }: PreparedInstitutions,
  definitions: readonly Definition[],
  gazetteer: Gazetteer,
  fieldNames: string,
): Promise<void> {
  const regions = definitions.map((definition) => ({
    place: definition.id,
    kind: 'region',
    name: definition.name,
    name_zh: definition.nameZh,
    version: definition.version,
    idea: definition.idea,
    is_default: definition.isDefault,
    policy_year: definition.policyYear,
    policy_note: definition.policyNote,
    source: definition.source,
  }));
  const named = await engine.query<{ city: string }>(
    sql`SELECT DISTINCT city FROM part_cities_by_address ORDER BY city`,
  );
  const cities = [...definitions.flatMap(({ members }) => members), ...named].map(({ city }) => city);
  const known = new Set(places.map(({ id }) => id));
  const provinces = new Set(named.flatMap(({ city }) => gazetteer.city(city)?.province ?? []));
  const more = Array.from(provinces)
    .filter((id) => !known.has(id))
    .map((id) => gazetteer.place(id)!);
  const rows = [...places, ...citiesBeyond(places, cities, gazetteer), ...more].map((place) => ({
    ...place,
    place: place.id,
    name_zh: place.nameZh,
    admin_code: place.adminCode,
    geonames_id: place.geonamesId,
  }));
  await load(
    'known_places',
    {
      place: 'VARCHAR',
      kind: 'VARCHAR',
      name: 'VARCHAR',
      name_zh: 'VARCHAR',
      country: 'VARCHAR',
      province: 'VARCHAR',
      nation: 'VARCHAR',
      admin_code: 'VARCHAR',
      geonames_id: 'BIGINT',
      latitude: 'DOUBLE',
      longitude: 'DOUBLE',
      version: 'VARCHAR',
      idea: 'VARCHAR',
      is_default: 'BOOLEAN',
      policy_year: 'INTEGER',
      policy_note: 'VARCHAR',
      source: 'VARCHAR',
    },
    [...rows, ...regions],
  );
  await load(
    'known_region_cities',
    { region: 'VARCHAR', city: 'VARCHAR', membership: 'VARCHAR', source: 'VARCHAR' },
    definitions.flatMap(({ id, members }) => members.map((member) => ({ region: id, ...member }))),
  );
  // Which cities make up which place: provinces, nations, definitions.
  await engine.table(
    'membership',
    sql`
    SELECT 'province' AS kind, province AS place, place AS city FROM known_places WHERE kind = 'city' AND province IS NOT NULL
    UNION ALL SELECT 'nation', nation, place FROM known_places WHERE kind = 'city' AND nation IS NOT NULL
    UNION ALL SELECT 'region', region, city FROM known_region_cities`,
  );
  await engine.table(
    'overlapping',
    sql`
    SELECT DISTINCT m.place AS a, n.place AS b FROM membership m JOIN membership n ON n.city = m.city AND n.kind = m.kind
    WHERE m.place < n.place`,
  );
  const glossary = await readCsv(fieldNames, { required: ['level', 'id', 'name', 'name_zh'] });
  await load(
    'known_field_names',
    { level: 'VARCHAR', id: 'INTEGER', name_zh: 'VARCHAR' },
    glossary.map(({ cells }) => ({ level: cells.level, id: Number(cells.id), name_zh: cells.name_zh })),
  );
}

/** Cities of definitions and addresses where no institution is, and their nations: they are places all the same. */
function citiesBeyond(places: readonly Place[], cities: readonly string[], gazetteer: Gazetteer): Place[] {
  const known = new Set(places.map(({ id }) => id));
  const more = new Map<string, Place>();
  for (const city of cities) {
    const place = known.has(city) ? null : gazetteer.city(city);
    if (place === null) continue;
    more.set(city, place);
    const over = nation(place.nation.slice('iso:'.length));
    if (over !== null && !known.has(over.id)) more.set(over.id, over);
  }
  return [...more.values()];
}
