import {
  defineMessages,
  type Message,
  type Named,
  nameIn,
  parameter,
  phrase,
  type Reason,
  sayReason,
} from '../../base/index.ts';
import { sayAhead } from '../output/ahead-text.ts';
import { type NamedPlace, placeLabel } from '../messages.ts';

interface SamePlace {
  readonly place: NamedPlace;
}

interface Adjusted {
  readonly counting: Message;
  readonly works: number;
  readonly base: number;
}

interface Outranks {
  readonly first: Named;
  readonly second: Named;
  readonly probability: number;
  readonly counting: Message;
}

export const messages = defineMessages('ranking', {
  citiesInside: {
    en: `Only cities are ranked inside a place. Leave out ${parameter('of')} and ${parameter('definition')}, or ${parameter('inside')}.`,
    zh: `在一个地点之内只能排列其城市。请去掉${parameter('of')}与${parameter('definition')}，或去掉${parameter('inside')}。`,
  },
  notRanked: {
    en: ({ place }: SamePlace) =>
      `${placeLabel(place, 'en')} is not in this ranking. Rank its kind with ${parameter('of')}, or ask for more years or fields.`,
    zh: ({ place }) =>
      `${placeLabel(place, 'zh')}不在这一排名之中。请用${parameter('of')}排列其类别，或放宽年份与领域。`,
  },
  samePlace: {
    en: ({ place }: SamePlace) => `Both places are ${placeLabel(place, 'en')}. Give two different places.`,
    zh: ({ place }) => `两个地点都是${placeLabel(place, 'zh')}。请给出两个不同的地点。`,
  },
  ranks: {
    en: 'ranks are competition ranks (1224); intervals say how stable they are when works are resampled, not what coverage or boundaries do',
    zh: '并列名次按1224计；区间只说明对论文重抽样时名次是否稳定，不涉及收录范围与边界的影响',
  },
  ranksAlone: {
    en: 'ranks are competition ranks (1224); their stability was not estimated',
    zh: '并列名次按1224计；未要求计算名次是否稳定',
  },
  /** Wherever a place is ranked instead of others. */
  alternatives: {
    en: `a region in a row with “instead of” is ranked in place of those it shares cities with, and counts in no other rank; ${parameter('prefer')} makes it stand`,
    zh: `“代替”一栏有内容的区域，是代替与其有共同城市者参加排名，不计入其他名次；可用${parameter('prefer')}使其参与排名`,
  },
  unlike: {
    en: `cities are not alike across countries: Chinese cities are prefectures with their countryside, others single places; compare metropolitan definitions with ${parameter('of', 'regions')}`,
    zh: `各国城市口径不同：中国城市为含乡村的地级行政区，其他为单一地点；可用${parameter('of', 'regions')}比较都市区口径`,
  },
  adjusted: {
    en: ({ counting, works, base }: Adjusted) =>
      `${phrase(counting, 'en')}, Share and Count of each year adjusted to the ${works} works of ${base}`,
    zh: ({ counting, works, base }) =>
      `${phrase(counting, 'zh')}，各年份额与论文数按${base}年的${works}篇论文折算`,
  },
  method: {
    en: 'joint draws from the covariance over works, for a fixed number of works',
    zh: '由论文协方差联合抽取，论文总数固定',
  },
  methodByYear: {
    en: 'joint draws from the covariance over works, for a fixed number of works in every year',
    zh: '由论文协方差联合抽取，各年论文总数固定',
  },
  inside: {
    en: ({ place, cities }: { place: Named; cities: number }) =>
      `ranks are among the ${cities} cities of ${place.name}`,
    zh: ({ place, cities }) => `排名在${nameIn(place, 'zh')}的${cities}个城市之间`,
  },
  disjoint: {
    en: ({ ranked }: { ranked: number }) => `ranks are among ${ranked} regions, no two of which share a city`,
    zh: ({ ranked }) => `排名在互不重叠的${ranked}个区域之间`,
  },
  /** Whether one place is ahead of another, and how sure that is. */
  outranks: {
    en: ({ first, second, probability, counting }: Outranks) =>
      `${sayAhead(first.name, second.name, probability, 'en')}: P(${first.name} ahead of ${second.name}) = ${probability.toFixed(3)} by ${phrase(counting, 'en')}, works resampled.`,
    zh({ first, second, probability, counting }) {
      const [one, other] = [nameIn(first, 'zh'), nameIn(second, 'zh')];
      return `${sayAhead(one, other, probability, 'zh')}：按${phrase(counting, 'zh')}，${one}领先${other}的概率为${probability.toFixed(3)}（对论文重抽样）。`;
    },
  },
  outranksUnknown: {
    en: ({ first, second, reason }: { first: Named; second: Named; reason: Reason }) =>
      `Whether ${first.name} is ahead of ${second.name} cannot be said: ${reason}.`,
    zh: ({ first, second, reason }) =>
      `${nameIn(first, 'zh')}是否领先${nameIn(second, 'zh')}无法判断：${sayReason(reason, 'zh')}。`,
  },
});
