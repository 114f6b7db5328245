import { sayInsteadOf } from '../../analyses/ranking/instead-of.ts';
import type { Ranking, RankingRow } from '../../analyses/ranking/question.ts';
import type { Figure, Told } from '../figure.ts';
import { interval, type Language, number } from '../../base/index.ts';
import { AMOUNT } from '../palette.ts';
import { drawWhiskers } from '../parts/whiskers.ts';
import { MEASURE, rankingTitle, standing } from '../ranking.ts';
import { isOwn, labelOf } from './words.ts';

/** A region of the reader's own among the official ones, by what they publish. */
export function regionRanks(ranking: Ranking & Told, language: Language): Figure {
  const zh = language === 'zh';
  const { by, rows } = ranking;
  const own = rows.find(({ place }) => isOwn(place));
  const ends = (row: RankingRow) => (by === 'share' ? row.shareInterval : row.countInterval);
  const ranks = (row: RankingRow): string => {
    const [from, to] = row.rankInterval ?? [row.rank, row.rank];
    return `${row.rank}${row.rankInterval === null || from === to ? '' : ` (${from}–${to})`}`;
  };
  return {
    name: 'region-ranks',
    title: own === undefined ? rankingTitle(ranking, language) : standing(own, ranking, language),
    subtitle: zh
      ? `各区域的${MEASURE[by].zh}，横线为95%区间；排名前数字括号内为95%区间；“或”表示代替其上的区域`
      : `${MEASURE[by].en}, with its 95 % interval; before each region its rank, in brackets the interval of that; “or”: instead of the region above`,
    about: ranking.told,
    synthetic: ranking.synthetic,
    ...(rows.length === 0 ? { empty: zh ? '所选条件下没有成果' : 'no works under these filters' } : {}),
    numbers: {
      columns: [
        { title: zh ? '排名' : 'Rank' },
        { title: zh ? '排名区间' : 'Rank interval' },
        { title: zh ? '编号' : 'Id' },
        { title: zh ? '区域' : 'Region' },
        { title: MEASURE[by][language], digits: 1 },
        { title: zh ? '下限' : 'From', digits: 1 },
        { title: zh ? '上限' : 'To', digits: 1 },
        { title: zh ? '代替' : 'Instead of' },
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
              label: `${row.insteadOf.length === 0 ? '' : zh ? '或 ' : 'or '}${ranks(row)}  ${labelOf(row.place, language)}`,
              value: row[by],
              ends: ends(row),
              faded: row.fewWorks,
              accent: isOwn(row.place),
              text: `${number(row[by], language)}${zh ? '（' : ' ('}${interval(ends(row), number, language)}${zh ? '）' : ')'}`,
            })),
          },
        ],
        { language, ticks: (value) => number(value, language) },
      ),
  };
}
