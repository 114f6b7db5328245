import type { Figure, Told } from '../figure.ts';
import type { MapData } from '../map/layout.ts';
import { mapNumbers } from '../map/numbers.ts';
import { drawMap } from '../map/svg.ts';
import { type Language, whole } from '../../base/index.ts';
import { MEASURE } from '../ranking.ts';

interface RegionOnMap {
  readonly name: string;
  readonly cities: readonly string[];
}

/**
 * Every city there is, with the links inside a region of the reader's own.
 * @param shares Share of each city under the filters; null while it is not known
 */
export function ownRegionMap(
  region: RegionOnMap,
  data: MapData,
  shares: ReadonlyMap<string, number> | null,
  told: Told,
  language: Language,
): Figure {
  const zh = language === 'zh';
  const own = new Set(region.cities);
  const n = whole(own.size, language);
  return {
    name: 'own-region-map',
    title:
      own.size === 0
        ? zh
          ? '可选取的城市'
          : 'Cities to pick from'
        : zh
          ? `${region.name}：${n}个城市`
          : `${region.name}: ${n} ${own.size === 1 ? 'city' : 'cities'}`,
    subtitle: zh
      ? '点击可添加或移除城市。圆的面积表示份额；弧线表示区域内的合作论文。'
      : 'A click adds or removes a city. Area of a circle: Share. Arcs: joint works inside the region.',
    about: told.told,
    synthetic: told.synthetic,
    numbers: mapNumbers(
      { links: data.links, names: new Map(data.cities.map(({ id, name }) => [id, name])) },
      data.cities.map(({ id }) => id),
      [
        {
          title: MEASURE.share[language],
          digits: 1,
          of: (id) => (shares === null ? null : (shares.get(id) ?? 0)),
        },
        {
          title: zh ? '在区域内' : 'In the region',
          of: (id) => (own.has(id) ? (zh ? '是' : 'yes') : zh ? '否' : 'no'),
        },
      ],
      zh ? '合作论文' : 'Joint works',
      language,
    ),
    draw: (space) => drawMap(data, own, space, language),
  };
}
