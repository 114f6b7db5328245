import type { Observatory } from '../../observatory/index.ts';
import { type Bilingual, type Language, nameIn, sayReason } from '../../base/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { NOT_ADJUSTED_NOTE, sayRatio, timesExpected } from '../collaboration/expected-by-size.ts';
import { describeRegions } from '../places/definitions.ts';
import { sectorZh } from '../population/filter-texts.ts';
import { BY_FIELD } from './by-field.ts';
import { COUNTING_TEXT } from '../collaboration/counting.ts';
import type { Expectation } from '../collaboration/expected.ts';
import { FEW_JOINT_WORKS, type LinkRow, type Links, type LinksParams } from './question.ts';
import type { LinkQuestion } from '../collaboration/question.ts';
import type { Population } from '../population/population.ts';

/** A year without an expectation, and in which field where a pair is told by field. */
export type Left = Expectation['without'][number] & { readonly field?: NonNullable<LinkRow['field']> };

/** What an answer about links says of itself. */
export async function describeLinks(
  observatory: Observatory,
  population: Population,
  given: LinksParams,
  answer: {
    readonly question: LinkQuestion;
    readonly rows: readonly LinkRow[];
    readonly left: readonly Left[];
  },
): Promise<About> {
  const { question, rows, left } = answer;
  const ids = [question.place?.id ?? '', ...rows.flatMap(({ a, b }) => [a.id, b.id])];
  const regions = await describeRegions(observatory, ids, question.adHoc);
  const counting = COUNTING_TEXT[given.counting];
  const cap = observatory.manifest.authorCap;
  return makeAbout(observatory, population, {
    analysis: 'links',
    counting: {
      en: `${counting.en}, ${given.coaffiliation ? 'with' : 'without'} co-affiliation, ${
        given.capped ? 'with' : 'without'
      } works above ${cap} authors`,
      zh: `${counting.zh}，${given.coaffiliation ? '含' : '不含'}双重隶属，${
        given.capped ? '含' : '不含'
      }作者超过${cap}人的成果`,
    },
    interval: {
      method: {
        en: 'linearisation over works, the expectation’s own refit included; logarithmic for ratios, logit for the intra share',
        zh: '按成果线性化，计入期望值自身的重新拟合；比值取对数尺度，内部比重取logit尺度',
      },
      level: given.level,
      draws: null,
      seed: null,
    },
    definitions: regions.definitions,
    warnings: regions.warnings,
    notes: [
      EXPECTED,
      NOT_ADJUSTED_NOTE,
      ...(given.by === null ? [] : [BY_FIELD]),
      {
        en: `rows with fewer than ${FEW_JOINT_WORKS} joint works are marked: their ratios say little`,
        zh: `共同成果不足${FEW_JOINT_WORKS}篇的行已标出：其比值说明不了什么`,
      },
      ...(left.length === 0 ? [] : [given.by === null ? withoutExpectation(left) : withoutInFields(left)]),
      ...sectorNotes(population.sectors),
    ],
  });
}

const EXPECTED: Bilingual = {
  en: 'expected: quasi-independence (empty diagonal) on weight 1/(k−1) over all cities with a link under these filters, per year, then summed; observed/expected is on that weight',
  zh: '期望值：按权重1/(k−1)，对所选条件下有合作的全部城市逐年拟合拟独立模型（对角线为空）后求和；观测/期望按该权重',
};

function withoutExpectation(left: readonly Left[]): Bilingual {
  const reasons = [...new Set(left.map(({ reason }) => reason))];
  const years = left.map(({ year }) => year);
  return {
    en: `years without an expectation (${reasons.join(', ')}) are left out of observed and expected alike: ${years.join(', ')}`,
    zh: `没有期望值的年份（${reasons.map((reason) => sayReason(reason, 'zh')).join('、')}）在观测与期望中一并略去：${years.join('、')}`,
  };
}

function withoutInFields(left: readonly Left[]): Bilingual {
  const fields = [...new Set(left.map(({ field }) => field!))];
  return {
    en: `in these fields some years have no expectation and are left out of observed and expected alike: ${fields.map(({ name }) => name).join(', ')}`,
    zh: `以下领域的部分年份没有期望值，在观测与期望中一并略去：${fields.map((field) => nameIn(field, 'zh')).join('、')}`,
  };
}

function sectorNotes(sectors: readonly string[] | null): Bilingual[] {
  if (sectors === null) return [];
  if (sectors.length === 1)
    return [
      {
        en: 'by sector, co-affiliation cannot be told, and k counts the cities of that sector',
        zh: '按部门无法分辨双重隶属，k只计该部门的城市',
      },
    ];
  return [
    {
      en: `one end of every pair is ${sectors.join(', the other ')}: works of the two in one city are no link; k counts the cities of either; co-affiliation cannot be told`,
      zh: `每对的一端为${sectors.map(sectorZh).join('，另一端为')}：两者在同一城市的成果不算合作；k计任一方的城市；无法分辨双重隶属`,
    },
  ];
}

type Intra = NonNullable<Links['intra']>;

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** An intra share as a sentence. */
export function sayIntra(intra: Intra, language: Language = 'en'): string {
  return language === 'zh' ? intraInChinese(intra) : intraInEnglish(intra);
}

function intraInEnglish({ place, cities, ...found }: Intra): string {
  const { intraShare, expectedShare, ratio, intraShareReason } = found;
  if (intraShare === null || ratio === null || expectedShare === null)
    return `${place.name}: no intra share (${intraShareReason ?? 'no links'}).`;
  const ends = (interval: readonly [number, number] | null, form: (value: number) => string): string =>
    interval === null ? '' : ` (${form(interval[0])}–${form(interval[1])})`;
  return (
    `${place.name}, ${cities} cities: ${percent(intraShare)}${ends(found.intraShareInterval, percent)} of the collaboration of its cities stays inside (weight 1/(k−1)); ` +
    `expected ${percent(expectedShare)}. That is ${timesExpected(`${sayRatio(ratio)}${ends(found.ratioInterval, sayRatio)}`).en}.`
  );
}

function intraInChinese({ place, cities, ...found }: Intra): string {
  const { intraShare, expectedShare, ratio, intraShareReason } = found;
  if (intraShare === null || ratio === null || expectedShare === null)
    return `${nameIn(place, 'zh')}：没有内部合作比重（${sayReason(intraShareReason ?? 'no links', 'zh')}）。`;
  const ends = (interval: readonly [number, number] | null, form: (value: number) => string): string =>
    interval === null ? '' : `（${form(interval[0])}–${form(interval[1])}）`;
  return (
    `${nameIn(place, 'zh')}，${cities}个城市：城市合作中${percent(intraShare)}${ends(found.intraShareInterval, percent)}留在区域内（权重1/(k−1)）；` +
    `期望为${percent(expectedShare)}，合作是${timesExpected(`${sayRatio(ratio)}${ends(found.ratioInterval, sayRatio)}`).zh}。`
  );
}
