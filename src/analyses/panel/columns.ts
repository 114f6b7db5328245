import { type Bilingual, type Language, nameIn } from '../../base/index.ts';
import type { ResultColumn } from '../analysis.ts';
import { type PairCell, pairCell, type Panel, type PanelRow, type PlaceCell, placeCell } from './question.ts';

/** A column of a panel, with what a dictionary says of it. */
export interface PanelColumn extends ResultColumn<PanelRow, Panel> {
  readonly what: Bilingual;
  absent(panel: Pick<Panel, 'of' | 'byField'>): boolean;
}

type Cell = Partial<PlaceCell & PairCell>;
type Words = readonly [id: string, title: string, titleZh: string, what: string, whatZh: string];

const SHAPES = { places: placeCell.unwrap().shape, pairs: pairCell.unwrap().shape };
const SHAPE = { ...SHAPES.places, ...SHAPES.pairs };

/** Whether a panel has no member of this name in its rows. */
const absent =
  (of: keyof Cell): PanelColumn['absent'] =>
  (panel) =>
    !(of in SHAPES[panel.of]) || (of === 'field' && !panel.byField);

/** A column that is computed from a member of the rows. */
function computed(
  of: keyof Cell,
  [id, en, zh, what, whatZh]: Words,
  value: (row: Cell, language?: Language) => string | number | null,
): PanelColumn {
  return { id, title: { en, zh }, what: { en: what, zh: whatZh }, absent: absent(of), value };
}

/** The columns of the id and of the name of a place or field. */
const named = (of: 'place' | 'a' | 'b' | 'field', id: Words, name: Words): PanelColumn[] => [
  computed(of, id, (row) => row[of]?.id ?? null),
  computed(of, name, ({ [of]: one }, language) => (one ? nameIn(one, language) : null)),
];

/** A member of the rows as it is declared. */
function declared(of: Exclude<keyof Cell, 'place' | 'a' | 'b' | 'field'>): PanelColumn {
  const { label, description, help, digits } = SHAPE[of].meta()!;
  return {
    id: of,
    title: label!,
    what: { en: description!, zh: help! },
    absent: absent(of),
    value: (row: Cell) => row[of] ?? null,
    ...(digits === undefined ? {} : { digits }),
  };
}

/** Id of a pair: both ids in their order, so that a pair has one. */
export function pairId({ a, b }: Pick<PairCell, 'a' | 'b'>): string {
  return `${a.id}|${b.id}`;
}

export const PANEL_COLUMNS: readonly PanelColumn[] = [
  ...named(
    'place',
    ['place', 'Id', '编号', 'place id', '地点编号'],
    ['name', 'Place', '地点', 'its name', '地点名称'],
  ),
  computed(
    'a',
    [
      'pair',
      'Pair',
      '地点对',
      'both ids in their order, joined by |: a pair has one and stands once',
      '两个编号按序以|连接：每对只有一个编号，只出现一次',
    ],
    ({ a, b }) => (a && b ? pairId({ a, b }) : null),
  ),
  ...named(
    'a',
    ['a', 'A', '甲', 'place id of the one that sorts first', '排序在前者的编号'],
    ['aName', 'Place A', '甲地', 'its name', '其名称'],
  ),
  ...named(
    'b',
    ['b', 'B', '乙', 'place id of the other', '另一方的编号'],
    ['bName', 'Place B', '乙地', 'its name', '其名称'],
  ),
  declared('year'),
  ...named(
    'field',
    [
      'fieldId',
      'Number',
      '领域编号',
      'OpenAlex number of the field; 0 is none',
      'OpenAlex领域编号；0为未分类',
    ],
    ['field', 'Field', '领域', 'its name', '领域名称'],
  ),
  ...(
    [
      'share',
      'count',
      'shareSquared',
      'full',
      'fractional',
      'partner',
      'score',
      'aShare',
      'bShare',
      'works',
      'km',
      'sameNation',
      'sameProvince',
      'sameRegion',
      'inside',
      'sincePolicy',
    ] as const
  ).map(declared),
];

/** Columns that a panel has, as a dictionary. */
export function dictionaryOf(panel: Pick<Panel, 'of' | 'byField'>): ({ readonly id: string } & Bilingual)[] {
  return PANEL_COLUMNS.filter((one) => !one.absent(panel)).map(({ id, what }) => ({ id, ...what }));
}
