/** A part of a claims file as it was written, with its line: YAML and CSV both become this. */
export type Node = Scalar | List | Fields;

export interface Scalar {
  readonly kind: 'scalar';
  readonly line: number;
  /** As written, so that 1.10 stays 1.10; null where nothing is written. */
  readonly text: string | null;
}

export interface List {
  readonly kind: 'list';
  readonly line: number;
  readonly items: readonly Node[];
}

export interface Fields {
  readonly kind: 'fields';
  readonly line: number;
  readonly fields: ReadonlyMap<string, { readonly line: number; readonly node: Node }>;
}

/** A file whose claims are all to be read. */
export interface ClaimsNodes {
  readonly regions: Node | null;
  readonly let: Node | null;
  readonly claims: readonly Node[];
}

/** The node as plain text, lists and objects; what is empty is left out. */
export function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.text ?? undefined;
  if (node.kind === 'list') return node.items.map(plain);
  // Without a prototype, a field called __proto__ is a field like any other.
  const object = Object.create(null) as Record<string, unknown>;
  for (const [name, field] of node.fields) {
    const value = plain(field.node);
    if (value !== undefined) object[name] = value;
  }
  return object;
}

/** Line of what stands at a path; of the nearest that there is, where something lacks. */
export function lineAt(node: Node, path: readonly PropertyKey[]): number {
  if (path.length === 0) return node.line;
  const [step, ...rest] = path;
  if (node.kind === 'list' && typeof step === 'number' && step < node.items.length)
    return lineAt(node.items[step], rest);
  const field = node.kind === 'fields' ? node.fields.get(String(step)) : undefined;
  if (field === undefined) return node.line;
  return rest.length === 0 ? field.line : lineAt(field.node, rest);
}
