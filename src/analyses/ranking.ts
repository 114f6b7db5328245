import { defineAnalysis, type ResultColumn } from './analysis.ts';
import { type Ranking, rankingParams, type RankingRow } from './ranking-question.ts';
import { rank } from './ranking-rows.ts';

/** Both ends of the interval of what can be ranked by; a printed table shows those of what was. */
function bounds(
  by: Ranking['by'],
  interval: (row: RankingRow) => readonly [number, number] | null,
): ResultColumn<RankingRow, Ranking>[] {
  const ends = [
    { end: 'Low', title: { en: 'from', zh: '下限' } },
    { end: 'High', title: { en: 'to', zh: '上限' } },
  ];
  return ends.map(({ end, title }, i) => ({
    id: `${by}${end}`,
    title,
    digits: 1,
    aside: (result) => result.by !== by,
    value: (row) => interval(row)?.[i] ?? null,
  }));
}

export const ranking = defineAnalysis({
  id: 'ranking',
  title: { en: 'Ranking', zh: '排名' },
  description: {
    en: 'Places by Share or Count, with joint rank intervals: which order would stand if the works had been others of the same kind.',
    zh: '按份额（Share）或论文数（Count）排列地点，并给出联合排名区间。',
  },
  params: rankingParams,
  columns: [
    { id: 'rank', title: { en: 'Rank', zh: '排名' }, digits: 0, value: (row: RankingRow) => row.rank },
    {
      id: 'rankInterval',
      title: { en: 'Ranks', zh: '排名区间' },
      value: ({ rankInterval }: RankingRow) => (rankInterval === null ? null : rankInterval.join('–')),
    },
    { id: 'place', title: { en: 'Place', zh: '地点' }, value: (row: RankingRow) => row.place.name },
    { id: 'nameZh', title: { en: 'Name (zh)', zh: '中文名' }, value: (row: RankingRow) => row.place.nameZh },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row: RankingRow) => row.place.id },
    { id: 'country', title: { en: 'Country', zh: '国家' }, value: (row: RankingRow) => row.place.country },
    { id: 'share', title: { en: 'Share', zh: '份额' }, digits: 1, value: (row: RankingRow) => row.share },
    ...bounds('share', (row) => row.shareInterval),
    { id: 'count', title: { en: 'Count', zh: '论文数' }, digits: 0, value: (row: RankingRow) => row.count },
    ...bounds('count', (row) => row.countInterval),
    {
      id: 'fewWorks',
      title: { en: 'Few works', zh: '论文过少' },
      value: (row: RankingRow) => (row.fewWorks ? 'few works' : null),
    },
  ],
  findings: ({ outranks, about }: Ranking) =>
    outranks === null
      ? []
      : [
          outranks.probability === null
            ? `Whether ${outranks.first.name} is ahead of ${outranks.second.name} cannot be said: ${outranks.reason!}.`
            : `P(${outranks.first.name} ahead of ${outranks.second.name}) = ${outranks.probability.toFixed(3)} by ${about.counting}, works resampled.`,
        ],
  run: rank,
});
