import type { CountedBy, Counts, Directory, Listed } from '../resources/index.ts';
import type { Printable } from './printable.ts';
import { nameIn } from '../base/index.ts';
import { type Language, TEXTS } from './resource-texts.ts';

/** In English; counts in Chinese have titles of their own. */
export const COUNT_COLUMNS: Printable['columns'] = columnsIn('en');

function columnsIn(language: Language): Printable['columns'] {
  return Object.entries(TEXTS[language].counted).map(([id, title]) => ({
    id,
    title,
    ...(['opened', 'byThen', 'firm'].includes(id) ? { digits: 0 } : {}),
  }));
}

/** Resources added up through time: a row a group and year. */
export function countsOf(
  counts: Counts,
  by: CountedBy,
  { warnings, notes }: Listed,
  directory: Directory,
  language: Language,
): Printable {
  const texts = TEXTS[language];
  const name = (group: string | null): string => {
    if (group === null) return texts.none;
    const kind = directory.kinds.get(group);
    if (by === 'kind' && kind !== undefined) return nameIn(kind, language);
    if (by === 'all') return texts.all;
    return by === 'city' ? directory.facts.name(group, language) : group;
  };
  const { rows, bounds, counted, undated, notOpened } = counts;
  return {
    title: texts.counts,
    synthetic: null,
    columns: columnsIn(language),
    cells: rows.map((row) => [
      row.group,
      name(row.group),
      String(row.year),
      row.opened,
      row.byThen,
      row.firm,
    ]),
    json: {
      about: { by, bound: 'at least', counted, undated, notOpened, bounds, warnings, notes },
      rows: rows.map((row) => ({ ...row, name: name(row.group) })),
    },
    findings: [],
    about: [...bounds, ...notes, ...warnings.map(texts.warning), texts.source],
  };
}
