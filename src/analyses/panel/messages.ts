import { counted, defineMessages, inBoth, joined, list, parameter, whole } from '../../base/index.ts';
import { COUNTING_TEXT } from '../collaboration/counting.ts';
import { type CountedPairs, linkFilter } from '../collaboration/messages.ts';
import { type NamedPlace, placeLabel } from '../messages.ts';
import type { Panel } from './question.ts';

interface TooManyRows {
  readonly of: 'pairs' | 'places';
  readonly units: number;
  readonly years: number;
  /** Null where the panel is not split by fields. */
  readonly fields: number | null;
  readonly rows: number;
  readonly most: number;
}

interface Size {
  readonly of: Panel['of'];
  readonly places: number;
  readonly years: number;
  readonly byField: boolean;
  readonly rows: number;
  readonly zeros: number;
}

const pairsOf = (places: number): number => (places * (places - 1)) / 2;
const part = (zeros: number, rows: number): string => (rows === 0 ? '0' : ((zeros / rows) * 100).toFixed(1));

const COUNTING = inBoth({
  en: {
    places:
      'Share (fractional by author, then by institution), Count and Σ Share² of places by year, unadjusted',
    pairs: `joint works of pairs of places by year: ${Object.values(COUNTING_TEXT)
      .map(({ en }) => en)
      .join('; ')}`,
  },
  zh: {
    places: '各地点逐年的份额（按作者、再按机构分数计数）、论文数与份额平方和，未经调整',
    pairs: `地点对逐年的合作论文：${Object.values(COUNTING_TEXT)
      .map(({ zh }) => zh)
      .join('；')}`,
  },
});

export const messages = defineMessages('panel', {
  severalSelections: {
    en: ({ ways }: { ways: readonly string[] }) =>
      `${list(
        ways.map((name) => parameter(name)),
        'en',
      )} select different sets of places. Give one of them.`,
    zh: ({ ways }) =>
      `${list(
        ways.map((name) => parameter(name)),
        'zh',
      )}选取的是不同的地点集合。请只给出其中之一。`,
  },
  pairsByField: {
    en: `A panel of pairs cannot be split by field. Leave out ${parameter('by')}, or give one ${parameter('field')}.`,
    zh: `城市对面板不能按领域分列。请去掉${parameter('by')}，或给出一个${parameter('field')}。`,
  },
  filtersOfPairs: {
    en: `Co-affiliation and the author cap apply to pairs only. Leave out ${parameter('coaffiliation', 'false')} and ${parameter('capped')}, or ask for pairs.`,
    zh: `双重隶属与作者数上限只适用于城市对。请去掉${parameter('coaffiliation', 'false')}与${parameter('capped')}，或改问城市对。`,
  },
  sectorsOfPlaces: {
    en: `A panel of places takes one sector. Give one ${parameter('sector')}, or ask for pairs.`,
    zh: `地点面板只取一个部门。请给出一个${parameter('sector')}，或改问城市对。`,
  },
  topicByField: {
    en: `A topic lies in one subfield. Leave out ${parameter('by')}.`,
    zh: `主题只属于一个子领域。请去掉${parameter('by')}。`,
  },
  overlap: {
    en: ({ a, b }: { a: NamedPlace; b: NamedPlace }) =>
      `${placeLabel(a, 'en')} and ${placeLabel(b, 'en')} have cities in common, so their links cannot be counted. Give places that do not overlap with ${parameter('place')}.`,
    zh: ({ a, b }) =>
      `${placeLabel(a, 'zh')}与${placeLabel(b, 'zh')}有共同的城市，因而无法计算合作数。请用${parameter('place')}给出互不重叠的地点。`,
  },
  tooManyRows: {
    en: ({ of, units, years, fields, rows, most }: TooManyRows) =>
      `${whole(units, 'en')} ${of} × ${counted(years, 'year')}${fields === null ? '' : ` × ${counted(fields, 'field')}`} are ${whole(rows, 'en')} rows, more than ${whole(most, 'en')}. Ask for fewer places (${parameter('top')}, ${parameter('place')}, ${parameter('inside')}), fewer ${parameter('years')}, or one ${parameter('field')} at a time.`,
    zh: ({ of, units, years, fields, rows, most }) =>
      `${units}${of === 'pairs' ? '对' : '个地点'}×${years}年${fields === null ? '' : `×${fields}个领域`}共${rows}行，超过${most}行。请减少地点（${parameter('top')}、${parameter('place')}、${parameter('inside')}）或${parameter('years')}，或一次只取一个${parameter('field')}。`,
  },
  counting: {
    en: ({ of }: { of: Panel['of'] }) => COUNTING.en[of],
    zh: ({ of }) => COUNTING.zh[of],
  },
  filter: {
    en: (filter: CountedPairs) => `pairs ${linkFilter(filter, 'en')}; Shares are of all works`,
    zh: (filter) => `地点对${linkFilter(filter, 'zh')}；份额按全部论文计`,
  },
  zeros: {
    en: 'zeros are true zeros: no work under these filters; no row is missing',
    zh: '零是真实的零：所选条件下没有论文；没有缺行',
  },
  half: {
    en: 'each pair stands once, and which place is A says nothing: estimate with one effect for every place and year that either end takes (synopolis/effects does); separate effects of A and of B in a year bias what is estimated',
    zh: '每对只出现一次，甲乙之分没有含义：估计时每个地点每年只设一个效应，由任一端取用（synopolis/effects即如此）；甲、乙分设年份效应会使估计有偏',
  },
  together: {
    en: 'pairs that share a work or a place move together: rows are not independent; cluster errors by pair at the least',
    zh: '共享论文或地点的各对同向变动：各行并不独立；标准误至少按地点对聚类',
  },
  noInterval: {
    en: 'single cells have no interval here: they are for estimation elsewhere; ranking and links have intervals',
    zh: '此处单个数值没有区间：供另行估计使用；ranking与links给出区间',
  },
  policy: {
    en: `sincePolicy is from the first policy of all definitions that hold the place, or both: name the one meant with ${parameter('definition')}`,
    zh: `sincePolicy从包含该地点（或双方）的各区域口径中最早的政策算起：可用${parameter('definition')}指定其一`,
  },
  chosen: {
    en: ({ kept, of }: { kept: number; of: number }) =>
      `the ${kept} of ${of} places with most Share under these filters: they were chosen by what they put out, which an estimate should say`,
    zh: ({ kept, of }) => `取所选条件下份额最高的${kept}个地点（共${of}个）：样本按产出选取，估计时应予说明`,
  },
  withoutWorks: {
    en: ({ years }: { years: readonly number[] }) =>
      `years without any work under these filters are left out, as nothing is known of them: ${joined(years, 'en')}`,
    zh: ({ years }) => `所选条件下没有任何论文的年份因情况不明而不列入：${joined(years, 'zh')}`,
  },
  noPairs: { en: 'fewer than two places have no pairs', zh: '地点不足两个，没有地点对' },
  oneYear: { en: 'one year: nothing changes in it', zh: '只有一年：无从比较变化' },
  size: {
    en: ({ of, places, years, byField, rows, zeros }: Size) =>
      `${of === 'pairs' ? `${whole(pairsOf(places), 'en')} pairs of ${places} places` : `${places} places`} × ${years} years${byField ? ' by field' : ''}: ${whole(rows, 'en')} rows, ${part(zeros, rows)}% of them zeros.`,
    zh: ({ of, places, years, byField, rows, zeros }) =>
      `${of === 'pairs' ? `${whole(pairsOf(places), 'zh')}对（${places}个地点）` : `${places}个地点`} × ${years}年${byField ? '，分领域' : ''}：${whole(rows, 'zh')}行，其中${part(zeros, rows)}%为零。`,
  },
});
