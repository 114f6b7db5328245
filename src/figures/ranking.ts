import { sayInsteadOf } from '../analyses/ranking/instead-of.ts';
import type { Ranking, RankingRow } from '../analyses/ranking/question.ts';
import type { Figure, Numbers, Told } from './figure.ts';
import { drawMap } from './map/svg.ts';
import type { MapData } from './map/layout.ts';
import { mapNumbers } from './map/numbers.ts';
import { type Bilingual, type Language, list, nameIn, ordinal } from '../base/index.ts';

/** The measure of a ranking and its unit. */
export const MEASURE: Readonly<Record<Ranking['by'], Bilingual>> = {
  share: { en: 'Share, in works', zh: '份额（篇）' },
  count: { en: 'Count of works', zh: '论文数（篇）' },
};
const BY: Readonly<Record<Ranking['by'], Bilingual>> = {
  share: { en: 'Share', zh: '份额' },
  count: { en: 'Count', zh: '论文数' },
};

const settled = ({ rankInterval }: RankingRow): boolean =>
  rankInterval !== null && rankInterval[0] === rankInterval[1];

/** Who leads, and from which rank on the order is too close to call: a 95 % interval of one rank settles it, and is no certainty. */
export function rankingTitle({ rows: all, by }: Pick<Ranking, 'rows' | 'by'>, language: Language): string {
  // What is ranked instead of others has no part in their order.
  const rows = all.filter(({ insteadOf }) => insteadOf.length === 0);
  const zh = language === 'zh';
  if (rows.length === 0) return zh ? '所选条件下没有成果' : 'No works under these filters';
  const name = (row: RankingRow): string => nameIn(row.place, language);
  const measure = BY[by][language];
  const [first] = rows;
  if (first.rankInterval === null)
    return zh
      ? `${name(first)}的${measure}居首（未计算区间）`
      : `${name(first)} leads by ${measure} (no intervals)`;
  const sure = rows.findIndex((row) => !settled(row));
  const firm = sure === -1 ? rows : rows.slice(0, sure);
  if (firm.length === 0) {
    const [low, high] = first.rankInterval;
    const rivals = rows.filter(({ rankInterval }) => rankInterval !== null && rankInterval[0] === low);
    const named = list(rivals.slice(0, 3).map(name), language);
    return zh
      ? `按${measure}谁居首难分先后：${named}都可能位列第${low}至第${high}`
      : `Who leads by ${measure} is too close to call: ${named} may each rank ${ordinal(low, 'en')} to ${ordinal(high, 'en')}`;
  }
  const others = firm.slice(1, 3);
  const then = others.map((row) =>
    zh ? `${name(row)}居${ordinal(row.rank, 'zh')}` : `${name(row)} is ${ordinal(row.rank, 'en')}`,
  );
  const open = unsettled(rows, sure);
  const rest =
    open === null
      ? []
      : [zh ? `第${open[0]}至第${open[1]}名难分先后` : `ranks ${open[0]}–${open[1]} are too close to call`];
  const lead = zh ? `${name(first)}的${measure}居首` : `${name(first)} leads by ${measure}`;
  return [lead, ...then, ...rest].join(zh ? '；' : '; ');
}

/** The ranks that the first group of places may share, whose intervals reach into each other. */
function unsettled(rows: readonly RankingRow[], from: number): readonly [number, number] | null {
  if (from === -1) return null;
  const first = rows[from].rankInterval;
  if (first === null) return null;
  let last = first[1];
  for (const { rankInterval } of rows.slice(from + 1)) {
    if (rankInterval === null || rankInterval[0] > last) break;
    last = Math.max(last, rankInterval[1]);
  }
  return [first[0], Math.min(last, rows.at(-1)!.rank)];
}

/** Where one place stands and how sure that is. */
export function standing(row: RankingRow, { by }: Pick<Ranking, 'by'>, language: Language): string {
  const name = nameIn(row.place, language);
  const measure = BY[by][language];
  const { rank, rankInterval, ranked } = row;
  const instead = sayInstead(row, language);
  if (language === 'zh') {
    const sure =
      rankInterval === null
        ? '没有区间'
        : settled(row)
          ? '95%区间仅此一位'
          : `95%区间为第${rankInterval[0]}至第${rankInterval[1]}`;
    return `${name}按${measure}在${ranked}个地点中位列第${rank}${instead}（${sure}）`;
  }
  const sure =
    rankInterval === null
      ? 'no interval'
      : settled(row)
        ? '95 % interval of one rank'
        : `95 % interval ${ordinal(rankInterval[0], 'en')} to ${ordinal(rankInterval[1], 'en')}`;
  return `${name} ranks ${ordinal(rank, 'en')} of ${ranked} by ${measure}${instead} (${sure})`;
}

/** Instead of which regions a row is ranked; nothing of a place that stands. */
function sayInstead({ insteadOf }: RankingRow, language: Language): string {
  const said = sayInsteadOf(insteadOf, language);
  if (said === null) return '';
  return language === 'zh' ? `，代替${said}` : `, instead of ${said}`;
}

/** Cities on a map by what they are ranked by, with the links between them. */
export function rankingMap(
  ranking: Ranking & Told,
  data: MapData,
  selected: readonly string[],
  language: Language,
): Figure {
  const chosen = ranking.rows.find(({ place }) => selected.includes(place.id));
  const zh = language === 'zh';
  return {
    name: 'cities-map',
    title: chosen === undefined ? rankingTitle(ranking, language) : standing(chosen, ranking, language),
    subtitle: zh
      ? `圆的面积表示${MEASURE[ranking.by].zh}；弧线表示合作论文`
      : `Area of a circle: ${MEASURE[ranking.by].en}. Arcs: joint works`,
    about: ranking.told,
    synthetic: ranking.synthetic,
    numbers: numbersOf(ranking, data, language),
    draw: (space) => drawMap(data, new Set(selected), space, language),
  };
}

/** Every city of the map and the table with its rank and value, and every arc. */
function numbersOf({ rows, by }: Ranking, { cities, links }: MapData, language: Language): Numbers {
  const zh = language === 'zh';
  const ranked = new Map(rows.map((row) => [row.place.id, row]));
  const drawn = new Map(cities.map((city) => [city.id, city]));
  const ends = (id: string): readonly [number, number] | null =>
    ranked.get(id)?.[by === 'share' ? 'shareInterval' : 'countInterval'] ?? null;
  return mapNumbers(
    {
      links: links.filter(({ a, b }) => drawn.has(a) && drawn.has(b)),
      names: new Map([
        ...cities.map(({ id, name }) => [id, name] as const),
        ...rows.map(({ place }) => [place.id, nameIn(place, language)] as const),
      ]),
    },
    [...new Set([...ranked.keys(), ...drawn.keys()])],
    [
      { title: zh ? '排名' : 'Rank', of: (id) => ranked.get(id)?.rank ?? drawn.get(id)?.rank ?? null },
      {
        title: zh ? '排名区间' : 'Rank interval',
        of: (id) => ranked.get(id)?.rankInterval?.join('–') ?? null,
      },
      {
        title: BY[by][language],
        digits: 1,
        of: (id) => ranked.get(id)?.[by] ?? drawn.get(id)?.value ?? null,
      },
      { title: zh ? '下限' : 'From', digits: 1, of: (id) => ends(id)?.[0] ?? null },
      { title: zh ? '上限' : 'To', digits: 1, of: (id) => ends(id)?.[1] ?? null },
    ],
    zh ? '合作（按所选计数）' : 'Joint works, as counted',
    language,
  );
}
