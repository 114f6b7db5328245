import { shippedClaims } from '../src/claims/index.ts';
import { sql } from '../src/engine/sql.ts';
import { Facts } from '../src/facts/index.ts';
import type { Observatory } from '../src/observatory/index.ts';
import { Directory } from '../src/resources/index.ts';

/** A run of three English words, or more. */
const RUN = /[A-Za-z][\w’'-]*(?:[ ,]+[A-Za-z][\w’'-]*){2,}/;
/** A word that is no code and no id. */
const WORD = /[a-z]{3,}/;
const HAN = /\p{Script=Han}/u;
/** Ids and addresses are the same in every language, and so is what is quoted. */
const SAME = [
  /https?:\/\/\S+/g,
  /10\.\d{4,}\/\S+/g,
  /\b(?:def|cn|gn|iso|adhoc|name):[\w|:-]+/g,
  /sha256:[0-9a-f]+/g,
  /`[^`]*`/g,
  /“[^”]*”/g,
  /--[\w-]+/g,
  /\b[\w-]+\.(?:gz|jsonl|csv|html)\b/g,
];

/** Methods and formats that are called so in Chinese too, and this program. */
const METHODS = [
  ...['PageRank', 'Jaccard', 'Leiden', 'Getis-Ord', 'Synopolis'],
  ...['GEXF (Gephi)', 'GraphML', 'VOSviewer', 'Parquet'],
];

/** What of a Chinese text is still English; null where nothing is. */
export type EnglishLeft = (text: string) => string | null;

/**
 * Finds English in texts that should be Chinese. Names have no other language: of places, institutions, fields,
 * resources, works, sources and vintages.
 */
export async function englishLeft(observatory: Observatory): Promise<EnglishLeft> {
  const names = await namesOf(observatory);
  return (text) => {
    if (!RUN.test(text) && (HAN.test(text) || !WORD.test(text))) return null;
    let rest = withoutSame(text);
    for (const name of names) rest = without(rest, name);
    const run = RUN.exec(rest);
    if (run !== null) return run[0];
    return HAN.test(text) ? null : (WORD.exec(rest)?.[0] ?? null);
  };
}

const withoutSame = (text: string): string => SAME.reduce((rest, same) => rest.replace(same, ' | '), text);

const LETTER = /[\p{Script=Latin}\d]/u;

/** A text without a name, where it stands as a whole and not in another word. */
function without(text: string, name: string): string {
  let from = text.indexOf(name);
  let rest = text;
  while (from >= 0) {
    const [before, after] = [rest.charAt(from - 1), rest.charAt(from + name.length)];
    const whole = !LETTER.test(before) && !LETTER.test(after);
    if (whole) rest = `${rest.slice(0, from)} | ${rest.slice(from + name.length)}`;
    from = rest.indexOf(name, from + 1);
  }
  return rest;
}

/** Names that stand as they are, the longest first; of one word too, as many are. */
async function namesOf(observatory: Observatory): Promise<string[]> {
  const tables = await observatory.query<{ name: string | null }>(sql`
    SELECT name FROM places UNION SELECT name FROM institutions UNION SELECT institution FROM institutions
    UNION SELECT name FROM fields UNION SELECT title FROM works UNION SELECT source FROM places`);
  const directory = await Directory.open({ facts: await Facts.open() });
  const { statistics, policies } = directory.facts;
  const { claims } = await shippedClaims();
  const texts = [
    ...METHODS,
    ...tables.flatMap(({ name }) => name ?? []),
    ...statistics.flatMap(({ metric, source, vintage }) => [metric, source, vintage]),
    ...policies.map(({ source }) => source),
    ...claims.map(({ source }) => source.publisher),
    ...[...directory.kinds.values()].map(({ complete }) => complete?.source.zh ?? null),
    ...directory.resources.flatMap((one) => [
      ...[one.id, one.nameEn, one.host, one.source, one.contact],
      ...[...one.fields, ...one.partners],
      one.place === null ? null : directory.facts.name(one.place),
    ]),
  ];
  const named = texts.flatMap((text) => (text === null ? [] : [withoutSame(text)]));
  return [...new Set(named.filter((text) => WORD.test(text)))].sort((a, b) => b.length - a.length);
}
