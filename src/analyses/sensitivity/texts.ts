import { NOT_ADJUSTED_NOTE } from '../collaboration/expected-by-size.ts';
import { type Bilingual, type Language, nameIn } from '../../base/index.ts';
import { choiceLabel } from '../form/labels.ts';
import type { PlaceName } from '../places/names.ts';
import type { Tested } from './testable-analyses.ts';

export const TESTED_IN: Readonly<Record<Tested, Bilingual>> = {
  ranking: { en: 'ranking', zh: '排名' },
  links: { en: 'links', zh: '合作' },
  balance: { en: 'balance', zh: '均衡程度' },
  convergence: { en: 'convergence', zh: '收敛' },
};

const HEADLINES_ZH: Readonly<Record<string, string>> = {
  rank: '名次',
  'observed/expected': '观测/期望',
  'intra share': '内部合作比重',
  'first pair': '首位城市对',
  theil: '泰尔T指数',
  gini_corrected: '基尼系数（小样本校正）',
  'first city': '首位城市',
  'β without noise': 'β（扣除噪声）',
  'trend of σ': 'σ的趋势',
  'trend of σ without noise': 'σ的趋势（扣除噪声）',
};

export function headlineIn(headline: string, language: Language = 'en'): string {
  return language === 'zh' && Object.hasOwn(HEADLINES_ZH, headline) ? HEADLINES_ZH[headline] : headline;
}

/** A choice of a setting as a table names it. */
export function choiceIn(choice: string | null, language: Language = 'en'): string | null {
  return choice === null || language === 'en' ? choice : choiceLabel('counting', choice).zh;
}

export function withOrWithout(value: boolean | null, language: Language = 'en'): string | null {
  if (value === null) return null;
  if (language === 'zh') return value ? '含' : '不含';
  return value ? 'with' : 'without';
}

export function countingOf(tested: Tested): Bilingual {
  return { en: `${tested}, in the counting of each row`, zh: `${TESTED_IN[tested].zh}，按各行的计数方式` };
}

export function methodOf(tested: Tested): Bilingual {
  return { en: `that of ${tested}`, zh: `与“${TESTED_IN[tested].zh}”分析相同` };
}

/** What a verdict says and what it does not. */
export function notesOf(tested: Tested, place: PlaceName, definitions: number): Bilingual[] {
  return [
    {
      en: 'sensitive to choices: a rank that leaves the interval of the first row, a direction that turns, another that comes first; robust: the same under every setting; a level has no verdict, as it moves with what is counted',
      zh: '对口径敏感：名次离开首行的区间，方向改变，或首位易主；稳健：各设定下均相同；水平值随计数对象变动，不作判断',
    },
    ...(tested === 'ranking' && place.kind === 'region'
      ? [
          {
            en: 'each definition is ranked with regions that share no city with it or with each other',
            zh: '每个定义与互不重叠、且不与其重叠的区域一起排名',
          },
        ]
      : []),
    ...(tested === 'links'
      ? [
          {
            en: 'the countings decide which pair is first; observed/expected is always on weight 1/(k−1)',
            zh: '计数方式决定首位城市对；观测/期望始终按权重1/(k−1)',
          },
          NOT_ADJUSTED_NOTE,
        ]
      : []),
    ...(tested === 'convergence'
      ? []
      : [
          {
            en: 'each half of the years is tried with the question itself: an answer that turns there may have changed in the world',
            zh: '所问年份的前半与后半各自作答：结论若在此改变，也可能是现实发生了变化',
          },
        ]),
    ...(definitions === 1
      ? [{ en: `${place.name} has one definition here`, zh: `${nameIn(place, 'zh')}在此只有一个定义` }]
      : []),
    {
      en: 'what records do not hold (unlocated affiliations, missing works) is not tried: see coverage; nor are other types of works than the observatory was built of',
      zh: '记录中没有的（未定位的单位、缺失的成果）未作检验：见“覆盖情况”；观测库建成时未收的成果类型也未检验',
    },
  ];
}
