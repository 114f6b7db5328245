// How well needs find resources, how evenly over cities, and how fast over many.
//   node --import tsx bench/match.mjs [--queries ../shared/facts/match_queries.csv] [--resources 100000] [--institutions 50000]
//                                     [--works 400000] [--needs 200] [--seed 1] [--draws 2000]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { bm25, ndcg, recallAt } from '../src/measures/index.ts';
import { readCsv } from '../src/places/index.ts';
import {
  askerOf,
  Directory,
  Expertise,
  Glossary,
  matchNeed,
  parseNeed,
  ResourceSearch,
} from '../src/resources/index.ts';
import { wordsOf } from '../src/resources/match/words.ts';
import { drawnMeans } from './drawn-means.mjs';
import { columns } from './measure.mjs';
import { options } from './options.mjs';
import { synthetic } from './synthetic-directory.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const given = options(
  {
    queries: join(root, '../shared/facts/match_queries.csv'),
    resources: 100_000,
    institutions: 50_000,
    works: 400_000,
    needs: 200,
    seed: 1,
    draws: 2000,
  },
  'node --import tsx bench/match.mjs [--queries CSV] [--resources 100000] [--institutions 50000] [--works 400000] [--needs 200] [--seed 1] [--draws 2000]',
);
const [directory, glossary] = await Promise.all([Directory.open(), Glossary.open()]);
if (existsSync(given.queries)) await quality();
else console.log(`Skipped: there are no judged needs in ${given.queries}.\n`);
if (given.resources > 0) await speed();

async function quality() {
  const rows = await readCsv(given.queries, {
    required: ['query_id', 'lang', 'query', 'relevant'],
    optional: ['split', 'n_grade3', 'n_relevant', 'recalled_ids', 'basis'],
  });
  const needs = rows.map(({ cells }) => ({
    lang: cells.lang,
    text: cells.query,
    grades: new Map(
      cells.relevant.split(';').map((pair) => {
        const [id, grade] = pair.trim().split('=');
        return [id, Number(grade)];
      }),
    ),
  }));
  const found = {};
  for (const [name, rank] of Object.entries(rankers())) {
    found[name] = [];
    for (const { text } of needs) found[name].push(await rank(text));
  }
  const score = (name, chosen, of) =>
    cell(needs.flatMap((need, i) => (chosen(need) ? [of(found[name][i], need.grades)] : [])));
  const languages = [...new Set(needs.map(({ lang }) => lang))];
  console.log(
    `${needs.length} needs of ${given.queries}, written from the rows they are to find: easy for words; to compare with, no proof.\n`,
  );
  const head = ['ranking', ...languages.flatMap((lang) => [`nDCG@10 ${lang}`, `recall@20 ${lang}`])];
  const table = Object.keys(found).map((name) => [
    name,
    ...languages.flatMap((lang) => {
      const chosen = (need) => need.lang === lang;
      return [score(name, chosen, ndcgOf), score(name, chosen, recallOf)];
    }),
  ]);
  console.log(`${columns([head, ...table])}\n`);
  fairness(found, needs);
}

function ndcgOf(ids, grades) {
  const ranked = ids.map((id) => grades.get(id) ?? 0);
  return ndcg(ranked, [...grades.values()], { at: 10, gain: 'exponential' }).value;
}

function recallOf(ids, grades) {
  return recallAt(ids, grades.keys(), 20).value;
}

function cell(values) {
  const { mean, low, high } = drawnMeans(values, given.draws, given.seed);
  return `${mean.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

/** Ids of the first 100, by each way to rank. */
function rankers() {
  const { resources } = directory;
  const search = ResourceSearch.build(directory);
  const bare = new Glossary([]);
  const byNeed = (terms) => async (text) => {
    const { found } = await search.find(parseNeed(text, terms), { limit: 100 });
    return found.map(({ resource }) => resource.id);
  };
  const names = resources.map(({ nameEn, nameZh }) => wordsOf(`${nameEn} · ${nameZh ?? ''}`));
  const fields = resources.map((one) => new Set(wordsOf(one.fields.join(' · '))));
  const hosted = new Map();
  for (const { host } of resources) hosted.set(host, (hosted.get(host) ?? 0) + 1);
  const order = (scores) =>
    [...resources.keys()]
      .filter((d) => scores[d] > 0)
      .sort((a, b) => scores[b] - scores[a] || (resources[a].id < resources[b].id ? -1 : 1))
      .slice(0, 100)
      .map((d) => resources[d].id);
  return {
    'match (as shipped)': byNeed(glossary),
    'match without the glossary': byNeed(bare),
    'BM25 over names': (text) => order(bm25(names, wordsOf(text))),
    // The directory has no works: who hosts most, among those with a field of the need.
    'most productive host of the field': (text) => {
      const asked = parseNeed(text, glossary).notions.flatMap(({ sayings }) =>
        sayings.flatMap(({ words }) => words),
      );
      return order(
        resources.map(({ host }, d) =>
          asked.some((word) => fields[d].has(word)) && host !== null ? hosted.get(host) : 0,
        ),
      );
    },
  };
}

/** How many of the first ten lie outside the city that has most resources. */
function fairness(found, needs) {
  const counts = new Map();
  for (const { place } of directory.resources)
    if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [leading, most] = [...counts].sort((a, b) => b[1] - a[1])[0];
  const outside = (ids) => ids.filter((id) => directory.get(id).place !== leading).length / ids.length;
  const located = directory.resources.filter(({ place }) => place !== null).length;
  const relevant = needs.map(({ grades }) => outside([...grades.keys()].filter((id) => directory.get(id))));
  console.log(
    `Outside ${directory.facts.name(leading)}, which has most (${most} of ${located} located resources, so that ${((1 - most / located) * 100).toFixed(0)} % lie outside):`,
  );
  const rows = Object.entries(found).map(([name, lists]) => [
    name,
    cell(lists.filter((ids) => ids.length > 0).map((ids) => outside(ids.slice(0, 10)))),
  ]);
  console.log(`${columns([['first ten', 'part outside'], ...rows, ['judged relevant', cell(relevant)]])}\n`);
}

async function speed() {
  const made = synthetic(given, glossary, directory.facts.gazetteer.chineseCities());
  globalThis.gc?.();
  const before = process.memoryUsage();
  const started = performance.now();
  const own = { ...directory, resources: made.resources, kinds: directory.kinds, facts: directory.facts };
  const search = ResourceSearch.build(own);
  const between = performance.now();
  const expertise = new Expertise(made.corpus);
  const built = performance.now();
  globalThis.gc?.();
  const after = process.memoryUsage();
  console.log(
    `${given.resources} synthetic resources, ${given.institutions} institutions, ${given.works} works (seed ${given.seed}; they show the software, not the world).`,
  );
  console.log(
    `Index: ${((between - started) / 1000).toFixed(1)} s resources, ${((built - between) / 1000).toFixed(1)} s works; ${search.extent.postings + expertise.extent.postings} postings in ${((search.extent.bytes + expertise.extent.bytes) / 1e6).toFixed(0)} MB of arrays; heap and arrays grew by ${((after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6).toFixed(0)} MB, process ${(after.rss / 1e6).toFixed(0)} MB.`,
  );
  const rows = [];
  for (const [name, sources] of [
    ['resources', { resources: search, expertise: null }],
    ['institutions', { resources: null, expertise }],
    ['both', { resources: search, expertise }],
  ]) {
    const asker = askerOf('cn:3205', null, directory.facts);
    const times = [];
    for (const [i, text] of [...made.needs.slice(0, 20), ...made.needs].entries()) {
      const begun = performance.now();
      await matchNeed(parseNeed(text, glossary), asker, sources, 10);
      // The first rounds warm the compiler.
      if (i >= 20) times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const at = (part) => times[Math.floor(part * (times.length - 1))].toFixed(0);
    rows.push([name, at(0.5), at(0.95), at(1)]);
  }
  console.log(`\n${columns([['match of', 'p50 ms', 'p95 ms', 'most ms'], ...rows])}`);
}
