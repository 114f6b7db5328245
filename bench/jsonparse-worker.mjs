// One worker of jsonparse-build.mjs: reads its files, says which versions it has, drops what it is told, adds up.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parentPort, workerData } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';

const { files, cities, lineages } = workerData;
const AUTHOR_CAP = 100;
const TYPES = new Set(['article', 'review']);

/** id → { updated, work: null when filtered, else { year, authors, capped, share: Map city → Share } } */
const works = new Map();
let lines = 0;
for (const file of files) {
  const input = createReadStream(file).pipe(createGunzip());
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    lines++;
    const record = JSON.parse(line);
    const known = works.get(record.id);
    if (known !== undefined && known.updated > record.updated_date) continue;
    works.set(record.id, { updated: record.updated_date, work: keep(record) ? split(record) : null });
  }
}
parentPort.postMessage([...works].map(([id, { updated }]) => [id, updated]));
parentPort.once('message', (drop) => {
  for (const id of drop) works.delete(id);
  parentPort.postMessage(addUp());
});

function keep(record) {
  return (
    !record.is_retracted &&
    !record.is_paratext &&
    !record.is_xpac &&
    record.publication_year !== null &&
    TYPES.has(record.type)
  );
}

function split(record) {
  const authors = new Map();
  record.authorships.forEach(({ author, institutions }, i) => {
    const key = author.id ?? i;
    const own = authors.get(key) ?? new Map();
    for (const institution of institutions) own.set(institution.id, institution);
    authors.set(key, own);
  });
  const share = new Map();
  for (const own of authors.values()) {
    const ancestors = new Set(
      [...own.values()].flatMap(({ id, lineage }) =>
        (lineage ?? lineages.get(id) ?? []).filter((other) => other !== id),
      ),
    );
    const left = [...own.keys()].filter((id) => !ancestors.has(id));
    for (const id of left) {
      const city = cities.get(id);
      if (city) share.set(city, (share.get(city) ?? 0) + 1 / authors.size / left.length);
    }
  }
  return {
    year: record.publication_year,
    capped: authors.size > AUTHOR_CAP || record.is_authors_truncated === true,
    share,
  };
}

function addUp() {
  const sums = { lines, works: 0, located: 0, share: new Map(), pairs: new Map() };
  const add = (map, key, value) => map.set(key, (map.get(key) ?? 0) + value);
  for (const { work } of works.values()) {
    if (work === null) continue;
    sums.works++;
    for (const [city, part] of work.share) {
      sums.located += part;
      add(sums.share, `${city} ${work.year}`, part);
    }
    if (work.capped) continue;
    const list = [...work.share.keys()].sort();
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) add(sums.pairs, `${list[i]} ${list[j]}`, 1);
  }
  return sums;
}
