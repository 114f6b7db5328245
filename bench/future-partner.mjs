// Can the matcher find the partner that comes? Works up to a year are indexed; titles of later joint works are the needs;
// the institutions that then joined are what should be found. Nothing of the later years is in the index.
//   node --import tsx bench/future-partner.mjs [--until 2019] [--works 1500] [--seed 1] [--draws 2000] [--data ../shared/data]
//                                              [--observatory DIR]
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { sql } from '../src/engine/sql.ts';
import { createRandom, recallAt } from '../src/measures/index.ts';
import { build, Filters, Observatory } from '../src/observatory/index.ts';
import { Expertise, Glossary, parseNeed, readCorpus } from '../src/resources/index.ts';
import { drawnMeans } from './drawn-means.mjs';
import { columns } from './measure.mjs';
import { options } from './options.mjs';

const usage =
  'node --import tsx bench/future-partner.mjs [--until 2019] [--works 1500] [--seed 1] [--draws 2000] [--data DIR] [--observatory DIR]';
const root = fileURLToPath(new URL('..', import.meta.url));
const given = options(
  { until: 2019, works: 1500, seed: 1, draws: 2000, data: join(root, '../shared/data'), observatory: '' },
  usage,
);
const K = 20;

if (given.observatory === '' && !existsSync(given.data)) {
  console.log(`Skipped: there are no real records in ${given.data}.`);
  process.exit(0);
}
const own = given.observatory === '' ? mkdtempSync(join(tmpdir(), 'synopolis-bench-partner-')) : null;
try {
  if (own !== null) await buildReal(own);
  await run(await Observatory.open(own ?? given.observatory));
} finally {
  if (own !== null) rmSync(own, { recursive: true });
}

async function buildReal(out) {
  const works = ['geoscience-api', 'global-health-journals'].map((name) =>
    join(given.data, 'works', `${name}.jsonl.gz`),
  );
  await build({
    works,
    institutions: [join(given.data, 'institutions/ror-records.jsonl.gz')],
    out,
    filters: Filters.parse({}),
    memory: 1e9,
    threads: 2,
  });
}

async function run(observatory) {
  const { until, seed } = given;
  const [corpus, glossary] = await Promise.all([readCorpus(observatory, { until }), Glossary.open()]);
  const place = new Map(corpus.institutions.map(({ id }, i) => [id, i]));
  const partners = pastPartners(corpus);
  const variants = {
    'expertise (as shipped)': new Expertise(corpus),
    'expertise, not divided by size': new Expertise(corpus, { size: 0 }),
    'expertise, divided by all of it': new Expertise(corpus, { size: 1 }),
  };
  const popularity = variants['expertise (as shipped)'].sizes;
  const cases = await laterWorks(observatory, place, popularity);
  const random = createRandom(seed);
  const chosen = shuffled(cases, random).slice(0, given.works);
  const methods = [...Object.keys(variants), 'popularity', 'past partners', 'past partners, then expertise'];
  const recalls = Object.fromEntries(methods.map((name) => [name, { all: [], fresh: [] }]));
  let asked = 0;
  for (const { title, institutions } of chosen) {
    const asker = institutions[random.integer(institutions.length)];
    const wanted = institutions.filter((one) => one !== asker);
    const past = partners.get(asker) ?? new Map();
    const fresh = wanted.filter((one) => !past.has(one));
    const scores = { popularity };
    let need;
    try {
      need = parseNeed(title, glossary);
    } catch {
      continue;
    }
    asked++;
    for (const [name, expertise] of Object.entries(variants)) scores[name] = expertise.rank(need).scores;
    const known = new Float64Array(corpus.institutions.length);
    for (const [one, works] of past) known[one] = works;
    scores['past partners'] = known;
    const best = Math.max(...scores['expertise (as shipped)'], 1e-9);
    scores['past partners, then expertise'] = known.map(
      (works, i) => works + (0.5 * scores['expertise (as shipped)'][i]) / best,
    );
    for (const name of methods) {
      const ranked = topOf(scores[name], asker);
      recalls[name].all.push(recallAt(ranked, wanted.map(String), K).value);
      if (fresh.length > 0) recalls[name].fresh.push(recallAt(ranked, fresh.map(String), K).value);
    }
  }
  const fresh = recalls.popularity.fresh.length;
  console.log(
    `Index: ${corpus.works.length} works up to ${until}, ${popularity.filter((size) => size > 0).length} institutions with works.`,
  );
  console.log(
    `Asked: ${asked} of ${cases.length} later joint works of institutions that were there before, each by one of them; recall@${K} of the others.`,
  );
  console.log(`New: ${fresh} of them brought somebody with whom the one that asks had no work before.\n`);
  const cell = (values) => {
    const { mean, low, high } = drawnMeans(values, given.draws, seed);
    return `${mean.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  };
  console.log(
    columns([
      ['method', 'all partners', 'new partners only'],
      ...methods.map((name) => [name, cell(recalls[name].all), cell(recalls[name].fresh)]),
    ]),
  );
  observatory.close();
}

/** With whom each institution has published up to the year, and how often. */
function pastPartners({ works, starts, partOf }) {
  const partners = new Map();
  for (let work = 0; work < works.length; work++)
    for (let a = starts[work]; a < starts[work + 1]; a++)
      for (let b = starts[work]; b < starts[work + 1]; b++) {
        if (a === b) continue;
        const of = partners.get(partOf[a]) ?? new Map();
        partners.set(partOf[a], of);
        of.set(partOf[b], (of.get(partOf[b]) ?? 0) + 1);
      }
  return partners;
}

/** Works after the year with two or more institutions that had works before it. */
async function laterWorks(observatory, place, popularity) {
  const rows = await observatory.query(sql`
    SELECT w.work, w.title, list(DISTINCT i.institution ORDER BY i.institution) AS institutions
    FROM works w JOIN work_institutions i ON i.work = w.work
    WHERE w.year > ${given.until} AND w.title IS NOT NULL GROUP BY w.work, w.title ORDER BY w.work`);
  return rows
    .map(({ title, institutions }) => ({
      title,
      institutions: institutions.map((id) => place.get(id)).filter((one) => popularity[one] > 0),
    }))
    .filter(({ institutions }) => institutions.length > 1);
}

/** The K highest but the asker, as ids. */
function topOf(scores, asker) {
  const order = [...scores.keys()].filter((i) => i !== asker && scores[i] > 0);
  return order
    .sort((a, b) => scores[b] - scores[a] || a - b)
    .slice(0, K)
    .map(String);
}

function shuffled(list, random) {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}
