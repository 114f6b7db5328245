import { sectorZh } from '../analyses/population/filter-texts.ts';
import type { SectorRow } from '../analyses/population/sectors.ts';
import { inBoth, type Language } from '../base/index.ts';
import { titled } from './places.ts';
import type { Printable } from './printable.ts';

export const SECTOR_COLUMNS = [
  { id: 'sector', title: { en: 'Sector', zh: '部门' } },
  { id: 'name', title: { en: 'Name (zh)', zh: '中文名' } },
  { id: 'institutions', title: { en: 'Institutions', zh: '机构数' }, digits: 0 },
] as const;

const ABOUT = inBoth({
  en: {
    title: 'Sectors',
    about: 'ROR types of the institutions that have works in a city here; an institution may have several.',
  },
  zh: { title: '部门', about: '在本观测库的城市中有论文的机构，按ROR类型；一个机构可有多个类型。' },
});

/** Sectors that a question can be narrowed to, a row each. */
export function printSectors(
  rows: readonly SectorRow[],
  synthetic: string | null,
  language: Language,
): Printable {
  const told = rows.map(({ sector, institutions }) => ({ sector, name: sectorZh(sector), institutions }));
  return {
    title: ABOUT[language].title,
    language,
    synthetic,
    columns: titled(SECTOR_COLUMNS, language),
    cells: told.map((row) => SECTOR_COLUMNS.map(({ id }) => row[id])),
    json: { rows: told },
    findings: [],
    about: [ABOUT[language].about],
  };
}
