import { NOT_ADJUSTED, NOT_ADJUSTED_NOTE } from '../collaboration/expected-by-size.ts';
import { type Bilingual, type Language, nameIn, type Reason, sayReason } from '../../base/index.ts';
import { sayAhead } from '../output/ahead-text.ts';
import type { Compare, CompareRow, CompareSection } from './question.ts';

export const SECTIONS: Readonly<Record<CompareSection, Bilingual>> = {
  output: { en: 'output', zh: '产出' },
  rank: { en: 'rank', zh: '排名' },
  ahead: { en: 'ahead', zh: '领先' },
  growth: { en: 'growth', zh: '增长' },
  fields: { en: 'fields', zh: '领域' },
  collaboration: { en: 'collaboration', zh: '合作' },
  links: { en: 'links', zh: '相互合作' },
  statistics: { en: 'statistics', zh: '公布数据' },
  resources: { en: 'resources', zh: '创新资源' },
};

type What = CompareRow['what'];

export const WHAT = {
  share: { id: 'share', en: 'Share', zh: '份额' },
  count: { id: 'count', en: 'Count', zh: '论文数' },
  rankHere: { id: 'rank-here', en: 'rank among these, by Share', zh: '在所比较地点中的份额排名' },
  rankKind: { id: 'rank', en: 'rank among its kind, by Share', zh: '在同类地点中的份额排名' },
  aheadShare: { id: 'ahead-share', en: 'P(ahead by Share)', zh: '份额领先的概率' },
  aheadCount: { id: 'ahead-count', en: 'P(ahead by Count)', zh: '论文数领先的概率' },
  relative: { id: 'growth-relative', en: 'growth of Share beyond all works', zh: '份额相对全部成果的增长' },
  plain: { id: 'growth', en: 'growth of Share', zh: '份额增长' },
  outward: { id: 'outward', en: 'works with an author in a city elsewhere', zh: '有外地城市作者的成果占比' },
  intra: { id: 'intra', en: 'collaboration that stays inside', zh: '留在内部的合作比重' },
  intraExpected: { id: 'intra-expected', en: 'of that, expected', zh: '其期望值' },
  intraRatio: {
    id: 'intra-ratio',
    en: `inside, observed/expected (${NOT_ADJUSTED.en})`,
    zh: `内部合作观测/期望（${NOT_ADJUSTED.zh}）`,
  },
  joint: { id: 'joint', en: 'joint works', zh: '共同成果' },
  ratio: {
    id: 'ratio',
    en: `observed/expected (${NOT_ADJUSTED.en})`,
    zh: `观测/期望（${NOT_ADJUSTED.zh}）`,
  },
  perMillion: { id: 'share-per-million', en: 'Share per million people', zh: '每百万人份额' },
  all: { id: 'all', en: 'all resources listed', zh: '名录所载全部资源' },
} as const satisfies Readonly<Record<string, What>>;

export const UNIT = {
  works: { en: 'works', zh: '篇' },
  probability: { en: 'probability', zh: '概率' },
  percentYear: { en: '% a year', zh: '%/年' },
  quotient: { en: 'location quotient', zh: '区位商' },
  percent: { en: '%', zh: '%' },
  ratio: { en: 'observed/expected', zh: '观测/期望' },
  listed: { en: 'listed, at least', zh: '所载，至少' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const OWN_REGION: Bilingual = {
  en: 'a region of your own is of no kind that is ranked',
  zh: '自定区域不属于参与排名的任何一类',
};
export const NO_WORKS: Bilingual = { en: 'no works under these filters', zh: '所选条件下没有成果' };
export const NO_WORKS_THERE: Bilingual = {
  en: 'no works there under these filters',
  zh: '所选条件下该地没有成果',
};
export const ONE_CITY: Bilingual = { en: 'one city has no pairs inside', zh: '单个城市没有内部城市对' };
export const FEW_WORKS_NOTE: Bilingual = { en: 'few works', zh: '成果过少' };

export function overlapping(cities: readonly string[]): Bilingual {
  const some = `${cities.slice(0, 3).join(', ')}${cities.length > 3 ? ', …' : ''}`;
  return {
    en: `the two have cities in common (${some}), and so no link`,
    zh: `两者有共同城市（${some}），没有相互合作计数`,
  };
}

/** A reason of a measure in both languages. */
export function both(reason: Reason | null): Bilingual | null {
  return reason === null ? null : { en: reason, zh: sayReason(reason, 'zh') };
}

/** Draws end somewhere: nothing is certain. */
const percent = (value: number, above: string): string =>
  value > 0.999 ? `${above} 99.9 %` : `${(value * 100).toFixed(1)} %`;

/** Who is ahead of whom by Share, and how sure that is. */
export function findingsOf({ rows }: Compare, language: Language = 'en'): string[] {
  return rows
    .filter(({ what }) => what.id === WHAT.aheadShare.id)
    .map(({ place, other, value, reason }) => {
      const [here, there] = [nameIn(place, language), nameIn(other!, language)];
      if (value === null)
        return language === 'zh'
          ? `无法判断${here}与${there}孰先：${reason?.zh ?? ''}。`
          : `Whether ${here} is ahead of ${there} by Share cannot be said: ${reason?.en ?? ''}.`;
      const [first, second, p] = value >= 0.5 ? [here, there, value] : [there, here, 1 - value];
      return language === 'zh'
        ? `按份额，${sayAhead(first, second, p, 'zh')}：${first}领先的概率为${percent(p, '超过')}（对成果重抽样）。`
        : `${sayAhead(first, second, p, 'en')} by Share: probability ${percent(p, 'above')} that ${first} is ahead, works resampled.`;
    });
}

type Named = Parameters<typeof nameIn>[0];

export function overlapWarning(here: Named, there: Named, cities: number): Bilingual {
  return {
    en: `${here.name} and ${there.name} have ${cities} ${cities === 1 ? 'city' : 'cities'} in common: works there count in both, and the two have no link`,
    zh: `${nameIn(here, 'zh')}与${nameIn(there, 'zh')}有${cities}个共同城市：那里的成果两边都计入，两者没有相互合作计数`,
  };
}

export const UNLIKE = {
  kinds: {
    en: 'the places are of different kinds: totals say how large they were drawn as much as what they do; take parts, quotients and figures per head',
    zh: '所比较的地点类别不同：总量既反映活动也反映范围大小；宜看占比、区位商与人均值',
  },
  cities: {
    en: 'cities are not alike across countries: Chinese cities are prefectures with their countryside, others single places',
    zh: '各国城市不可等同：中国城市是含乡村的地级行政区，其他为单个地点',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const NOTES: Readonly<Partial<Record<CompareSection, Bilingual>>> = {
  ahead: {
    en: 'ahead: in what part of resamples of works the first place has more than the second; ahead from 95 %, probably ahead from 80 %, else too close to call',
    zh: '领先：对成果重抽样时前者多于后者的比例；不低于95%为领先，不低于80%为很可能领先，否则难分先后',
  },
  growth: {
    en: 'growth: Poisson regression on the years that seem recorded in full; a database grows, so that growth beyond all works is what a place gained on the others',
    zh: '增长：对看来收录完整的年份作泊松回归；数据库在扩大，相对全部成果的增长才是该地相对其他地点的变化',
  },
  fields: {
    en: 'fields: the strongest of each place, by the lower end of its quotient against all cities of this observatory; what comes out first of many is high by chance too',
    zh: '领域：各地点按相对本观测库全部城市的区位商下限取最强者；从众多领域中选出的最高值也有偶然成分',
  },
  collaboration: {
    en: 'authors who are not located are in no city elsewhere: the part of works with one is a lower bound; what stays inside rises with a region’s size, so compare observed with expected',
    zh: '未定位的作者不算在外地：有外地作者的成果占比是下限；内部合作比重随区域规模上升，应看观测与期望之比',
  },
  links: {
    en: `links: joint works with an author in each of the two, however many cities; ${NOT_ADJUSTED_NOTE.en}`,
    zh: `相互合作：两地各有作者的共同成果，不论城市多少；${NOT_ADJUSTED_NOTE.zh}`,
  },
  statistics: {
    en: 'published figures have no interval: nothing is known of how they vary; sources are cited as they were seen',
    zh: '公布数据没有区间：其误差不详；来源按所见引用',
  },
  resources: {
    en: 'resources are lower bounds without intervals: lists are not complete, and more complete of some places than of others',
    zh: '资源数为下限，没有区间：名录并不完整，且各地完整程度不一',
  },
};

/** What must be said of the sections that were asked for. */
export function notesOf(wanted: (section: CompareSection) => boolean): Bilingual[] {
  return (Object.keys(SECTIONS) as CompareSection[]).flatMap((section) =>
    wanted(section) ? (NOTES[section] ?? []) : [],
  );
}
