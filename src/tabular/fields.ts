import { fieldKey, type FieldRow } from '../analyses/population/field.ts';
import { inBoth, type Language } from '../base/index.ts';
import type { Printable } from './printable.ts';
import { titled } from './places.ts';

export const FIELD_COLUMNS = [
  { id: 'key', title: { en: 'Key', zh: '键' } },
  { id: 'level', title: { en: 'Level', zh: '层级' } },
  { id: 'id', title: { en: 'Id', zh: '编号' }, digits: 0 },
  { id: 'parent', title: { en: 'Part of', zh: '上级' }, digits: 0 },
  { id: 'name', title: { en: 'Name', zh: '名称' } },
  { id: 'nameZh', title: { en: 'Name (zh)', zh: '中文名' } },
] as const;

const ABOUT = inBoth({
  en: {
    title: 'Fields',
    about: 'Fields as the records name them; Chinese names from a glossary where it has them.',
  },
  zh: { title: '领域', about: '领域名称取自记录；中文名来自术语表，缺者留空。' },
});

/** Fields that a question can be about, a row each. */
export function printFields(
  rows: readonly FieldRow[],
  synthetic: string | null,
  language: Language,
): Printable {
  const told = rows.map((row) => ({
    key: fieldKey(row),
    level: row.level,
    id: row.id,
    parent: row.parent,
    name: row.name,
    nameZh: row.name_zh,
  }));
  return {
    title: ABOUT[language].title,
    language,
    synthetic,
    columns: titled(FIELD_COLUMNS, language),
    cells: told.map((row) => FIELD_COLUMNS.map(({ id }) => row[id])),
    json: { rows: told },
    findings: [],
    about: [ABOUT[language].about],
  };
}
