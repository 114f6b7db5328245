// What a good engineer writes in an afternoon, to compare with: two workers that gunzip, read lines and JSON.parse,
// then Share by city and year and joint works of pairs of cities in Maps. The same rules as `synopolis build`: newest
// version of an id first, then article and review only, no retracted, paratext, extended or undated work; authors
// united by id; a parent beside its child dropped, by the institutions' own lineage where the record has none; links up to 100 authors.
//   node bench/jsonparse-build.mjs FOLDER-OF-PARTS INSTITUTIONS.jsonl RESULT.json
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const [folder, institutionsFile, resultFile] = process.argv.slice(2);
if (resultFile === undefined) {
  console.error('node bench/jsonparse-build.mjs FOLDER-OF-PARTS INSTITUTIONS.jsonl RESULT.json');
  process.exit(2);
}

const { cities, lineages } = readInstitutions(institutionsFile);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.gz'))
  .sort()
  .map((name) => join(folder, name));
const workers = [0, 1].map((k) => {
  const workerData = { files: files.filter((_, i) => i % 2 === k), cities, lineages };
  return new Worker(new URL('./jsonparse-worker.mjs', import.meta.url), { workerData });
});

const seen = await Promise.all(workers.map(answer));
const drop = outdated(seen);
workers.forEach((worker, k) => worker.postMessage(drop[k]));
const sums = await Promise.all(workers.map(answer));
const result = { lines: 0, works: 0, located: 0, share: {}, pairs: {} };
for (const sum of sums) {
  for (const key of ['lines', 'works', 'located']) result[key] += sum[key];
  for (const table of ['share', 'pairs'])
    for (const [key, value] of sum[table]) result[table][key] = (result[table][key] ?? 0) + value;
}
writeFileSync(resultFile, JSON.stringify(result));

function answer(worker) {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** For each worker the ids of which another worker has a newer version. */
function outdated([first, second]) {
  const dates = new Map(first.map(([id, updated]) => [id, updated]));
  const lists = [[], []];
  for (const [id, updated] of second) {
    const other = dates.get(id);
    if (other !== undefined) lists[other > updated ? 1 : 0].push(id);
  }
  return lists;
}

/** OpenAlex id → place id, as far as the synthetic institutions need it; OpenAlex id → lineage, for records that give none. */
function readInstitutions(file) {
  const prefectures = readFileSync(
    fileURLToPath(new URL('../data/places/prefectures.csv', import.meta.url)),
    'utf8',
  );
  const seats = new Map();
  for (const line of prefectures.trim().split('\n').slice(1)) {
    const [code, , , , latitude, longitude, geonames] = line.split(',');
    if (geonames) seats.set(geonames, `cn:${code}`);
    seats.set(`${Number(latitude)},${Number(longitude)}`, `cn:${code}`);
  }
  const cities = new Map();
  const lineages = new Map();
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { id, geo, lineage } = JSON.parse(line);
    lineages.set(id, lineage);
    const place = geo.geonames_city_id ?? `${geo.latitude},${geo.longitude}`;
    if (geo.country_code === 'HK') cities.set(id, 'cn:8100');
    else if (geo.country_code === 'MO') cities.set(id, 'cn:8200');
    else if (geo.country_code === 'CN') cities.set(id, seats.get(place) ?? null);
    else cities.set(id, geo.geonames_city_id === null ? null : `gn:${geo.geonames_city_id}`);
  }
  return { cities, lineages };
}
