import { join } from 'node:path';
import { readCsv, ROOT } from '../places/index.ts';

/**
 * What figures are about that is no place of ours: a flow between places, a cluster as somebody else draws it, a park,
 * a group. Its id begins with `x:`.
 */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly kind: string;
  /** The place of ours that comes closest; null where there is none. Its figures are not the subject's. */
  readonly place: string | null;
  /** The nation it lies in, where its place does not say; null where that is told by the place, or none is meant. */
  readonly nation: string | null;
  readonly note: string | null;
}

export async function readSubjects(): Promise<Map<string, Subject>> {
  const file = join(ROOT, 'data/subjects.csv');
  const rows = await readCsv(file, {
    required: ['id', 'name', 'name_zh', 'kind', 'place', 'nation', 'note'],
  });
  return new Map(
    rows.map(({ cells }) => [
      cells.id,
      {
        id: cells.id,
        name: cells.name,
        nameZh: cells.name_zh,
        kind: cells.kind,
        place: cells.place || null,
        nation: cells.nation || null,
        note: cells.note || null,
      },
    ]),
  );
}
