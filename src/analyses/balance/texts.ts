import { type Bilingual, type Language, nameIn } from '../../base/index.ts';
import { MOST_JACKKNIFED } from './rows.ts';
import type { Balance, BalanceRow } from './question.ts';
import { OUTPUT_COUNTING } from '../output/texts.ts';
import { FEW_WORKS } from '../ranking/question.ts';

const INDEX_ZH: Readonly<Record<string, string>> = {
  theil: '泰尔T指数',
  theil_between: '泰尔T指数（组间）',
  theil_within: '泰尔T指数（组内）',
  theil_population: '泰尔T指数（人口加权）',
  gini: '基尼系数',
  gini_corrected: '基尼系数（小样本校正）',
  cv: '变异系数',
  williamson: '威廉姆森系数',
  first_share: '首位占比',
};

/** An index as a table names it. */
export function indexIn(index: string, language: Language = 'en'): string {
  return language === 'zh' && Object.hasOwn(INDEX_ZH, index) ? INDEX_ZH[index] : index;
}

/** What the first of the parts of each place has. */
export function findingsOf({ rows }: Balance, language: Language = 'en'): string[] {
  return rows.flatMap((row) => {
    if (row.index !== 'first_share' || row.value === null || row.first === null) return [];
    const [own, evenly] = [`${(row.value * 100).toFixed(1)} %`, `${(100 / row.parts).toFixed(1)} %`];
    if (language === 'zh')
      return [
        `${nameIn(row.place, 'zh')}：${firstIn(row, 'zh')!}占${own}；${row.parts}个平均分布则各占${evenly}。`,
      ];
    return [
      `${row.place.name}: ${row.first} has ${own}; evenly spread each of ${row.parts} would have ${evenly}.`,
    ];
  });
}

export function firstIn({ first, firstZh }: BalanceRow, language: Language = 'en'): string | null {
  return language === 'zh' ? (firstZh ?? first) : first;
}

export function countingOf(by: 'share' | 'count'): Bilingual {
  const { en, zh } = OUTPUT_COUNTING[by];
  return { en: `${en} of cities`, zh: `各城市的${zh}` };
}

export const OVER_WORKS: Bilingual = {
  en: 'linearisation over works (from, to); jackknife over cities (boundary): two questions, not to be added',
  zh: '按成果线性化（下限、上限）；按城市作刀切法（边界）：两者回答不同问题，不可相加',
};
export const OVER_PARTS: Bilingual = {
  en: 'jackknife over parts (boundary); published figures have no interval over works',
  zh: '按组成部分作刀切法（边界）；公布数据没有成果抽样的区间',
};
export const NO_BOUNDARY: Bilingual = {
  en: `no boundary interval over more than ${MOST_JACKKNIFED} cities`,
  zh: `城市超过${MOST_JACKKNIFED}个时不给出边界区间`,
};
export const APART: Bilingual = {
  en: 'places stand in different years or vintages, and may not be compared',
  zh: '各地点的年份或版本不同，不宜比较',
};

/** Which of several forms the indices have; Williamson's is of what is named, per head. */
export function formsOf(perHead: Bilingual): Bilingual {
  return {
    en: `Gini is uncorrected, gini_corrected times n/(n − 1); CV is that of a population; Williamson that of ${perHead.en} per head, over people`,
    zh: `基尼系数未经校正，小样本校正者乘以n/(n − 1)；变异系数按总体计算；威廉姆森系数按人均${perHead.zh}、以人口加权`,
  };
}

export function fewWorks(few: number): Bilingual {
  return {
    en: `${few} cities rest on fewer than ${FEW_WORKS} works, where chance alone makes places unequal`,
    zh: `${few}个城市的成果不足${FEW_WORKS}篇，仅凭偶然各地也会不均`,
  };
}

export function chanceAdds(place: Parameters<typeof nameIn>[0], value: number): Bilingual {
  const about = value.toPrecision(2);
  return {
    en: `${place.name}: about ${about} of Theil T is what chance in its works adds`,
    zh: `${nameIn(place, 'zh')}：泰尔T指数中约${about}出于成果的偶然性`,
  };
}

/** That whole provinces could stand in for cities whose figures lack. */
export function byProvinces(place: Parameters<typeof nameIn>[0], parts: number): Bilingual {
  return {
    en: `\`parts=provinces\` asks ${place.name} of ${parts} parts, whole provinces among them`,
    zh: `\`parts=provinces\` 把${nameIn(place, 'zh')}分为${parts}个部分，其中含整省`,
  };
}
