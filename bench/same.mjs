// Holds the result of a rival build (RESULT.json of jsonparse-build.mjs, pandas_build.py) against our observatory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const WORK = 2 ** 30;

/** The largest difference of two tables of numbers by key; a key that only one has counts as 0 in the other. */
function largestDifference(ours, theirs) {
  let largest = 0;
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
    largest = Math.max(largest, Math.abs((ours[key] ?? 0) - (theirs[key] ?? 0)));
  return largest;
}

/** One line that says how far the two agree: works, Share by city and year, joint works by pair of cities. */
export async function compare(observatory, resultFile) {
  const theirs = JSON.parse(readFileSync(resultFile, 'utf8'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const table = (name) => `'${join(observatory, name).replaceAll("'", "''")}.parquet'`;
  const byKey = async (query) => {
    const rows = (await connection.runAndReadAll(query)).getRowObjectsJson();
    return Object.fromEntries(rows.map(({ key, value }) => [key, Number(value)]));
  };
  const works = await byKey(`select 'works' as key, count(*) as value from ${table('works')}`);
  const share = await byKey(
    `select city || ' ' || year as key, sum(share) / ${WORK} as value from ${table('city_output')} group by 1`,
  );
  const pairs = await byKey(
    `select a || ' ' || b as key, sum(works) as value from ${table('city_links')} group by 1 having sum(works) > 0`,
  );
  connection.closeSync();
  const count = (one) => Object.keys(one).length;
  return (
    `works ${works.works} and ${theirs.works}; Share of ${count(share)} and ${count(theirs.share)} city-years, ` +
    `at most ${largestDifference(share, theirs.share).toExponential(1)} apart; joint works of ` +
    `${count(pairs)} and ${count(theirs.pairs)} pairs, at most ${largestDifference(pairs, theirs.pairs)} apart`
  );
}
