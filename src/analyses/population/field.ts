import { messages } from '../messages.ts';
import { InputError } from '../../base/index.ts';
import { sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { normaliseName } from '../../places/index.ts';
import { nearMisses } from '../../places/misspelt.ts';

export interface Field {
  readonly level: 'domain' | 'field' | 'subfield' | 'topic';
  readonly id: number;
  readonly name: string;
  readonly nameZh: string | null;
  /** The subfields that make it up; null for a topic, which aggregates do not know. */
  readonly subfields: readonly number[] | null;
}

export interface FieldRow {
  readonly level: Field['level'];
  readonly id: number;
  readonly parent: number | null;
  readonly name: string | null;
  readonly name_zh: string | null;
}

/** Domains, fields and subfields of the observatory, and topics where they are asked for; works without a field are none of them. */
export async function fieldsOf(
  observatory: Observatory,
  levels: readonly Field['level'][],
): Promise<readonly FieldRow[]> {
  const rows = await allFields(observatory);
  return rows
    .filter(({ level, id }) => id !== 0 && levels.includes(level))
    .sort((a, b) => a.id - b.id || (a.level < b.level ? -1 : 1));
}

const known = new WeakMap<Observatory, Promise<readonly FieldRow[]>>();

/** Every field of an observatory by level and id, read once. */
export function allFields(observatory: Observatory): Promise<readonly FieldRow[]> {
  const coming =
    known.get(observatory) ??
    observatory.query<FieldRow>(sql`SELECT level, id, parent, name, name_zh FROM fields ORDER BY level, id`);
  known.set(observatory, coming);
  // What failed, such as a query that was cancelled, is asked again.
  coming.catch(() => known.delete(observatory));
  return coming;
}

/** The text that asks for a field and for no other. */
export const fieldKey = ({ level, id }: Pick<FieldRow, 'level' | 'id'>): string => `${level}:${id}`;

/** An OpenAlex number, with its level before it where the digits alone would not say which is meant. */
const NUMBER = /^(?:https:\/\/openalex\.org\/)?(?:(domain|field|subfield|topic)s?[/:])?(T?)([0-9]+)$/i;

/**
 * The field that a person means by a name (English or Chinese, exact) or an OpenAlex number: domains are 1 to 4,
 * fields two digits, subfields four, topics start with T. `none` are the works without a field.
 * @throws InputError where nothing fits, or more than one does
 */
export async function resolveField(observatory: Observatory, text: string): Promise<Field> {
  const rows = await allFields(observatory);
  const wanted = text.trim();
  if (/^(none|0|未分类)$/i.test(wanted))
    return { level: 'subfield', id: 0, name: 'none', nameZh: '未分类', subfields: [0] };
  const number = NUMBER.exec(wanted);
  const key = normaliseName(wanted);
  const found =
    number === null
      ? rows.filter((row) => row.id !== 0 && keysOf(row).includes(key))
      : rows.filter((row) => row.id === Number(number[3]) && row.level === levelOf(number));
  if (found.length === 0) {
    const near = number === null ? suggestions(key, rows) : [];
    throw new InputError(
      messages.unknownField({
        text: wanted,
        near: near.map(labelled),
        all: rows.filter((row) => row.level === 'field' && row.id !== 0).map(labelled),
      }),
      { parameter: 'field' },
    );
  }
  // A domain and a field may bear one name (Social Sciences); the level before the number tells them apart.
  if (found.length > 1)
    throw new InputError(messages.severalFields({ text: wanted, found: found.map(labelled) }), {
      parameter: 'field',
    });
  const [row] = found;
  return {
    level: row.level,
    id: row.id,
    name: row.name ?? String(row.id),
    nameZh: row.name_zh,
    subfields: subfieldsOf(row, rows),
  };
}

function keysOf({ name, name_zh }: FieldRow): string[] {
  return [name, name_zh].flatMap((text) => (text === null ? [] : [normaliseName(text)]));
}

const labelled = ({ level, id, name, name_zh: nameZh }: FieldRow) => ({ level, id, name, nameZh });

/** Fields whose names are misspelt so, or hold the words given: the higher levels first, five at most. */
function suggestions(key: string, rows: readonly FieldRow[]): FieldRow[] {
  const keys = new Map(rows.filter(({ id }) => id !== 0).map((row) => [row, keysOf(row)]));
  const misspelt = new Set(nearMisses(key, [...keys.values()].flat(), 20).map((miss) => miss.key));
  const order = ['domain', 'field', 'subfield', 'topic'];
  return [...keys]
    .filter(([, names]) => names.some((name) => misspelt.has(name) || (key.length > 2 && name.includes(key))))
    .map(([row]) => row)
    .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
    .slice(0, 5);
}

function levelOf([, given, prefix, digits]: readonly string[]): Field['level'] {
  const levels = ['domain', 'field', 'subfield', 'topic'] as const;
  const named = levels.find((level) => level === (given as string | undefined)?.toLowerCase());
  if (named !== undefined) return named;
  if (prefix !== '') return 'topic';
  return { 1: levels[0], 2: levels[1], 4: levels[2] }[digits.length] ?? 'topic';
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
