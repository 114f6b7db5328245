import type { Language } from '../../base/index.ts';
import type { Cell, Numbers } from '../figure.ts';
import type { MapData } from './layout.ts';

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
  const zh = language === 'zh';
  const [city, between] = zh ? ['城市', '合作'] : ['city', 'link'];
  const place = (id: string): [string, string] => [id, names.get(id) ?? id];
  return {
    columns: [
      { title: zh ? '类型' : 'Drawn as' },
      { title: zh ? '编号' : 'Id' },
      { title: zh ? '地点' : 'Place' },
      ...columns.map(({ title, digits }) => (digits === undefined ? { title } : { title, digits })),
      { title: zh ? '合作方编号' : 'Id of the partner' },
      { title: zh ? '合作方' : 'Partner' },
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
          between,
          ...place(a),
          ...columns.map(() => null),
          ...place(b),
          value,
        ]),
    ],
  };
}
