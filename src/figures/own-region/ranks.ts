import { sayInsteadOf } from '../../analyses/ranking/instead-of.ts';
import type { Ranking, RankingRow } from '../../analyses/ranking/question.ts';
import type { Figure, WithNotes } from '../figure.ts';
import { interval, type Language, number } from '../../base/index.ts';
import { AMOUNT } from '../palette.ts';
import { drawWhiskers } from '../parts/whiskers.ts';
import { MEASURE, rankingTitle, standing } from '../ranking.ts';
import { inBrackets } from '../format-text.ts';
import { COLUMNS } from '../words/columns.ts';
import { COMMON } from '../words/common.ts';
import { isOwn, labelOf, WORDS } from './words.ts';

/** A region of the reader's own among the official ones, by what they publish. */
export function regionRanks(ranking: Ranking & WithNotes, language: Language): Figure {
  const words = WORDS[language].ranks;
  const columns = COLUMNS[language];
  const { by, rows } = ranking;
  const own = rows.find(({ place }) => isOwn(place));
  const ends = (row: RankingRow) => (by === 'share' ? row.shareInterval : row.countInterval);
  const ranks = (row: RankingRow): string => {
    const [from, to] = row.rankInterval ?? [row.rank, row.rank];
    return `${row.rank}${row.rankInterval === null || from === to ? '' : ` (${from}–${to})`}`;
  };
  const label = (row: RankingRow): string => {
    const text = `${ranks(row)}  ${labelOf(row.place, language)}`;
    return row.insteadOf.length === 0 ? text : words.or(text);
  };
  return {
    name: 'region-ranks',
    title: own === undefined ? rankingTitle(ranking, language) : standing(own, ranking, language),
    subtitle: words.subtitle(MEASURE[by][language]),
    about: ranking.told,
    synthetic: ranking.synthetic,
    ...(rows.length === 0 ? { empty: COMMON[language].noWorks } : {}),
    numbers: {
      columns: [
        { title: columns.rank },
        { title: columns.rankInterval },
        { title: columns.id },
        { title: columns.region },
        { title: MEASURE[by][language], digits: 1 },
        { title: columns.from, digits: 1 },
        { title: columns.to, digits: 1 },
        { title: columns.insteadOf },
      ],
      rows: rows.map((row) => [
        row.rank,
        row.rankInterval?.join('–') ?? null,
        row.place.id,
        labelOf(row.place, language),
        row[by],
        ...(ends(row) ?? [null, null]),
        sayInsteadOf(row.insteadOf, language),
      ]),
    },
    draw: (space) =>
      drawWhiskers(
        space,
        [
          {
            name: MEASURE[by][language],
            colour: AMOUNT,
            shape: 0,
            marks: rows.map((row) => ({
              label: label(row),
              value: row[by],
              ends: ends(row),
              faded: row.fewWorks,
              accent: isOwn(row.place),
              text: number(row[by], language) + inBrackets(interval(ends(row), number, language), language),
            })),
          },
        ],
        { language, ticks: (value) => number(value, language) },
      ),
  };
}
