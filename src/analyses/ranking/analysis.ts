import { type Message, nameIn } from '../../base/index.ts';
import { defineAnalysis, type ResultColumn } from '../analysis.ts';
import { sayInsteadOf } from './instead-of.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { messages } from './messages.ts';
import { type Ranking, rankingParams, type RankingRow } from './question.ts';
import { rank } from './rows.ts';

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

/** What a row is ranked instead of; absent where every row stands. */
const INSTEAD_OF: ResultColumn<RankingRow, Ranking> = {
  id: 'insteadOf',
  title: { en: 'Instead of', zh: '代替' },
  absent: ({ rows }) => rows.every(({ insteadOf }) => insteadOf.length === 0),
  value: ({ insteadOf }, language = 'en') => sayInsteadOf(insteadOf, language),
};

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
      id: 'rankLow',
      title: { en: 'Rank from', zh: '排名区间起' },
      digits: 0,
      value: (row: RankingRow) => row.rankInterval?.[0] ?? null,
    },
    {
      id: 'rankHigh',
      title: { en: 'Rank to', zh: '排名区间止' },
      digits: 0,
      value: (row: RankingRow) => row.rankInterval?.[1] ?? null,
    },
    {
      id: 'place',
      title: { en: 'Place', zh: '地点' },
      value: (row: RankingRow, language) => nameIn(row.place, language),
    },
    INSTEAD_OF,
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
      value: (row: RankingRow) => (row.fewWorks ? outputMessages.few() : null),
    },
  ],
  findings: ({ outranks, about }: Ranking) =>
    outranks === null ? [] : [outranksFinding(outranks, about.messages.counting)],
  run: rank,
});

function outranksFinding(
  { first, second, probability, reason }: NonNullable<Ranking['outranks']>,
  counting: Message,
): Message {
  return probability === null
    ? messages.outranksUnknown({ first, second, reason: reason! })
    : messages.outranks({ first, second, probability, counting });
}
