import { type Bilingual, defineMessages, type Named, nameIn } from '../../base/index.ts';
import { TESTED_IN } from './texts.ts';
import type { Tested } from './testable-analyses.ts';

interface OfTested {
  readonly tested: Tested;
}

/** What an answer about sensitivity says of itself: phrases; its findings are sentences. */
export const messages = defineMessages('sensitivity', {
  counting: {
    en: ({ tested }: OfTested) => `${tested}, in the counting of each row`,
    zh: ({ tested }) => `${TESTED_IN[tested].zh}，按各行的计数方式`,
  },
  method: {
    en: ({ tested }: OfTested) => `that of ${tested}`,
    zh: ({ tested }) => `与“${TESTED_IN[tested].zh}”分析相同`,
  },
  verdicts: {
    en: 'sensitive to choices: a rank that leaves the interval of the first row, a direction that turns, another that comes first; robust: the same under every setting; a level has no verdict, as it moves with what is counted',
    zh: '对口径敏感：名次离开首行的区间，方向改变，或首位易主；稳健：各设定下均相同；水平值随计数对象变动，不作判断',
  },
  disjoint: {
    en: 'each definition is ranked with regions that share no city with it or with each other',
    zh: '每个区域口径与互不重叠、且不与其重叠的区域一起排名',
  },
  firstPair: {
    en: 'the countings decide which pair is first; observed/expected is always on weight 1/(k−1)',
    zh: '计数方式决定首位城市对；观测/预期始终按权重1/(k−1)',
  },
  halves: {
    en: 'each half of the years is tried with the question itself: an answer that turns there may have changed in the world',
    zh: '所选年份的前半与后半各自作答：结论若在此改变，也可能是现实发生了变化',
  },
  oneDefinition: {
    en: ({ place }: { place: Named }) => `${place.name} has one definition here`,
    zh: ({ place }) => `${nameIn(place, 'zh')}在此只有一个区域口径`,
  },
  notTried: {
    en: 'what records do not hold (unlocated affiliations, missing works) is not tried: see coverage; nor are other types of works than the observatory was built of',
    zh: '记录中没有的（未定位的单位、缺失的论文）未作检验：见“覆盖情况”；观测库建成时未收的文献类型也未检验',
  },
  verdict: {
    en: ({ place, tested, said }: OfTested & { readonly place: Named; readonly said: Bilingual }) =>
      `${place.name}, ${tested}, ${said.en}.`,
    zh: ({ place, tested, said }) => `${nameIn(place, 'zh')}，${TESTED_IN[tested].zh}，${said.zh}。`,
  },
});
