import { join } from 'node:path';
import { readCsv, ROOT } from '../places/index.ts';

/** A kind of resource, and how many there are where somebody counts them. */
export interface ResourceKind {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  /** How many exist, wherever they are listed; null where no count is known. */
  readonly exist: {
    readonly count: number;
    /** Of where, or of which programme. */
    readonly scope: string;
    readonly about: boolean;
    readonly source: string;
  } | null;
}

/** The kinds of data/resource-kinds.csv, in its order. */
export async function readKinds(): Promise<Map<string, ResourceKind>> {
  const rows = await readCsv(join(ROOT, 'data/resource-kinds.csv'), {
    required: ['kind', 'name', 'name_zh', 'exist', 'scope', 'about', 'source'],
  });
  return new Map(
    rows.map(({ cells }) => [
      cells.kind,
      {
        id: cells.kind,
        name: cells.name,
        nameZh: cells.name_zh,
        exist:
          cells.exist === ''
            ? null
            : {
                count: Number(cells.exist),
                scope: cells.scope,
                about: cells.about === 'about',
                source: cells.source,
              },
      },
    ]),
  );
}
