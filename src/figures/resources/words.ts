import { counted, inBoth, whole } from '../../base/index.ts';

/** Words of the figures of listed resources. */
export const WORDS = inBoth({
  en: {
    counts: {
      noneTitle: 'No listed resource has an opening year',
      title: (year: number, byThen: number, confirmed: number) =>
        `At least ${byThen} had opened by ${year}; the year of ${confirmed} is confirmed by a source that was read`,
      subtitle: (undated: number) =>
        `Listed resources opened by the end of each year, all lower bounds; ${undated} more without a year`,
      opened: 'Opened',
      byThen: 'By then, at least',
      confirmed: 'Of those confirmed',
      none: 'no opening year is recorded',
      listedLine: 'listed, at least',
      confirmedLine: 'confirmed',
      /** Room for the words beside the lines, in pixels. */
      right: 140,
    },
    map: {
      noneTitle: 'No listed resource has a position',
      title: (n: number, cities: number, first: string, most: number) =>
        `${counted(n, 'listed resource')} in ${counted(cities, 'city', 'cities')}; ${first} has most, at least ${most}`,
      subtitle: (part: string) =>
        `Area of a circle: listed resources, a lower bound. The source of ${part} was read; the rest are not verified`,
      listed: 'Listed',
      none: 'no resource matches',
    },
  },
  zh: {
    counts: {
      noneTitle: '没有已知启用年份的资源',
      title: (year, byThen, confirmed) =>
        `至${year}年至少有${byThen}项启用，其中${confirmed}项的年份有据可查`,
      subtitle: (undated) => `截至各年年末已启用的在录资源数，均为下限；另有${undated}项年份不详`,
      opened: '当年启用',
      byThen: '累计，至少',
      confirmed: '其中已核实',
      none: '没有启用年份',
      listedLine: '在录（下限）',
      confirmedLine: '其中已核实',
      right: 110,
    },
    map: {
      noneTitle: '没有可定位的在录资源',
      title: (n, cities, first, most) =>
        `${whole(n, 'zh')}项在录资源分布于${cities}座城市，${first}最多（至少${most}项）`,
      subtitle: (part) => `圆的面积表示在录资源数（下限）；${part}的来源已读，其余未核实`,
      listed: '在录资源',
      none: '没有符合条件的资源',
    },
  },
});
