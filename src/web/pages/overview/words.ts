import { inBoth } from '../../state/language.ts';

export const words = inBoth({
  en: {
    heading: 'Output and collaboration of cities',
    all: (n: string, rows: string) => `All ${n} cities are on the map; the table has ${rows} of them.`,
    more: 'More rows',
    map: 'Map',
    table: 'Table',
    links: (n: string) => `Arcs: the ${n} pairs with most joint works.`,
    otherCities: 'Other cities on the map',
    arcs: 'Arcs on the map',
    robust: (place: string) => `Is the rank of ${place} robust?`,
  },
  zh: {
    heading: '城市的产出与合作',
    all: (n, rows) => `地图上有全部${n}个城市，表中列出${rows}个。`,
    more: '更多',
    map: '地图',
    table: '表格',
    links: (n) => `弧线：合作论文最多的${n}对城市。`,
    otherCities: '地图上的其他城市',
    arcs: '地图上的弧线',
    robust: (place) => `${place}的排名是否稳健？`,
  },
});
