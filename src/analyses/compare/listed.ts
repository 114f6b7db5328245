import type { Facts } from '../../facts/index.ts';
import { areaOfPlace, browse, Directory } from '../../resources/index.ts';
import type { Bilingual } from '../../base/index.ts';
import type { CompareRow } from './question.ts';
import { type Comparison, rowOf } from './subjects.ts';
import { UNIT, WHAT } from './texts.ts';

const FIRM = (n: number): Bilingual => ({
  en: `${n} of them operate, as listed`,
  zh: `其中名录载明运行的${n}项`,
});

/** Resources that the directory lists in each place: all, and of every kind that one of them has. Lower bounds. */
export async function resourceRows({ subjects }: Comparison, facts: Facts): Promise<CompareRow[]> {
  const directory = await Directory.open({ facts });
  const found = subjects.map(
    ({ name }) => browse(directory, { area: areaOfPlace(name.id, facts) }).resources,
  );
  const kinds = [...directory.kinds.values()].filter(({ id }) =>
    found.some((resources) => resources.some(({ kind }) => kind === id)),
  );
  const row = (what: CompareRow['what'], i: number, of: (kind: string) => boolean): CompareRow => {
    const own = found[i].filter(({ kind }) => of(kind));
    const operating = own.filter(({ status }) => status === 'operating').length;
    return rowOf('resources', what, subjects[i].name, {
      value: own.length,
      unit: UNIT.listed,
      note: FIRM(operating),
    });
  };
  return [
    ...subjects.map((_, i) => row(WHAT.all, i, () => true)),
    ...kinds.flatMap(({ id, name, nameZh }) =>
      subjects.map((_, i) => row({ id: `kind-${id}`, en: name, zh: nameZh }, i, (kind) => kind === id)),
    ),
  ];
}
