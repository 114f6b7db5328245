import { type Bilingual, defineMessages } from '../../base/index.ts';
import { LEAST_CITIES } from './reference.ts';

/** Beside every ECI, density, outlook and complementarity. */
export const FOLLOWS_SIZE: Bilingual = {
  en: 'partly follows size: with fields assigned to works at random the largest cities rank first too',
  zh: '部分取决于规模：把领域随机分配给论文时，最大的城市同样排在前列',
};

/** What answers by field say of their numbers: phrases. */
export const messages = defineMessages('field-table', {
  oneField: {
    en: 'there is one field under these filters, so that nothing is more than elsewhere',
    zh: '所选条件下只有一个领域，无从比较',
  },
  fewCities: {
    en: 'too few cities have enough works to tell which fields go together',
    zh: '论文数足够的城市过少，无法判断哪些领域相互关联',
  },
  /** Of intervals of what hangs on thresholds. */
  oneSided: {
    en: 'drawn intervals may lie to one side of their number, or miss it: where most fields are small, chance lifts more of them over the threshold than it takes away',
    zh: '抽取所得区间可能偏在数值一侧，甚至不含该数值：小领域居多时，偶然使更多领域越过门槛，而非跌出',
  },
  rule: {
    en: ({ threshold, least }: { threshold: number; least: number }) =>
      `specialised: a location quotient of ${threshold} or more with a Share of ${least} or more; the threshold is a convention`,
    zh: ({ threshold, least }) => `专长：区位商不低于${threshold}且份额不低于${least}；门槛只是惯例`,
  },
  notRelating: {
    en: ({ enough }: { enough: number }) =>
      `how fields are related is not estimated: fewer than ${LEAST_CITIES} cities have ${enough} works or more`,
    zh: ({ enough }) => `未判断哪些领域相互关联：论文不少于${enough}篇的城市不足${LEAST_CITIES}个`,
  },
  relatingWithOwn: {
    en: ({ cities, enough }: { cities: number; enough: number }) =>
      `how fields are related is estimated from the ${cities} cities with ${enough} works or more, including the selected ones, because fewer than ${LEAST_CITIES} others have as many: density then depends partly on the place itself`,
    zh: ({ cities, enough }) =>
      `领域关联由论文不少于${enough}篇的${cities}个城市判断，含所选城市（其余城市不足${LEAST_CITIES}个）：关联密度因此部分取决于该地点自身`,
  },
  relating: {
    en: ({ cities, enough }: { cities: number; enough: number }) =>
      `how fields are related is estimated from ${cities} cities with ${enough} works or more outside the selected places`,
    zh: ({ cities, enough }) => `领域关联由所选地点以外、论文不少于${enough}篇的${cities}个城市判断`,
  },
  withoutField: {
    en: ({ part }: { part: number }) =>
      `works without a field are left out: ${percent(part)}% of what cities got`,
    zh: ({ part }) => `不含没有领域的论文：占城市所得份额的${percent(part)}%`,
  },
  belowMinimum: {
    en: ({ clear, all, minimum }: { clear: number; all: number; minimum: number }) =>
      `not above chance: clearly specialised (95% interval above 1) in ${clear} of ${all} fields, and the minimum is ${minimum} and half of them`,
    zh: ({ clear, all, minimum }) =>
      `不足以排除偶然：${all}个专长领域中仅${clear}个显著（95%区间高于1），最低要求为${minimum}个且过半`,
  },
  followsSize: {
    en: ({ minimum }: { minimum: number }) =>
      `ECI, density, outlook and complementarity are shown where the 95% interval of the quotient lies above 1 in ${minimum} fields or more and in half of the fields that count as specialised; each ${FOLLOWS_SIZE.en}`,
    zh: ({ minimum }) =>
      `仅当至少${minimum}个、且过半的专长领域的区位商95%区间高于1时，才给出ECI、关联密度、前景与互补性；这些指标${FOLLOWS_SIZE.zh}`,
  },
  shownBelow: {
    en: 'numbers below the minimum are shown on request: they cannot be distinguished from chance',
    zh: '应要求显示了低于最低要求的数值：它们与偶然无法区分',
  },
});

const percent = (part: number): string => (part * 100).toFixed(1);
