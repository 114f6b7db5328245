import type { Language } from '../../base/index.ts';
import type { Cell, Numbers } from '../figure.ts';
import { COLUMNS } from '../words/columns.ts';
import type { MapData } from './layout.ts';
import { WORDS } from './words.ts';

interface CityColumn {
  readonly title: string;
  readonly digits?: number;
  readonly of: (id: string) => Cell;
}

/**
 * What a map draws, a row each: its cities, then its arcs with both ends. A city has `columns`, an arc the other city and
 * what it is drawn by.
 * @param cities ids in the order of their rows: all that the map has
 * @param arc what an arc's value is
 */
export function mapNumbers(
  { links, names }: { readonly links: MapData['links']; readonly names: ReadonlyMap<string, string> },
  cities: readonly string[],
  columns: readonly CityColumn[],
  arc: string,
  language: Language,
): Numbers {
  const { drawnAs, city, link } = WORDS[language];
  const heads = COLUMNS[language];
  const place = (id: string): [string, string] => [id, names.get(id) ?? id];
  return {
    columns: [
      { title: drawnAs },
      { title: heads.id },
      { title: heads.place },
      ...columns.map(({ title, digits }) => (digits === undefined ? { title } : { title, digits })),
      { title: heads.partnerId },
      { title: heads.partner },
      { title: arc, digits: 1 },
    ],
    rows: [
      ...cities.map((id): Cell[] => [
        city,
        ...place(id),
        ...columns.map(({ of }) => of(id)),
        null,
        null,
        null,
      ]),
      ...links
        .filter(({ a, b }) => names.has(a) && names.has(b))
        .map(({ a, b, value }): Cell[] => [
          link,
          ...place(a),
          ...columns.map(() => null),
          ...place(b),
          value,
        ]),
    ],
  };
}
