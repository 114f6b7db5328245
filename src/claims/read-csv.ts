import { InputError } from '../base/index.ts';
import { decodeUtf8 } from '../places/csv.ts';
import { parseCsv } from '../places/index.ts';
import type { Fault } from './faults.ts';
import type { ClaimsNodes, Fields, Node } from './node.ts';

/** The column of each field: `text_zh` is the Chinese text, `publisher` the source's. One thing instead, one change. */
const COLUMNS: Readonly<Record<string, readonly (string | number)[]>> = {
  id: ['id'],
  text: ['text', 'en'],
  text_zh: ['text', 'zh'],
  subject: ['subject'],
  metric: ['metric'],
  operator: ['operator'],
  value: ['value'],
  unit: ['unit'],
  as_of: ['as_of'],
  publisher: ['source', 'publisher'],
  title: ['source', 'title'],
  url: ['source', 'url'],
  date: ['source', 'date'],
  source_kind: ['source', 'kind'],
  check: ['check'],
  figure: ['figure'],
  of: ['of'],
  than: ['than'],
  since: ['since'],
  tolerance: ['tolerance'],
  instead_text: ['instead', 0, 'text', 'en'],
  instead_figure: ['instead', 0, 'figure'],
  vary_text: ['vary', 0, 'text', 'en'],
  vary_figure: ['vary', 0, 'figure'],
  verdict: ['verdict'],
  evidence: ['evidence'],
  judged_by: ['judged_by'],
  judged_on: ['judged_on'],
  reason: ['reason', 'en'],
  reason_zh: ['reason', 'zh'],
  needs: ['needs', 'en'],
  needs_zh: ['needs', 'zh'],
  recorded: ['recorded', 'verdict'],
  note: ['recorded', 'note'],
};

const REQUIRED = ['id', 'text', 'publisher'];

/** Claims of a table: a row each, columns as above; what is wrong with the table as a whole goes to `faults`. */
export function readCsvClaims(bytes: Uint8Array, file: string, faults: Fault[]): ClaimsNodes {
  const shape = {
    required: REQUIRED,
    optional: Object.keys(COLUMNS).filter((name) => !REQUIRED.includes(name)),
  };
  try {
    const rows = parseCsv<string>(decodeUtf8(bytes, file), shape, file);
    return { regions: null, let: null, claims: rows.map(({ line, cells }) => rowNode(cells, line)) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    faults.push({ file, line: error.line ?? 1, id: null, problem: error.detail });
    return { regions: null, let: null, claims: [] };
  }
}

type Tree = Map<string, Tree | string>;

/** A claim's cells, by column, as a node. */
export function rowNode(cells: Readonly<Record<string, string>>, line: number): Node {
  const tree: Tree = new Map();
  for (const [column, text] of Object.entries(cells)) {
    if (text === '') continue;
    const steps = COLUMNS[column].map(String);
    let at = tree;
    for (const step of steps.slice(0, -1)) {
      const next = at.get(step) ?? new Map<string, Tree | string>();
      at.set(step, next);
      at = next as Tree;
    }
    at.set(steps[steps.length - 1], text);
  }
  return nodeOf(tree, line);
}

function nodeOf(tree: Tree | string, line: number): Node {
  if (typeof tree === 'string') return { kind: 'scalar', line, text: tree };
  const items = [...tree].map(([name, inside]) => [name, { line, node: nodeOf(inside, line) }] as const);
  if (tree.size > 0 && [...tree.keys()].every((name) => /^\d+$/.test(name)))
    return { kind: 'list', line, items: items.map(([, { node }]) => node) };
  return { kind: 'fields', line, fields: new Map(items) } satisfies Fields;
}
