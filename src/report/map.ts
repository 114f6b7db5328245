import { nameIn } from '../base/index.ts';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { links } from '../analyses/links/analysis.ts';
import { PlaceSearch } from '../analyses/places/index.ts';
import { ranking } from '../analyses/ranking/analysis.ts';
import type { Ranking } from '../analyses/ranking/question.ts';
import type { Figure } from '../figures/figure.ts';
import { type Coastlines, coastlinesOf, type LandTopology } from '../figures/map/coastlines.ts';
import { rankingMap } from '../figures/ranking.ts';
import type { Observatory } from '../observatory/index.ts';
import type { Answers } from './answers.ts';
import type { ReportAsked } from './question.ts';
import { withNotes } from './with-notes.ts';

const CITIES = 300;
const ARCS = 100;
const MOST_POINTS = 5000;

/** The place on a map with the links of its cities: inside, or of a city with its partners. */
export async function placeMap(
  observatory: Observatory,
  { place }: Answers,
  { years, field, language }: ReportAsked,
): Promise<{ readonly figure: Figure; readonly ranking: Ranking }> {
  const city = place.kind === 'city';
  const filters = { years, field };
  const ranked = withNotes(
    await ranking.run(
      observatory,
      ranking.params.parse({
        ...filters,
        top: CITIES,
        ...(city ? { also: [place.id] } : { inside: place.id }),
      }),
    ),
    language,
  );
  const pairs = await links.run(
    observatory,
    links.params.parse({ ...filters, place: place.id, rows: city ? null : 'inside', top: ARCS }),
  );
  const search = await PlaceSearch.of(observatory);
  const { found } = await search.find({ q: null, kinds: ['city'], skip: 0, top: MOST_POINTS });
  const points = new Map(found.map((one) => [one.id, one]));
  const members = city ? null : place.cities.map(({ id }) => id);
  const wide = place.kind === 'nation' || city;
  const data = {
    cities: ranked.rows.flatMap((row) => {
      const point = points.get(row.place.id);
      if (point === undefined || point.longitude === null || point.latitude === null) return [];
      return {
        id: row.place.id,
        name: nameIn(row.place, language),
        at: [point.longitude, point.latitude] as const,
        value: row.share,
      };
    }),
    links: pairs.rows.map((row) => ({ a: row.a.id, b: row.b.id, value: row.full, faded: row.fewWorks })),
    hull: members,
    fit: city ? pairs.rows.flatMap(({ a, b }) => [a.id, b.id]) : ('hull' as const),
    land: await readLand(wide ? 'land-110m.json' : 'land-50m.json'),
  };
  return { figure: rankingMap(ranked, data, city ? [place.id] : [], language), ranking: ranked };
}

async function readLand(file: string): Promise<Coastlines> {
  const path = createRequire(import.meta.url).resolve(`world-atlas/${file}`);
  return coastlinesOf(JSON.parse(await readFile(path, 'utf8')) as LandTopology);
}
