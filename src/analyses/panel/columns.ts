import { type Bilingual, type Language, nameIn } from '../../base/index.ts';
import type { ResultColumn } from '../analysis.ts';
import type { PairCell, Panel, PanelRow, PlaceCell } from './question.ts';

type Value = string | number | boolean | null;

/** A column of a panel, with what a dictionary says of it. */
export interface PanelColumn extends ResultColumn<PanelRow, Panel> {
  readonly what: Bilingual;
  absent(panel: Pick<Panel, 'of' | 'byField'>): boolean;
}

type Words = readonly [title: string, titleZh: string, what: string, whatZh: string];

function column(
  id: string,
  [en, zh, what, whatZh]: Words,
  absent: PanelColumn['absent'],
  value: (row: PanelRow, language?: Language) => Value,
  digits?: number,
): PanelColumn {
  return {
    id,
    title: { en, zh },
    what: { en: what, zh: whatZh },
    absent,
    value,
    ...(digits === undefined ? {} : { digits }),
  };
}

const ofPairs = (
  id: string,
  words: Words,
  value: (row: PairCell, language?: Language) => Value,
  digits?: number,
): PanelColumn =>
  column(
    id,
    words,
    ({ of }) => of !== 'pairs',
    (row, language) => ('a' in row ? value(row, language) : null),
    digits,
  );

const ofPlaces = (
  id: string,
  words: Words,
  value: (row: PlaceCell, language?: Language) => Value,
  digits?: number,
  byField = false,
): PanelColumn =>
  column(
    id,
    words,
    (panel) => panel.of !== 'places' || (byField && !panel.byField),
    (row, language) => ('place' in row ? value(row, language) : null),
    digits,
  );

const ofBoth = (id: string, words: Words, value: (row: PanelRow) => Value, digits?: number): PanelColumn =>
  column(id, words, () => false, value, digits);

/** Id of a pair: both ids in their order, so that a pair has one. */
export function pairId({ a, b }: Pick<PairCell, 'a' | 'b'>): string {
  return `${a.id}|${b.id}`;
}

export const PANEL_COLUMNS: readonly PanelColumn[] = [
  ofPlaces('place', ['Id', '编号', 'place id', '地点编号'], (row) => row.place.id),
  ofPlaces('name', ['Place', '地点', 'its name', '地点名称'], (row, language) => nameIn(row.place, language)),
  ofPairs(
    'pair',
    [
      'Pair',
      '地点对',
      'both ids in their order, joined by |: a pair has one and stands once',
      '两个编号按序以|连接：每对只有一个编号，只出现一次',
    ],
    pairId,
  ),
  ofPairs('a', ['A', '甲', 'place id of the one that sorts first', '排序在前者的编号'], (row) => row.a.id),
  ofPairs('aName', ['Place A', '甲地', 'its name', '其名称'], (row, language) => nameIn(row.a, language)),
  ofPairs('b', ['B', '乙', 'place id of the other', '另一方的编号'], (row) => row.b.id),
  ofPairs('bName', ['Place B', '乙地', 'its name', '其名称'], (row, language) => nameIn(row.b, language)),
  ofBoth('year', ['Year', '年份', 'publication year', '发表年份'], (row) => row.year),
  ofPlaces(
    'fieldId',
    ['Number', '领域编号', 'OpenAlex number of the field; 0 is none', 'OpenAlex领域编号；0为未分类'],
    (row) => row.field?.id ?? null,
    undefined,
    true,
  ),
  ofPlaces(
    'field',
    ['Field', '领域', 'its name', '领域名称'],
    (row, language) => (row.field === null ? null : nameIn(row.field, language)),
    undefined,
    true,
  ),
  ofPlaces('share', ['Share', '份额', 'Share, in works', '份额，以成果计'], (row) => row.share, 3),
  ofPlaces(
    'count',
    ['Count', '论文数', 'works with an author there', '有该地作者的成果数'],
    (row) => row.count,
    0,
  ),
  ofPlaces(
    'shareSquared',
    [
      'Σ Share²',
      '份额平方和',
      'sum over works of Share²: what it varies by when works are resampled, less Share²/works',
      '各成果份额的平方和：减去份额²/成果总数即对成果重抽样时的方差',
    ],
    (row) => row.shareSquared,
    3,
  ),
  ofPairs('full', ['Full', '全计数', 'joint works, each 1', '共同成果，每篇计1'], (row) => row.full, 0),
  ofPairs(
    'fractional',
    [
      '1/C(k,2)',
      '1/C(k,2)',
      'joint works, a work’s pairs of cities adding up to 1',
      '共同成果，每篇各城市对合计为1',
    ],
    (row) => row.fractional,
    3,
  ),
  ofPairs(
    'partner',
    [
      '1/(k−1)',
      '1/(k−1)',
      'joint works, a city’s pairs in a work adding up to 1',
      '共同成果，每篇中一城的各对合计为1',
    ],
    (row) => row.partner,
    3,
  ),
  ofPairs(
    'score',
    [
      'Score',
      '合作得分',
      'the two places’ Shares of their joint works together',
      '双方在共同成果中的份额之和',
    ],
    (row) => row.score,
    3,
  ),
  ofPairs('aShare', ['Share A', '甲份额', 'Share of A that year', '甲当年的份额'], (row) => row.aShare, 3),
  ofPairs('bShare', ['Share B', '乙份额', 'Share of B that year', '乙当年的份额'], (row) => row.bShare, 3),
  ofBoth(
    'works',
    [
      'Works',
      '成果总数',
      'all works of that year (and field) under the filters, wherever they are from',
      '所选条件下当年（该领域）的全部成果，不论来自何处',
    ],
    (row) => row.works,
    0,
  ),
  ofPairs(
    'km',
    [
      'km',
      '公里',
      'great-circle distance of the two cities; empty where one is no single city',
      '两城市的大圆距离；任一方不是单个城市时为空',
    ],
    (row) => row.km,
    0,
  ),
  ofPairs(
    'sameNation',
    ['Same nation', '同国', 'whether both lie in one nation', '是否同属一国'],
    (row) => row.sameNation,
  ),
  ofPairs(
    'sameProvince',
    [
      'Same province',
      '同省',
      'whether both lie in one province; empty where provinces are not known, as outside China',
      '是否同属一省；省份不详时（如中国以外）为空',
    ],
    (row) => row.sameProvince,
  ),
  ofPairs(
    'sameRegion',
    [
      'Same region',
      '同区域',
      'whether one of the flagging definitions holds both',
      '是否有某个标记用的定义同时包含双方',
    ],
    (row) => row.sameRegion,
  ),
  ofBoth(
    'inside',
    [
      'Inside',
      '所属区域',
      'the definitions that hold it, or both; joined by |',
      '包含它（或双方）的定义，以|连接',
    ],
    (row) => row.inside,
  ),
  ofBoth(
    'sincePolicy',
    [
      'Since policy',
      '政策后年数',
      'year less that of the first policy of those definitions; empty where none has one',
      '年份减去这些定义中最早的政策年份；都没有政策时为空',
    ],
    (row) => row.sincePolicy,
    0,
  ),
];

/** Columns that a panel has, as a dictionary. */
export function dictionaryOf(panel: Pick<Panel, 'of' | 'byField'>): ({ readonly id: string } & Bilingual)[] {
  return PANEL_COLUMNS.filter((one) => !one.absent(panel)).map(({ id, what }) => ({ id, ...what }));
}
