import type { ResourceRow } from '../../tabular/resources.ts';
import type { Figure, WithNotes } from '../figure.ts';
import type { MapCity, MapData } from '../map/layout.ts';
import { drawMap } from '../map/svg.ts';
import { COLUMNS } from '../words/columns.ts';
import { WORDS } from './words.ts';
import { type Language, nameIn, percent } from '../../base/index.ts';

/** Cities with how many of the resources lie there. A city lies where its resources are recorded, on average. */
export function citiesOf(rows: readonly ResourceRow[], language: Language): MapCity[] {
  const byCity = new Map<string, ResourceRow[]>();
  for (const row of rows) {
    if (row.place === null || row.resource.lat === null || row.resource.lon === null) continue;
    byCity.set(row.place.id, [...(byCity.get(row.place.id) ?? []), row]);
  }
  return [...byCity].map(([id, own]) => ({
    id,
    name: nameIn(own[0].place!, language),
    at: [mean(own.map(({ resource }) => resource.lon!)), mean(own.map(({ resource }) => resource.lat!))],
    value: own.length,
  }));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where listed resources are: the list is what somebody knew, not what there is. */
export function resourcesMap(
  rows: readonly ResourceRow[],
  told: WithNotes,
  data: MapData,
  selected: readonly string[],
  language: Language,
): Figure {
  const words = WORDS[language].map;
  const columns = COLUMNS[language];
  const cities = data.cities.toSorted((a, b) => b.value - a.value);
  const [first] = cities;
  const read = rows.filter(({ howSure }) => howSure.basis !== 'recalled').length;
  return {
    name: 'resources-map',
    title:
      cities.length === 0
        ? words.noneTitle
        : words.title(rows.length, cities.length, first.name, first.value),
    subtitle: words.subtitle(percent(rows.length === 0 ? null : read / rows.length, language)),
    about: told.told,
    synthetic: told.synthetic,
    numbers: {
      columns: [{ title: columns.id }, { title: columns.city }, { title: words.listed, digits: 0 }],
      rows: cities.map(({ id, name, value }) => [id, name, value]),
    },
    ...(cities.length === 0 ? { empty: words.none } : {}),
    draw: (space) => drawMap(data, new Set(selected), space, language),
  };
}
