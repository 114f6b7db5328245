import { sayMoved } from '../analyses/output/ahead-text.ts';
import type { RankChange, RankHistory, RankHistoryRow } from '../analyses/rank-history/question.ts';
import { greatest } from '../measures/extremes.ts';
import type { Figure, WithNotes } from './figure.ts';
import { type Language, nameIn, span, whole } from '../base/index.ts';
import { drawSeries } from './parts/series.ts';
import { chance, clauses, inBrackets } from './format-text.ts';
import { COLUMNS } from './words/columns.ts';
import { COMMON } from './words/common.ts';
import { OUTPUT } from './words/output.ts';

/** Where one place stood each year, with the ranks that it may have had: the first on top. */
export function rankHistory(history: RankHistory & WithNotes, slot: number, language: Language): Figure {
  const words = OUTPUT[language].rank;
  const columns = COLUMNS[language];
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
  return {
    name: 'rank-by-year',
    title: rankTitle(history.changes.at(0), language),
    subtitle: words.subtitle(COMMON[language][by]),
    about: history.told,
    synthetic: history.synthetic,
    ...(ranked.length === 0 ? { empty: words.none } : {}),
    numbers: {
      columns: [
        { title: columns.years },
        { title: columns.rank, digits: 0 },
        { title: columns.from, digits: 0 },
        { title: columns.to, digits: 0 },
        { title: columns.ranked, digits: 0 },
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
  const words = OUTPUT[language].rank;
  const ends = rankInterval === null || rankInterval[0] === rankInterval[1] ? null : rankInterval;
  return words.of(rank, ends === null ? '' : inBrackets(words.range(...ends), language), ranked);
}

/** The first and the last rank, and whether the place moved. */
function rankTitle(change: RankChange | undefined, language: Language): string {
  const words = OUTPUT[language].rank;
  if (change === undefined) return words.title;
  const { place, first, last, better, same, worse } = change;
  const name = nameIn(place, language);
  if (last.rank === null || first.rank === null) return words.ofPlace(name);
  const from = words.one(name, span(first.years), rankText(first, language));
  if (first === last) return from;
  const ends = from + words.next(span(last.years), rankText(last, language));
  if (better === null || same === null || worse === null) return ends;
  return clauses([ends, sayMoved({ better, same, worse }, language, chance)], language);
}
