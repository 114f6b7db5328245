import { counted, defineMessages, parameter } from '../../base/index.ts';
import type { CountingName } from '../collaboration/counting.ts';
import { type CountedPairs, linkFilter } from '../collaboration/messages.ts';
import { COUNTING_WORDS } from './texts.ts';

interface Counting extends CountedPairs {
  readonly counting: CountingName;
}

interface Sample {
  readonly rows: number;
  readonly zeros: number;
  readonly allZero: number;
  readonly singletons: number;
  readonly separated: number;
  readonly used: number;
}

export const messages = defineMessages('effect', {
  largeRegion: {
    en: ({ most, cities }: { most: number; cities: number }) =>
      `An effect is estimated for a region of at most ${most} cities with output, not ${cities}. Give a smaller region.`,
    zh: ({ most, cities }) =>
      `政策效应只对至多${most}个有产出城市的区域估计，现有${cities}个。请指明较小的区域。`,
  },
  counting: {
    en: ({ counting, ...filter }: Counting) =>
      `Joint works of pairs of cities: ${COUNTING_WORDS[counting].en}, ${linkFilter(filter, 'en')}`,
    zh: ({ counting, ...filter }) =>
      `城市之间的合作量：${COUNTING_WORDS[counting].zh}，${linkFilter(filter, 'zh')}`,
  },
  method: {
    en: 't of the pairs less one, errors clustered by pair of cities; the placebo draws placebo regions',
    zh: 't分布（自由度为城市对数减一），标准误按城市对聚类；安慰剂检验抽取安慰剂区域',
  },
  sample: {
    en: ({ rows, zeros, allZero, singletons, separated, used }: Sample) =>
      `${rows} pairs × years, ${zeros} of them zero; ${allZero} left out as all zero, ${singletons} as alone, ${separated} as separated; ${used} used`,
    zh: ({ rows, zeros, allZero, singletons, separated, used }) =>
      `共${rows}个城市对×年份，其中${zeros}个为零；剔除全零${allZero}、单一${singletons}、完全分离${separated}，使用${used}个`,
  },
  relative: {
    en: 'the effect is relative: how much more joint works inside the region rose than those of the same cities with others; what rises inside may have fallen elsewhere',
    zh: '效应是相对的：区域内合作量比同一批城市与外部的合作量多增长了多少；内部的上升可能对应外部的下降',
  },
  clustered: {
    en: 'intervals cluster errors by pair; with one region treated they are too narrow, and the placebo is what counts',
    zh: '区间按城市对聚类；只有一个区域受政策影响时区间偏窄，应以安慰剂检验为准',
  },
  bias: {
    en: 'with effects of both cities in each year and of the pair, estimates carry a bias of the order 1/cities',
    zh: '在城市—年份与城市对固定效应下，估计含有量级为1/城市数的偏误',
  },
  noPower: {
    en: 'that nothing differed before the policy proves nothing by itself: the test may have had no power',
    zh: '政策前无差异本身不证明任何结论：该检验可能缺乏功效',
  },
  compared: {
    en: ({ cities, controls, foreign }: { cities: number; controls: number; foreign: number }) =>
      `${cities} cities of the region are compared with ${controls} others, alike in Share before the policy${foreign > 0 ? `, ${foreign} of them of another nation` : ''}`,
    zh: ({ cities, controls, foreign }) =>
      `区域内${cities}个城市与${controls}个政策前份额相近的其他城市比较${foreign > 0 ? `，其中${foreign}个属于其他国家` : ''}`,
  },
  silent: {
    en: ({ cities }: { cities: number }) =>
      `no works match these filters in ${counted(cities, 'city', 'cities')} of the region`,
    zh: ({ cities }) => `区域内有${cities}个城市在所选条件下没有论文`,
  },
  otherDelineations: {
    en: ({ cities }: { cities: number }) =>
      `cities that belong to the region under other definitions are not used as controls (${cities})`,
    zh: ({ cities }) => `同一区域其他划定范围内的${cities}个城市不作为对照`,
  },
  treatedControls: {
    en: ({ cities }: { cities: number }) =>
      `${cities} of these others belong to regions with a policy of their own in these years, which may have changed their joint works too; ${parameter('untreated', 'true')} leaves such cities out`,
    zh: ({ cities }) =>
      `其中${cities}个对照城市属于同期另有政策的区域，其合作量也可能因此改变；可用${parameter('untreated', 'true')}排除这些城市`,
  },
  fewControls: {
    en: ({ perCity, asked }: { perCity: number; asked: number }) =>
      `there was room for ${perCity} controls for each city, not ${asked}`,
    zh: ({ perCity, asked }) => `每个城市只能配${perCity}个对照城市，而非${asked}个`,
  },
  lagged: {
    en: ({ from, to }: { from: number; to: number }) =>
      `${from === to ? `${from} is` : `${from} to ${to} are`} left out of the effect, as works take time; year by year they are shown`,
    zh: ({ from, to }) =>
      `估计总效应时不计${from === to ? from : `${from}至${to}`}年，因论文发表需要时间；逐年结果中仍列出`,
  },
});
