import { sql } from '../engine/sql.ts';
import type { Observatory } from '../observatory/index.ts';
import { InputError, normaliseName } from '../places/index.ts';

export interface Field {
  readonly level: 'domain' | 'field' | 'subfield' | 'topic';
  readonly id: number;
  readonly name: string;
  /** The subfields that make it up; null for a topic, which aggregates do not know. */
  readonly subfields: readonly number[] | null;
}

interface FieldRow {
  readonly level: Field['level'];
  readonly id: number;
  readonly parent: number | null;
  readonly name: string | null;
  readonly name_zh: string | null;
}

/**
 * The field that a person means by a name (English or Chinese, exact) or an OpenAlex number: domains are 1 to 4,
 * fields two digits, subfields four, topics start with T. `none` are the works without a field.
 * @throws InputError where nothing fits, or more than one does
 */
export async function resolveField(observatory: Observatory, text: string): Promise<Field> {
  const rows = await observatory.query<FieldRow>(
    sql`SELECT level, id, parent, name, name_zh FROM fields ORDER BY level, id`,
  );
  const wanted = text.trim();
  if (/^(none|0|未分类)$/i.test(wanted)) return { level: 'subfield', id: 0, name: 'none', subfields: [0] };
  const number =
    /^(?:(?:https:\/\/openalex\.org\/)?(?:domains|fields|subfields|topics)\/|domain:|field:|subfield:|topic:)?(T?)([0-9]+)$/i.exec(
      wanted,
    );
  const found =
    number === null
      ? rows.filter(
          (row) =>
            row.id !== 0 &&
            [row.name, row.name_zh].some(
              (name) => name !== null && normaliseName(name) === normaliseName(wanted),
            ),
        )
      : rows.filter((row) => row.id === Number(number[2]) && row.level === levelOf(number[1], number[2]));
  const labels = (some: readonly FieldRow[]): string =>
    some
      .map((row) => `${row.level} ${row.level === 'topic' ? 'T' : ''}${row.id} ${row.name ?? ''}`)
      .join('; ');
  if (found.length === 0) {
    const fields = rows.filter((row) => row.level === 'field' && row.id !== 0);
    throw new InputError(`no field “${wanted}” in this observatory.`, {
      todo: `Fields are: ${labels(fields)}.`,
    });
  }
  // A domain and a field may bear one name (Social Sciences); the number tells them apart.
  if (found.length > 1)
    throw new InputError(`“${wanted}” fits several fields.`, { todo: `Give the number: ${labels(found)}.` });
  const [row] = found as [FieldRow];
  return {
    level: row.level,
    id: row.id,
    name: row.name ?? String(row.id),
    subfields: subfieldsOf(row, rows),
  };
}

function levelOf(prefix: string, digits: string): Field['level'] {
  if (prefix !== '') return 'topic';
  return digits.length === 1
    ? 'domain'
    : digits.length === 2
      ? 'field'
      : digits.length === 4
        ? 'subfield'
        : 'topic';
}

function subfieldsOf(row: FieldRow, rows: readonly FieldRow[]): number[] | null {
  if (row.level === 'topic') return null;
  if (row.level === 'subfield') return [row.id];
  const below = (level: Field['level'], parents: ReadonlySet<number>): number[] =>
    rows
      .filter((other) => other.level === level && other.parent !== null && parents.has(other.parent))
      .map(({ id }) => id);
  const fields = row.level === 'field' ? [row.id] : below('field', new Set([row.id]));
  return below('subfield', new Set(fields));
}
