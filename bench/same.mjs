// Holds the result of a rival build (RESULT.json of jsonparse-build.mjs, pandas_build.py) against our observatory.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WORK = 2 ** 30;
const synopolis = fileURLToPath(new URL('../bin/synopolis.mjs', import.meta.url));

function rows(observatory, query) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [synopolis, 'sql', observatory, query, '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (status !== 0) throw new Error(`synopolis sql: ${stderr}`);
  const answer = JSON.parse(stdout);
  return answer.rows ?? answer;
}

/** The largest difference of two tables of numbers by key; a key that only one has counts as 0 in the other. */
function largestDifference(ours, theirs) {
  let largest = 0;
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
    largest = Math.max(largest, Math.abs((ours[key] ?? 0) - (theirs[key] ?? 0)));
  return largest;
}

/** One line that says how far the two agree: works, Share by city and year, joint works by pair of cities. */
export function compare(observatory, resultFile) {
  const theirs = JSON.parse(readFileSync(resultFile, 'utf8'));
  const [{ works }] = rows(observatory, 'select count(*) as works from works');
  const share = rows(
    observatory,
    'select city, year, sum(share) as share from city_output group by city, year',
  );
  const pairs = rows(
    observatory,
    'select a, b, sum(works) as works from city_links group by a, b having sum(works) > 0',
  );
  const ours = {
    share: Object.fromEntries(share.map((row) => [`${row.city} ${row.year}`, Number(row.share) / WORK])),
    pairs: Object.fromEntries(pairs.map((row) => [`${row.a} ${row.b}`, Number(row.works)])),
  };
  const count = (table) => Object.keys(table).length;
  return (
    `works ${Number(works)} and ${theirs.works}; Share of ${count(ours.share)} and ${count(theirs.share)} city-years, ` +
    `at most ${largestDifference(ours.share, theirs.share).toExponential(1)} apart; joint works of ` +
    `${count(ours.pairs)} and ${count(theirs.pairs)} pairs, at most ${largestDifference(ours.pairs, theirs.pairs)} apart`
  );
}
