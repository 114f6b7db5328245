import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import { describeRegions } from '../places/definitions.ts';
import type { Followed } from '../places/selected-places.ts';
import { sayIncomplete } from '../population/incomplete-years.ts';
import { OUTPUT_COUNTING } from '../output/texts.ts';
import type { Population } from '../population/population.ts';
import { FEW_WORKS } from '../ranking/question.ts';
import type { TrendParams, TrendRow } from './question.ts';

/** What a trend says of itself. */
export async function describeTrend(
  observatory: Observatory,
  population: Population,
  given: TrendParams,
  answer: {
    readonly rows: readonly TrendRow[];
    readonly choice: Followed['choice'];
    readonly base: number | null;
    readonly incomplete: readonly number[];
    readonly whole: readonly number[];
  },
): Promise<About> {
  const { rows, choice, base, incomplete, whole } = answer;
  const regions = await describeRegions(
    observatory,
    rows.map(({ place }) => place.id),
    choice.adHoc,
  );
  const left = [...population.worksByYear.keys()].filter((year) => !whole.includes(year));
  const few = rows.filter(({ fewWorks }) => fewWorks).length;
  const works = base === null ? null : (population.worksByYear.get(base) ?? 0).toLocaleString('en');
  return makeAbout(observatory, population, {
    analysis: 'trend',
    counting: {
      en: `${OUTPUT_COUNTING.share.en}; ${OUTPUT_COUNTING.count.en}`,
      zh: `${OUTPUT_COUNTING.share.zh}；${OUTPUT_COUNTING.count.zh}`,
    },
    interval: {
      method: {
        en: 'covariance over works, for a fixed number of works in every year (output); linearisation over works (growth)',
        zh: '产出由成果协方差得出，各年成果数固定；增长按成果线性化',
      },
      level: given.level,
      draws: null,
      seed: null,
    },
    definitions: regions.definitions,
    notes: [
      {
        en: 'a database grows, and so do Shares and Counts of every place: growth against all works is what a place gained on the others',
        zh: '数据库在扩大，各地的份额与论文数随之增加：相对全部成果的增长才是该地相对其他地点的变化',
      },
      ...(base === null
        ? []
        : [
            {
              en: `adjusted Share: had there been as many works as in ${base}, ${works!}; the part of all works is of all of them, unlocated ones too`,
              zh: `调整份额：按${base}年的成果数（${works!}篇）折算；占全部成果的比例，分母含未定位成果`,
            },
          ]),
      {
        en: 'intervals of growth say how firm an even rate is when works are resampled; years off that path, coverage and boundaries are not in them; Mann-Kendall takes years as independent, so that its p is too small where they carry over',
        zh: '增长的区间只说明对成果重抽样时均匀增长率是否稳定，不含各年偏离、收录范围与边界的影响；曼-肯德尔检验假定各年独立，若有延续性则p值偏小',
      },
      ...(left.length > 0
        ? [
            {
              en: `growth is measured without ${left.join(', ')}`,
              zh: `增长的计算不含${left.join('、')}年`,
            },
          ]
        : []),
      ...(whole.length === 1
        ? [
            {
              en: 'there is one whole year: growth cannot be told',
              zh: '只有一个完整年份：无法计算增长',
            },
          ]
        : []),
      ...(few > 0
        ? [
            {
              en: `${few} rows rest on fewer than ${FEW_WORKS} works: their intervals are rough`,
              zh: `${few}行的成果不足${FEW_WORKS}篇：其区间较粗略`,
            },
          ]
        : []),
      ...regions.notes,
    ],
    warnings: [...regions.warnings, ...sayIncomplete(incomplete, population)],
  });
}
