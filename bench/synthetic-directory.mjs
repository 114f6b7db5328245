// Synthetic resources, institutions and works, made of the terms of the glossary: nothing of them is real.
import { createRandom } from '../src/measures/index.ts';

/** @returns {{ resources: object[], corpus: object, needs: string[] }} */
export function synthetic({ resources, institutions, works, needs, seed }, glossary, cities) {
  const random = createRandom(seed);
  // Terms are asked and written about unevenly: the square of a uniform number prefers the first.
  const term = () => glossary.entries[Math.floor(random.uniform() ** 2 * glossary.entries.length)];
  const some = (n) => Array.from({ length: n }, term);
  const city = () => cities[Math.floor(random.uniform() ** 3 * cities.length)];
  return {
    resources: Array.from({ length: resources }, (_, i) => oneResource(i, some, city(), random)),
    corpus: oneCorpus(institutions, works, some, city, random),
    needs: Array.from({ length: needs }, (_, i) =>
      some(2 + random.integer(3))
        .map(({ en, zh }) => (i % 2 === 0 ? en : zh))
        .join(i % 2 === 0 ? ' for ' : ' '),
    ),
  };
}

function oneResource(i, some, city, random) {
  const [main, ...fields] = some(5);
  return {
    id: `s${i}`,
    nameEn: `Synthetic ${main.en} laboratory ${i}`,
    nameZh: `${main.zh}实验室`,
    kind: 'laboratory',
    region: null,
    place: city.id,
    cityEn: city.name,
    cityZh: city.nameZh,
    lat: city.latitude,
    lon: city.longitude,
    host: `Synthetic University ${random.integer(5000)}`,
    partners: [],
    fields: [main, ...fields].map(({ en }) => en),
    note: 'Synthetic: shows the software, not the world',
    sourceStatus: random.uniform() < 0.1 ? 'recalled' : 'stored',
  };
}

function oneCorpus(institutions, works, some, city, random) {
  const parts = Array.from({ length: works }, () => 1 + random.integer(4));
  const starts = new Uint32Array(works + 1);
  for (let w = 0; w < works; w++) starts[w + 1] = starts[w] + parts[w];
  const titles = Array.from({ length: works }, () =>
    some(3)
      .map(({ en }) => en)
      .join(' and '),
  );
  return {
    institutions: Array.from({ length: institutions }, (_, i) => {
      const { id, latitude, longitude } = city();
      return {
        id: `i${i}`,
        name: `Synthetic Institute ${i}`,
        types: ['education'],
        country: 'CN',
        city: id,
        latitude,
        longitude,
      };
    }),
    topics: [{ id: 0, name: 'none', text: '' }, ...topicsOf(some)],
    works: Float64Array.from({ length: works }, (_, w) => w + 1),
    years: Int32Array.from({ length: works }, () => 2010 + random.integer(15)),
    topicOf: Int32Array.from({ length: works }, () => random.integer(2001)),
    titleOf: (work) => titles[work],
    starts,
    partOf: Uint32Array.from({ length: starts[works] }, () =>
      Math.floor(random.uniform() ** 2 * institutions),
    ),
    shares: Float32Array.from({ length: starts[works] }, () => 0.4),
    notes: [],
  };
}

function topicsOf(some) {
  return Array.from({ length: 2000 }, (_, i) => {
    const name = some(2)
      .map(({ en }) => en)
      .join(' and ');
    return { id: i + 1, name, text: name };
  });
}
