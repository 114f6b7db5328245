import type { ResourceRow } from '../../tabular/resources.ts';
import type { Figure, Told } from '../figure.ts';
import type { MapCity, MapData } from '../map/layout.ts';
import { drawMap } from '../map/svg.ts';
import { type Language, nameIn, percent, whole } from '../../base/index.ts';

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
  told: Told,
  data: MapData,
  selected: readonly string[],
  language: Language,
): Figure {
  const zh = language === 'zh';
  const cities = data.cities.toSorted((a, b) => b.value - a.value);
  const [first] = cities;
  const read = rows.filter(({ howSure }) => howSure.basis !== 'recalled').length;
  return {
    name: 'resources-map',
    title:
      cities.length === 0
        ? zh
          ? '没有可定位的在录资源'
          : 'No listed resource has a position'
        : zh
          ? `${whole(rows.length, 'zh')}项在录资源分布于${cities.length}座城市，${first.name}最多（至少${first.value}项）`
          : `${whole(rows.length, 'en')} listed ${rows.length === 1 ? 'resource' : 'resources'} in ${cities.length} ${cities.length === 1 ? 'city' : 'cities'}; ${first.name} has most, at least ${first.value}`,
    subtitle: zh
      ? `圆的面积表示在录资源数（下限）；${percent(rows.length === 0 ? null : read / rows.length, 'zh')}的来源已读，其余凭记忆`
      : `Area of a circle: listed resources, a lower bound. Of ${percent(rows.length === 0 ? null : read / rows.length, 'en')} the source was read; the rest are recalled`,
    about: told.told,
    synthetic: told.synthetic,
    numbers: {
      columns: [
        { title: zh ? '编号' : 'Id' },
        { title: zh ? '城市' : 'City' },
        { title: zh ? '在录资源' : 'Listed', digits: 0 },
      ],
      rows: cities.map(({ id, name, value }) => [id, name, value]),
    },
    ...(cities.length === 0 ? { empty: zh ? '没有符合条件的资源' : 'no resource fits' } : {}),
    draw: (space) => drawMap(data, new Set(selected), space, language),
  };
}
