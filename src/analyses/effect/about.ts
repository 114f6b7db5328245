import type { Observatory } from '../../observatory/index.ts';
import { type About, makeAbout } from '../about/about.ts';
import type { Bilingual } from '../../base/index.ts';
import { describeRegions } from '../places/definitions.ts';
import { incompleteAmong, sayIncomplete } from '../population/incomplete-years.ts';
import type { Population } from '../population/population.ts';
import type { AdHocRegion } from '../places/units.ts';
import type { EffectCities } from './cities.ts';
import type { PolicyYears } from './estimate.ts';
import type { EffectParams } from './question.ts';
import type { Found } from './run.ts';
import { COUNTING_WORDS, NOTES } from './texts.ts';

/** What an answer about an effect says of itself. */
export async function describeEffect(
  observatory: Observatory,
  population: Population,
  given: EffectParams,
  found: Found,
  cities: EffectCities | null,
  adHoc: readonly AdHocRegion[],
): Promise<About> {
  const described = await describeRegions(observatory, [found.place.id], adHoc);
  const incomplete = await incompleteAmong(observatory, population, given);
  const counting = COUNTING_WORDS[given.counting];
  const { fit } = found;
  return makeAbout(observatory, population, {
    analysis: 'effect',
    counting: {
      en: `Joint works of pairs of cities: ${counting.en}, ${given.coaffiliation ? 'with' : 'without'} co-affiliation, ${given.capped ? 'with' : 'without'} works above ${observatory.manifest.authorCap} authors`,
      zh: `城市之间的合作量：${counting.zh}，${given.coaffiliation ? '含' : '不含'}双重隶属，${given.capped ? '含' : '不含'}作者超过${observatory.manifest.authorCap}人的成果`,
    },
    definitions: described.definitions,
    interval:
      fit === null
        ? null
        : {
            method: {
              en: 't of the pairs less one, errors clustered by pair of cities; the placebo draws placebo regions',
              zh: 't分布（自由度为城市对数减一），标准误按城市对聚类；安慰剂检验抽取安慰剂区域',
            },
            over: 'pairs',
            level: given.level,
            draws: found.placebo?.distribution.length ?? null,
            seed: given.seed,
          },
    notes: [
      ...(fit === null
        ? found.rows.flatMap(({ reason }) => reason ?? [])
        : [sample(fit), fit.equation, ...NOTES]),
      ...(cities === null ? [] : compared(found, cities)),
      ...described.notes,
    ],
    warnings: [...(fit?.warnings ?? []), ...described.warnings, ...sayIncomplete(incomplete, population)],
  });
}

function sample({ sample: flow }: NonNullable<Found['fit']>): Bilingual {
  const { rows, zeros, singletons, allZero, separated, used } = flow;
  return {
    en: `${rows} pairs × years, ${zeros} of them zero; ${allZero} left out as all zero, ${singletons} as alone, ${separated} as separated; ${used} used`,
    zh: `共${rows}个城市对×年份，其中${zeros}个为零；剔除全零${allZero}、单一${singletons}、完全分离${separated}，使用${used}个`,
  };
}

function compared(found: Found, cities: EffectCities): Bilingual[] {
  const { controls, region, silent, aside, treated, foreign, perCity, asked } = cities;
  return [
    {
      en: `${region.length} cities of the region are compared with ${controls.length} others, alike in Share before the policy${foreign > 0 ? `, ${foreign} of them of another nation` : ''}`,
      zh: `区域内${region.length}个城市与${controls.length}个政策前份额相近的其他城市比较${foreign > 0 ? `，其中${foreign}个属于其他国家` : ''}`,
    },
    ...(silent > 0
      ? [
          {
            en: `${silent} cities of the region have no works under these filters`,
            zh: `区域内有${silent}个城市在所选条件下没有成果`,
          },
        ]
      : []),
    ...(aside > 0
      ? [
          {
            en: `${aside} cities of other delineations of the region are no controls`,
            zh: `同一区域其他划定范围内的${aside}个城市不作为对照`,
          },
        ]
      : []),
    ...(treated > 0
      ? [
          {
            en: `${treated} of these others belong to regions with a policy of their own in these years, which may have changed their joint works too; \`untreated=true\` leaves such cities out`,
            zh: `其中${treated}个对照城市属于同期另有政策的区域，其合作量也可能因此改变；可用 \`untreated=true\` 排除这些城市`,
          },
        ]
      : []),
    ...(perCity < asked
      ? [
          {
            en: `there was room for ${perCity} controls for each city, not ${asked}`,
            zh: `每个城市只能配${perCity}个对照城市，而非${asked}个`,
          },
        ]
      : []),
    ...(found.policy !== null && found.policy.from > found.policy.year
      ? [
          {
            en: `${span(found.policy)} left out of the effect, as works take time; year by year they are shown`,
            zh: `估计总效应时不计${spanZh(found.policy)}年，因成果发表需要时间；逐年结果中仍列出`,
          },
        ]
      : []),
  ];
}

function span({ year, from }: PolicyYears): string {
  return from === year + 1 ? `${year} is` : `${year} to ${from - 1} are`;
}

function spanZh({ year, from }: PolicyYears): string {
  return from === year + 1 ? String(year) : `${year}至${from - 1}`;
}
