import type { Engine } from '../engine/engine.ts';
import { join, name, raw, type Sql, sql } from '../engine/sql.ts';
import { type AddressMention, Addresses } from './addresses.ts';
import { noRows, RELATIONS } from './relations.ts';

/** Temporary tables that `loadAddresses` makes. */
export const ADDRESS_STEPS = ['address_texts', 'address_codes'] as const;

/** Strings that belong to nobody in particular, in the place of their text: that of others is never empty. */
const UNPAIRED = '';
/** Texts that are held at once. */
const AT_ONCE = 20_000;

/**
 * The strings of an authorship `a` that belong to one of its `known` institutions, that with the number `number`, as
 * `AddressPairs` of `pair-addresses.ts` pairs them: one text with a zero between two, null where there are none.
 */
export const pairedText = sql`CASE WHEN len(a.affiliations) > 0 THEN ${together(affiliated(sql`number`))}
  WHEN len(a.strings) > 1 AND known > 1 THEN ${UNPAIRED} ELSE ${joined(sql`a.strings`)} END`;

/** Whether others of its institutions share one of them. */
export const pairedShared = sql`CASE WHEN len(a.affiliations) > 0
    THEN len(list_filter(a.affiliations, lambda f: len(f.ids) > 1 AND list_contains(f.ids, number))) > 0
  ELSE known > 1 AND len(a.strings) = 1 END`;

/** The strings of an authorship without institutions. */
export const allText = sql`CASE WHEN len(a.strings) > 0 THEN ${joined(sql`a.strings`)}
  ELSE ${together(sql`a.affiliations`)} END`;

function affiliated(number: Sql): Sql {
  return sql`list_filter(a.affiliations, lambda f: list_contains(f.ids, ${number}))`;
}

function together(affiliations: Sql): Sql {
  return joined(sql`list_transform(${affiliations}, lambda f: f.string)`);
}

function joined(strings: Sql): Sql {
  return sql`nullif(array_to_string(${strings}, chr(0)), '')`;
}

/**
 * From `mentioned`, where each mention has the text of the strings beside it: the relation `addresses`, and codes by text in
 * `address_codes`. Each text is read once for an institution, in the order of the mentions: codes are those of the other readers.
 */
export async function loadAddresses(engine: Engine): Promise<void> {
  await engine.table(
    'address_texts',
    sql`SELECT row_number() OVER (ORDER BY first) AS nth, institution, shared, strings FROM (
      SELECT institution, shared, strings, min(place) AS first FROM mentioned WHERE strings IS NOT NULL
      GROUP BY institution, shared, strings) AS t`,
  );
  const { entries, codes } = await read(engine);
  await engine.table(
    'address_codes',
    sql`SELECT t.institution, t.shared, t.strings, c.code FROM address_texts t
      JOIN (SELECT ${each(codes, '["INTEGER"]', 'code')}) AS c ON c.nth = t.nth`,
  );
  await engine.table('addresses', entries.length === 0 ? noRows('addresses') : relation(entries));
}

async function read(engine: Engine): Promise<{ entries: readonly AddressMention[]; codes: number[] }> {
  const institutions = await engine.query<{ code: number; country: string | null }>(
    sql`SELECT code, country FROM institutions`,
  );
  const countries = new Map(institutions.map(({ code, country }) => [code, country]));
  const addresses = new Addresses((code) => ({ country: countries.get(code) ?? null }));
  const [{ count }] = await engine.query<{ count: number }>(sql`SELECT count(*) AS count FROM address_texts`);
  const codes: number[] = [];
  while (codes.length < count) {
    const texts = await engine.query<{ institution: number; shared: boolean; strings: string }>(
      sql`SELECT institution, shared, strings FROM address_texts
        WHERE nth > ${codes.length} AND nth <= ${codes.length + AT_ONCE} ORDER BY nth`,
    );
    for (const { institution, shared, strings } of texts) {
      if (strings === UNPAIRED) codes.push(addresses.unpaired(institution));
      else codes.push(addresses.code(institution, shared, Buffer.from(strings)));
    }
  }
  return { entries: addresses.entries, codes };
}

/** Values as rows, numbered from 1. One literal for all: a row each takes the engine seconds. */
function each(values: readonly unknown[], type: string, as: string): Sql {
  return sql`${raw('UNNEST')}(l) AS ${name(as)}, generate_subscripts(l, 1) AS nth
    FROM (SELECT from_json(${JSON.stringify(values)}, ${type}) AS l) AS list`;
}

function relation(entries: readonly AddressMention[]): Sql {
  const { code, ...fields } = RELATIONS.addresses;
  const rows = entries.map((entry) => ({ ...entry, example: entry.example || null }));
  const columns = Object.keys(fields).map((field) => sql`e.${name(field)}`);
  return sql`SELECT CAST(nth AS ${raw(code)}) AS code, ${join(columns, ', ')}
    FROM (SELECT ${each(rows, JSON.stringify([fields]), 'e')}) AS t ORDER BY code`;
}
