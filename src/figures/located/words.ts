import { inBoth, list } from '../../base/index.ts';

/** Words of the figures of how much of the Share cities got. */
export const WORDS = inBoth({
  en: {
    countries: {
      unknown: 'country unknown',
      title: 'Located part by country',
      subtitle:
        'Part of each country’s Share that cities got, the largest first. A count of all works: there is no interval',
      share: 'Share, in works',
      allGood: (n: number, part: string) =>
        `At least ${part} is located in each of the ${n} countries with most Share`,
      poor: (n: number, part: string, names: readonly string[]) =>
        `Of the ${n} countries with most Share, less than ${part} is located in ${list(names, 'en')}`,
      lost: (share: string) => `the country is unknown for ${share} works of Share`,
    },
    years: {
      title: 'Located part by year',
      subtitle: 'Part of each year’s Share that cities got. A count of all works: there is no interval',
      between: (all: string, [least, low]: readonly string[], [most, high]: readonly string[]) =>
        `${all} of Share could be located; by year between ${least} (${low}) and ${most} (${high})`,
    },
  },
  zh: {
    countries: {
      unknown: '国家不明',
      title: '各国已定位的比例',
      subtitle: '各国份额中已定位到城市的部分，份额大者在前。为全部论文的计数，没有区间',
      share: '份额（篇）',
      allGood: (n, part) => `份额最多的${n}个国家都至少定位了${part}`,
      poor: (n, part, names) => `份额最多的${n}个国家中，${list(names, 'zh')}的定位比例不足${part}`,
      lost: (share) => `另有份额${share}篇的国家不明`,
    },
    years: {
      title: '各年已定位的比例',
      subtitle: '各年份额中已定位到城市的部分。为全部论文的计数，没有区间',
      between: (all, [least, low], [most, high]) =>
        `份额的${all}可定位；各年介于${least}（${low}年）与${most}（${high}年）之间`,
    },
  },
});
