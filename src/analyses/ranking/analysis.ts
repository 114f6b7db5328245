import type { Message } from '../../base/index.ts';
import { defineAnalysis, type ResultColumn } from '../analysis.ts';
import { sayInsteadOf } from './instead-of.ts';
import { messages } from './messages.ts';
import { columnsOf } from '../result/columns.ts';
import { type Ranking, rankingParams, rankingResult, type RankingRow, rankingRow } from './question.ts';
import { rank } from './rows.ts';

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
  summary: 'Places by Share or Count, with joint rank intervals',
  description: {
    en: 'Places by Share or Count, with joint rank intervals that show how stable the order is when works are resampled.',
    zh: '按份额（Share）或论文数（Count）排列地点，并给出联合排名区间。',
  },
  params: rankingParams,
  result: rankingResult,
  columns: columnsOf<typeof rankingRow, Ranking>(rankingRow, [
    { of: 'rank', namedEnds: true },
    { of: 'place', nameAlone: true },
    INSTEAD_OF,
    { id: 'nameZh', title: { en: 'Name (zh)', zh: '中文名' }, value: (row) => row.place.nameZh },
    { id: 'id', title: { en: 'Id', zh: '编号' }, value: (row) => row.place.id },
    { id: 'country', title: { en: 'Country', zh: '国家' }, value: (row) => row.place.country },
    // A printed table shows the interval of what was ranked by.
    { of: 'share', asideEnds: ({ by }) => by !== 'share' },
    { of: 'count', endDigits: 1, asideEnds: ({ by }) => by !== 'count' },
    'fewWorks',
  ]),
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
