import { type Bilingual, InputError, type Message } from '../base/index.ts';
import { join } from 'node:path';
import { readCsv, ROOT } from '../places/index.ts';
import { nearMisses } from '../places/misspelt.ts';
import { messages } from './messages.ts';

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
  readonly scope: Bilingual;
  readonly source: Bilingual;
}

/**
 * The kinds of data/resource-kinds.csv, in its order.
 * @throws InputError where how many there are lacks of where, or its source, in one of the languages
 */
export async function readKinds(
  file = join(ROOT, 'data/resource-kinds.csv'),
): Promise<Map<string, ResourceKind>> {
  const rows = await readCsv(file, { required: ['kind', 'name', 'name_zh', ...COUNTED] });
  return new Map(
    rows.map(({ line, cells }) => {
      const { kind: id, name, name_zh: nameZh } = cells;
      return [id, { id, name, nameZh, complete: completenessOf(cells, file, line) }];
    }),
  );
}

/** Columns of how many there are. */
const COUNTED = ['listed', 'exist', 'about', 'scope', 'scope_zh', 'source', 'source_zh'] as const;

function completenessOf(
  cells: Readonly<Record<(typeof COUNTED)[number], string>>,
  file: string,
  line: number,
): Completeness | null {
  if (cells.exist === '') return null;
  const missing = COUNTED.filter((column) => column !== 'about' && cells[column] === '');
  if (missing.length > 0) throw new InputError(messages.incompleteCount({ missing }), { file, line });
  return {
    listed: Number(cells.listed),
    exist: Number(cells.exist),
    about: cells.about === 'about',
    scope: { en: cells.scope, zh: cells.scope_zh },
    source: { en: cells.source, zh: cells.source_zh },
  };
}

/** What is wrong with a kind that is not known, and the nearest ones. */
export function unknownKind(kind: string, kinds: ReadonlyMap<string, ResourceKind>): Message {
  const known = [...kinds.keys()];
  if (kind === '') return messages.noKind({ known });
  return messages.unknownKind({ kind, near: nearMisses(kind, known, 3).map(({ key }) => key), known });
}

/** @throws InputError for a kind that is none */
export function requireKind(kind: string, kinds: ReadonlyMap<string, ResourceKind>): void {
  if (kinds.has(kind)) return;
  throw new InputError(unknownKind(kind, kinds));
}
