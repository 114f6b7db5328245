import { sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { FIELD_LEVELS, type FieldName, fieldNames, fieldOfSubfield } from '../field-table/level.ts';
import { fieldOutputs, type UnitChoice, type YearOutput } from '../output/output.ts';
import type { Population } from '../population/population.ts';
import type { PlaceFacts } from './places.ts';
import type { PlaceCell } from './question.ts';
import type { Insides } from './regions.ts';

export interface PlacePanelQuestion {
  readonly population: Population;
  readonly places: readonly PlaceFacts[];
  readonly years: readonly number[];
  readonly insides: Insides;
}

/** One output of a place, or that of nothing. */
type Output = Pick<YearOutput, 'share' | 'count' | 'shareSquared'>;
const NOTHING: Output = { share: 0, count: 0, shareSquared: 0 };

/** A row for every place and year, zeros written out, place by place. */
export function placeCells(
  { population, places, years, insides }: PlacePanelQuestion,
  outputs: readonly YearOutput[],
): PlaceCell[] {
  const found = new Map(outputs.map((one) => [`${one.unit}|${one.year}`, one]));
  return places.flatMap((place, i) =>
    years.map((year) => ({
      ...about(place, i, year, insides),
      field: null,
      works: population.worksByYear.get(year)!,
      ...output(found.get(`${place.name.id}|${year}`)),
    })),
  );
}

/** The fields of a level that have works under the filters, *none* first where some have none, and how many by year. */
export interface PanelFields {
  readonly fields: readonly FieldName[];
  /** By `field|year`. */
  readonly works: ReadonlyMap<string, number>;
}

export async function panelFields(
  observatory: Observatory,
  population: Population,
  level: (typeof FIELD_LEVELS)[number],
): Promise<PanelFields> {
  const names = await fieldNames(observatory, level);
  const rows = await observatory.query<{ field: number; year: number; works: number }>(sql`
    SELECT f.field, w.year, count(*) AS works FROM works w
    JOIN (${fieldOfSubfield(level)} UNION ALL SELECT 0, 0) f ON f.subfield = w.subfield
    WHERE ${population.aggregateFilter('w')} GROUP BY f.field, w.year ORDER BY f.field, w.year`);
  const ids = [...new Set(rows.map(({ field }) => field))];
  return {
    fields: ids.map((id) => names.get(String(id)) ?? NONE),
    works: new Map(rows.map(({ field, year, works }) => [`${field}|${year}`, works])),
  };
}

const NONE: FieldName = { id: 0, name: 'none', nameZh: '未分类' };

/** A row for every place, year and field, zeros written out, place by place and year by year. */
export async function fieldCells(
  observatory: Observatory,
  { population, places, years, insides }: PlacePanelQuestion,
  { fields, works }: PanelFields,
  choice: UnitChoice,
  level: (typeof FIELD_LEVELS)[number],
): Promise<PlaceCell[]> {
  const rows = await fieldOutputs(observatory, population, choice, level);
  const found = new Map(rows.map((one) => [`${one.unit}|${one.year}|${one.field}`, one]));
  return places.flatMap((place, i) =>
    years.flatMap((year) =>
      fields.map((field) => ({
        ...about(place, i, year, insides),
        field,
        works: works.get(`${field.id}|${year}`) ?? 0,
        ...output(found.get(`${place.name.id}|${year}|${field.id}`)),
      })),
    ),
  );
}

function output({ share, count, shareSquared }: Output = NOTHING): Output {
  return { share, count, shareSquared };
}

function about(
  { name }: PlaceFacts,
  i: number,
  year: number,
  insides: Insides,
): Pick<PlaceCell, 'place' | 'year' | 'inside' | 'sincePolicy'> {
  const { ids, policyYear } = insides.of(i);
  return { place: name, year, inside: ids, sincePolicy: policyYear === null ? null : year - policyYear };
}
