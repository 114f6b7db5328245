import { join } from 'node:path';
import { InputError, readCsv, ROOT } from '../places/index.ts';
import { nearMisses } from '../places/misspelt.ts';

/** A kind of resource, and how complete the shipped list is where somebody counts how many there are. */
export interface ResourceKind {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  /** Null where no count is known. */
  readonly complete: Completeness | null;
}

export interface Completeness {
  /** How many of them the shipped list has. */
  readonly listed: number;
  readonly exist: number;
  /** Whether `exist` is itself only about so many. */
  readonly about: boolean;
  /** Of where, or of which programme. */
  readonly scope: string;
  readonly source: string;
}

/** The kinds of data/resource-kinds.csv, in its order. */
export async function readKinds(): Promise<Map<string, ResourceKind>> {
  const rows = await readCsv(join(ROOT, 'data/resource-kinds.csv'), {
    required: ['kind', 'name', 'name_zh', 'listed', 'exist', 'about', 'scope', 'source'],
  });
  return new Map(
    rows.map(({ cells: { kind, name, name_zh: nameZh, listed, exist, about, scope, source } }) => [
      kind,
      {
        id: kind,
        name,
        nameZh,
        complete:
          exist === ''
            ? null
            : { listed: Number(listed), exist: Number(exist), about: about === 'about', scope, source },
      },
    ]),
  );
}

/** What is wrong with a kind that is none, and the nearest ones. */
export function unknownKind(
  kind: string,
  kinds: ReadonlyMap<string, ResourceKind>,
): { what: string; todo: string } {
  const near = nearMisses(kind, kinds.keys(), 3).map(({ key }) => key);
  return {
    what: kind === '' ? 'it has no kind' : `“${kind}” is no kind of resource`,
    todo:
      near.length > 0 ? `Did you mean ${near.join(', ')}?` : `Use one of ${[...kinds.keys()].join(', ')}.`,
  };
}

/** @throws InputError for a kind that is none */
export function requireKind(kind: string, kinds: ReadonlyMap<string, ResourceKind>): void {
  if (kinds.has(kind)) return;
  const { what, todo } = unknownKind(kind, kinds);
  throw new InputError(`${what}.`, { todo });
}
