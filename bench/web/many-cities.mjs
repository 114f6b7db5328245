// An observatory of thousands of cities: the world of the demonstration with more of the gazetteer's cities in it.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @returns the folder of an observatory with works in so many cities or more, built once */
export async function manyCities({ cities, works, seed }) {
  const folder = join(tmpdir(), 'synopolis-bench', `cities-${cities}-${works}-${seed}`);
  const observatory = join(folder, 'observatory');
  if (!existsSync(join(folder, 'works/part_000.gz'))) await write(folder, { cities, works, seed });
  const { build, Filters } = await import('../../dist/observatory/index.js');
  // A build of the same works by the same code has nothing to do.
  await build({
    works: [join(folder, 'works')],
    institutions: [join(folder, 'institutions.jsonl')],
    out: observatory,
    filters: Filters.parse({}),
    authorCap: 100,
    memory: 1e9,
    threads: 2,
    title: 'Many cities',
  });
  return observatory;
}

async function write(folder, { cities, works, seed }) {
  console.error(`Writing ${works} works of ${cities} cities to ${folder} …`);
  const { generateWorld, partName, worldCities, worldRegions, writePart, writeSurroundings } =
    await import('../../dist/demo/index.js');
  const { Gazetteer } = await import('../../dist/places/gazetteer.js');
  const { shippedDefinitions } = await import('../../dist/places/regions/read.js');
  const gazetteer = await Gazetteer.open();
  const regions = worldRegions(await shippedDefinitions(gazetteer));
  const chosen = new Map(worldCities(gazetteer, regions).map((city) => [city.id, city]));
  for (const place of gazetteer.everywhere()) {
    if (chosen.size >= cities) break;
    const standing = gazetteer.standing(place.id);
    if (standing?.how !== 'city' || place.country === 'CN') continue;
    const { name, country, id: geonamesId, latitude, longitude } = place;
    chosen.set(standing.city, { id: standing.city, name, country, geonamesId, latitude, longitude });
  }
  const world = generateWorld({ seed, regions, cities: [...chosen.values()] });
  const parameters = { works, parts: 1, size: 'slim' };
  await writeSurroundings(world, folder, parameters);
  await writePart(world, parameters, 0, join(folder, 'works', partName(0)));
}
