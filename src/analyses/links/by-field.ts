import { messages } from './messages.ts';
import { list, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { fieldKey, fieldsOf } from '../population/field.ts';
import { fieldOfSubfield } from '../field-table/level.ts';
import type { LinksParams } from './question.ts';
import { type LinkQuestion, membersOf } from '../collaboration/question.ts';
import type { Population } from '../population/population.ts';

/** A field in which a pair is asked about, and the text that asks for it. */
export interface FieldAsked {
  readonly key: string;
  readonly level: string;
  readonly id: number;
  readonly name: string;
  readonly nameZh: string | null;
}

type By = NonNullable<LinksParams['by']>;
const LEVELS: readonly string[] = ['domain', 'field', 'subfield', 'topic'];
const NONE: FieldAsked = { key: 'none', level: 'subfield', id: 0, name: 'none', nameZh: '未分类' };

/** @throws InputError where there is no one pair to be split, or nothing to split it by */
export function refuseByField(population: Population, by: By, question: LinkQuestion): void {
  if (question.ask !== 'pair') throw new InputError(messages.fieldsOfManyPairs());
  const level = population.field?.level;
  if (level !== undefined && LEVELS.indexOf(by) < LEVELS.indexOf(level))
    throw new InputError(messages.fieldAbove({ field: population.field!, by }));
}

/** The fields of a level in which two places have joint works, those with most before; works without a field as *none*. */
export async function fieldsOfPair(
  observatory: Observatory,
  population: Population,
  by: By,
  { place, partner, adHoc }: LinkQuestion & { readonly ask: 'pair' },
): Promise<readonly FieldAsked[]> {
  const cities = await membersOf(observatory, [place, partner], adHoc);
  const [here, there] = [place, partner].map(({ id }) => population.cityWorks(sql`${list(cities.get(id)!)}`));
  const rows = await observatory.query<{ field: number }>(sql`
    SELECT f.field, count(DISTINCT h.work) AS works
    FROM (${here}) h JOIN (${there}) t ON t.work = h.work
    JOIN (${fieldOfSubfield(by)} UNION ALL SELECT 0, 0) f ON f.subfield = h.subfield
    GROUP BY f.field ORDER BY works DESC, f.field`);
  const names = new Map((await fieldsOf(observatory, [by])).map((row) => [row.id, row]));
  return rows.map(({ field }) => {
    const row = names.get(field);
    if (row === undefined) return NONE;
    const { level, id, name, name_zh: nameZh } = row;
    return { key: fieldKey(row), level, id, name: name ?? String(id), nameZh };
  });
}
