import { defineMessages, parameter } from '../../base/index.ts';

export const messages = defineMessages('balance', {
  oneYear: {
    en: ({ year }: { year: number }) =>
      `The balance of a published statistic is measured in one year. Give ${parameter('years', String(year))}, or use convergence for several years.`,
    zh: ({ year }) =>
      `公布的统计指标只能分析一个年份的均衡程度。请给出${parameter('years', String(year))}；多个年份请用收敛分析。`,
  },
});
