import { sayInsteadOf } from '../analyses/ranking/instead-of.ts';
import type { Ranking, RankingRow } from '../analyses/ranking/question.ts';
import type { Figure, Numbers, WithNotes } from './figure.ts';
import { drawMap } from './map/svg.ts';
import type { MapData } from './map/layout.ts';
import { mapNumbers } from './map/numbers.ts';
import { type Bilingual, type Language, nameIn } from '../base/index.ts';
import { clauses, inBrackets } from './format-text.ts';
import { COLUMNS } from './words/columns.ts';
import { COMMON } from './words/common.ts';
import { OUTPUT } from './words/output.ts';

const { en, zh } = OUTPUT;
/** The measure of a ranking and its unit. */
export const MEASURE: Readonly<Record<Ranking['by'], Bilingual>> = {
  share: { en: en.measures.share, zh: zh.measures.share },
  count: { en: en.measures.count, zh: zh.measures.count },
};

const settled = ({ rankInterval }: RankingRow): boolean =>
  rankInterval !== null && rankInterval[0] === rankInterval[1];

/** Who leads, and from which rank on the order is too close to call: a 95 % interval of one rank settles it, and is no certainty. */
export function rankingTitle({ rows: all, by }: Pick<Ranking, 'rows' | 'by'>, language: Language): string {
  // What is ranked instead of others has no part in their order.
  const rows = all.filter(({ insteadOf }) => insteadOf.length === 0);
  const words = OUTPUT[language].ranking;
  if (rows.length === 0) return words.none;
  const name = (row: RankingRow): string => nameIn(row.place, language);
  const measure = COMMON[language][by];
  const [first] = rows;
  if (first.rankInterval === null) return words.unmeasured(name(first), measure);
  const unsure = rows.findIndex((row) => !settled(row));
  const sure = unsure === -1 ? rows : rows.slice(0, unsure);
  if (sure.length === 0) {
    const [low, high] = first.rankInterval;
    const rivals = rows.filter(({ rankInterval }) => rankInterval !== null && rankInterval[0] === low);
    return words.open(measure, rivals.slice(0, 3).map(name), low, high);
  }
  const then = sure.slice(1, 3).map((row) => words.then(name(row), row.rank));
  const open = unsettled(rows, unsure);
  const rest = open === null ? [] : [words.rest(...open)];
  return clauses([words.leads(name(first), measure), ...then, ...rest], language);
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
  const words = OUTPUT[language].ranking;
  const { rank, rankInterval, ranked } = row;
  const sure =
    rankInterval === null ? words.noInterval : settled(row) ? words.oneRank : words.interval(...rankInterval);
  const instead = sayInsteadOf(row.insteadOf, language);
  return (
    words.standing(nameIn(row.place, language), COMMON[language][by], rank, ranked, instead) +
    inBrackets(sure, language)
  );
}

/** Cities on a map by what they are ranked by, with the links between them. */
export function rankingMap(
  ranking: Ranking & WithNotes,
  data: MapData,
  selected: readonly string[],
  language: Language,
): Figure {
  const chosen = ranking.rows.find(({ place }) => selected.includes(place.id));
  return {
    name: 'cities-map',
    title: chosen === undefined ? rankingTitle(ranking, language) : standing(chosen, ranking, language),
    subtitle: OUTPUT[language].ranking.mapSubtitle(MEASURE[ranking.by][language]),
    about: ranking.told,
    synthetic: ranking.synthetic,
    numbers: numbersOf(ranking, data, language),
    draw: (space) => drawMap(data, new Set(selected), space, language),
  };
}

/** Every city of the map and the table with its rank and value, and every arc. */
function numbersOf({ rows, by }: Ranking, { cities, links }: MapData, language: Language): Numbers {
  const columns = COLUMNS[language];
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
      { title: columns.rank, of: (id) => ranked.get(id)?.rank ?? drawn.get(id)?.rank ?? null },
      {
        title: columns.rankInterval,
        of: (id) => ranked.get(id)?.rankInterval?.join('–') ?? null,
      },
      {
        title: COMMON[language][by],
        digits: 1,
        of: (id) => ranked.get(id)?.[by] ?? drawn.get(id)?.value ?? null,
      },
      { title: columns.from, digits: 1, of: (id) => ends(id)?.[0] ?? null },
      { title: columns.to, digits: 1, of: (id) => ends(id)?.[1] ?? null },
    ],
    OUTPUT[language].ranking.arcs,
    language,
  );
}
