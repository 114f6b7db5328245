import { NOT_ADJUSTED } from '../../analyses/collaboration/expected-by-size.ts';
import { counted, inBoth, type Language, nameIn, type Reason, sayReason, whole } from '../../base/index.ts';
import { fromTo, inBrackets, side, times } from '../format-text.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

/** Words of the figures of a region of the reader's own. */
export const WORDS = inBoth({
  en: {
    yours: 'yours',
    ofRegion: (region: string, ratio: string) => `${region}: ${ratio}`,
    undefined: (reason: string) => `undefined${reason}`,
    times: (ratio: string, interval: string) => `${ratio} times${interval}`,
    open: ', which cannot be distinguished from the expected level',
    links: {
      title: (said: string) =>
        `Collaboration inside relative to the level expected from size alone (${NOT_ADJUSTED.en}). ${said}`,
      subtitle: `Observed over expected collaboration inside, weight 1/(k−1), ${NOT_ADJUSTED.en}, logarithmic; lines are 95% intervals; 1 is as expected`,
      inside: 'Stays inside',
      expectedInside: 'Expected from size',
      less: 'less than expected',
      more: 'more than expected',
    },
    map: {
      pick: 'Cities to pick from',
      title: (region: string, cities: number) => `${region}: ${counted(cities, 'city', 'cities')}`,
      subtitle:
        'Click to add or remove a city. Area of a circle: Share. Arcs: joint works inside the region.',
      inRegion: 'In the region',
      yes: 'yes',
      no: 'no',
    },
    ranks: {
      subtitle: (measure: string) =>
        `${measure}, with its 95% interval; before each region its rank, in brackets the interval of that; “or”: instead of the region above`,
      or: (label: string) => `or ${label}`,
    },
    years: {
      title: (years: string, said: string) =>
        `Collaboration inside relative to the level expected from size alone, ${years} (${NOT_ADJUSTED.en}). ${said}`,
      subtitle: (width: number) =>
        `Observed over expected collaboration inside (${NOT_ADJUSTED.en}), ${width > 1 ? `${width} years up to each` : 'by year'} (logarithmic scale; 1 is as expected); ribbons are 95% intervals; hollow: fewer than 30 joint works`,
    },
  },
  zh: {
    yours: '自定',
    ofRegion: (region, ratio) => `${region}${ratio}`,
    undefined: (reason) => `无法计算${reason}`,
    times: (ratio, interval) => `为预期的${ratio}倍${interval}`,
    open: '，与预期无法区分',
    links: {
      title: (said) => `区域内合作与按规模的预期之比（${NOT_ADJUSTED.zh}）：${said}`,
      subtitle: `区域内合作的观测/预期（权重1/(k−1)，${NOT_ADJUSTED.zh}），对数刻度；横线为95%区间；1为与预期相同`,
      inside: '留在区域内',
      expectedInside: '按规模预期',
      less: '低于预期',
      more: '高于预期',
    },
    map: {
      pick: '可选取的城市',
      title: (region, cities) => `${region}：${whole(cities, 'zh')}个城市`,
      subtitle: '点击可添加或移除城市。圆的面积表示份额；弧线表示区域内的合作论文。',
      inRegion: '在区域内',
      yes: '是',
      no: '否',
    },
    ranks: {
      subtitle: (measure) =>
        `各区域的${measure}，横线为95%区间；名称前为排名，括号内为排名的95%区间；“或”表示代替其上的区域`,
      or: (label) => `或 ${label}`,
    },
    years: {
      title: (years, said) => `${years}年区域内合作与按规模的预期之比（${NOT_ADJUSTED.zh}）：${said}`,
      subtitle: (width) =>
        `区域内合作的观测/预期（${NOT_ADJUSTED.zh}）${width > 1 ? `，每点为截至该年的${width}年` : '，按年'}（对数刻度；1为与预期相同）；色带为95%区间；空心点：合作论文不足30篇`,
    },
  },
});

/** Regions of the reader's own are marked in words, so that neither hue nor an equal name confuses them with others. */
export const isOwn = ({ id }: Named): boolean => id.startsWith('adhoc:');
export const labelOf = (place: Named, language: Language): string =>
  isOwn(place) ? place.name + inBrackets(WORDS[language].yours, language) : nameIn(place, language);

/** How many times as much as expected the cities of a region work together, with its interval; why not, where that is undefined. */
export function ratioOf(
  place: Named,
  {
    value,
    ends,
    reason,
  }: {
    readonly value: number | null;
    readonly ends: readonly [number, number] | null;
    readonly reason: Reason | null;
  },
  language: Language,
): string {
  const words = WORDS[language];
  const label = labelOf(place, language);
  if (value === null) {
    const why = sayReason(reason, language);
    return words.ofRegion(label, words.undefined(why === null ? '' : inBrackets(why, language)));
  }
  const ratio = words.times(times(value, language), fromTo(ends, times, language));
  const isOpen = ends !== null && side(ends, 1) === 'open';
  return words.ofRegion(label, ratio + (isOpen ? words.open : ''));
}
