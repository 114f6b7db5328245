import { sayMoved } from '../analyses/output/ahead-text.ts';
import type { RankChange, RankHistory, RankHistoryRow } from '../analyses/rank-history/question.ts';
import { greatest } from '../measures/extremes.ts';
import type { Figure, Told } from './figure.ts';
import { type Language, nameIn, ordinal, span, whole } from '../base/index.ts';
import { drawSeries } from './parts/series.ts';
import { chance } from './format-text.ts';

/** Where one place stood each year, with the ranks that it may have had: the first on top. */
export function rankHistory(history: RankHistory & Told, slot: number, language: Language): Figure {
  const zh = language === 'zh';
  const { rows, by } = history;
  const ranked = rows.filter(({ rank }) => rank !== null);
  const points = rows.map((row) => ({
    year: row.years.to,
    value: row.rank,
    ends: row.rankInterval,
    hollow: row.fewWorks,
    text: `${span(row.years)}: ${rankText(row, language)}`,
  }));
  const lowest = Math.max(
    2,
    greatest(ranked.map(({ rank, rankInterval }) => rankInterval?.[1] ?? rank ?? 1)),
  );
  const measure = zh ? (by === 'share' ? '份额' : '论文数') : by === 'share' ? 'Share' : 'Count';
  return {
    name: 'rank-by-year',
    title: rankTitle(history.changes.at(0), language),
    subtitle: zh
      ? `按${measure}的排名，第1在上。色带为联合95%区间；空心点：成果不足30篇`
      : `Rank by ${measure}, the first on top. Ribbon: joint 95 % interval. Hollow: fewer than 30 works`,
    about: history.told,
    synthetic: history.synthetic,
    ...(ranked.length === 0
      ? { empty: zh ? '所选条件下该地没有成果' : 'no works there under these filters' }
      : {}),
    numbers: {
      columns: [
        { title: zh ? '年份' : 'Years' },
        { title: zh ? '排名' : 'Rank', digits: 0 },
        { title: zh ? '下限' : 'From', digits: 0 },
        { title: zh ? '上限' : 'To', digits: 0 },
        { title: zh ? '参与排名' : 'Ranked', digits: 0 },
      ],
      rows: rows.map((row) => [span(row.years), row.rank, ...(row.rankInterval ?? [null, null]), row.ranked]),
    },
    draw: (space) =>
      drawSeries(
        space,
        { name: '', slot, points },
        {
          height: 260,
          domain: [lowest + 0.3, 0.7],
          whole: true,
          ticks: (value) => (Number.isInteger(value) && value > 0 ? whole(value, language) : ''),
        },
      ),
  };
}

function rankText({ rank, rankInterval, ranked }: RankHistoryRow, language: Language): string {
  if (rank === null) return '–';
  const ends = rankInterval === null || rankInterval[0] === rankInterval[1] ? null : rankInterval;
  if (language === 'zh')
    return `共${ranked}个中的第${rank}${ends === null ? '' : `（第${ends[0]}至第${ends[1]}）`}`;
  const may = ends === null ? '' : ` (${ordinal(ends[0], 'en')} to ${ordinal(ends[1], 'en')})`;
  return `${ordinal(rank, 'en')}${may} of ${ranked}`;
}

/** The first and the last rank, and whether the place moved. */
function rankTitle(change: RankChange | undefined, language: Language): string {
  const zh = language === 'zh';
  if (change === undefined) return zh ? '历年排名' : 'Rank by year';
  const { place, first, last, better, same, worse } = change;
  const name = nameIn(place, language);
  if (last.rank === null || first.rank === null) return zh ? `${name}的历年排名` : `Rank of ${name} by year`;
  if (first === last)
    return zh
      ? `${name}在${span(last.years)}年位列${rankText(last, 'zh')}`
      : `${name} ranked ${rankText(last, 'en')} in ${span(last.years)}`;
  const from = rankText(first, language);
  const to = rankText(last, language);
  const ends = zh
    ? `${name}在${span(first.years)}年位列${from}，${span(last.years)}年为${to}`
    : `${name} ranked ${from} in ${span(first.years)} and ${to} in ${span(last.years)}`;
  if (better === null || same === null || worse === null) return ends;
  return `${ends}${zh ? '；' : '; '}${sayMoved({ better, same, worse }, language, chance)}`;
}
