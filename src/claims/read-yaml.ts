import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node as YamlNode,
  parseDocument,
  type Pair,
  Scalar as YamlScalar,
} from 'yaml';
import type { Fault } from './faults.ts';
import type { ClaimsNodes, Node } from './node.ts';
import { unknownField } from './unknown-field.ts';
import { tooMuch } from './yaml-guard.ts';

/** Deeper than any claim. */
const DEEPEST = 16;
/** Nodes that aliases may stand for, all together: a source used by every claim of a large file. */
const MOST_ALIASED = 1_000_000;
const FIELDS = ['regions', 'let', 'claims'];

/** A node with how much it holds and whether an alias is among it. */
interface Sized {
  readonly node: Node;
  readonly size: number;
  readonly aliased: boolean;
}

/** Claims of YAML text: a list of them, or `regions`, `let` and `claims`. What is wrong goes to `faults`. */
export function readYaml(text: string, file: string, faults: Fault[]): ClaimsNodes {
  const lines = new LineCounter();
  const nothing: ClaimsNodes = { regions: null, let: null, claims: [] };
  const fail = (line: number, what: string, todo: string): void =>
    void faults.push({ file, line, id: null, what, todo });
  const excess = tooMuch(text);
  if (excess !== null) {
    fail(1, excess, 'Write claims as docs/is-it-true.md shows, and split a file that is larger.');
    return nothing;
  }
  let root: YamlNode | null;
  try {
    // Keys are held to be unique below: the parser takes time squared for it.
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      merge: false,
    });
    const told = new Set<number>();
    for (const { message, pos } of [...document.errors, ...document.warnings]) {
      const { line } = lines.linePos(pos[0]);
      // What follows from the first fault of a line helps nobody.
      if (!told.has(line))
        fail(line, `is no valid YAML: ${message}`, yamlRemedy(message, lineOf(text, line)));
      told.add(line);
    }
    if (document.errors.length > 0) return nothing;
    root = document.contents;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fail(1, `nests deeper than a claim does`, 'Write claims as docs/is-it-true.md shows.');
    return nothing;
  }
  if (root === null) {
    fail(1, 'is empty', 'Write a list of claims.');
    return nothing;
  }
  const { node } = new Walk(lines, fail).walk(root, 0);
  if (node.kind === 'list') return { ...nothing, claims: node.items };
  if (node.kind === 'scalar') {
    fail(node.line, 'is neither a list of claims nor has `claims`', 'Write a list of claims.');
    return nothing;
  }
  for (const [name, { line }] of node.fields)
    if (!FIELDS.includes(name)) faults.push({ file, line, id: null, ...unknownField(name, FIELDS) });
  const claims = node.fields.get('claims')?.node;
  if (claims?.kind !== 'list')
    fail(claims?.line ?? 1, '`claims` is no list', 'Write each claim as an item: - id: …');
  return {
    regions: node.fields.get('regions')?.node ?? null,
    let: node.fields.get('let')?.node ?? null,
    claims: claims?.kind === 'list' ? claims.items : [],
  };
}

function lineOf(text: string, line: number): string {
  return text.split('\n', line).at(-1) ?? '';
}

function yamlRemedy(message: string, line: string): string {
  if (/block scalar/i.test(message))
    return 'A bare > or | opens a block of text: put the operator in quotes, ">".';
  if (/^ *\t/.test(line)) return 'A tab begins the line: indent with spaces.';
  return 'Correct it; a text with “: ” or “#” inside needs quotes.';
}

class Walk {
  readonly #anchors = new Map<string, Sized>();
  #aliased = 0;

  constructor(
    private readonly lines: LineCounter,
    private readonly fail: (line: number, what: string, todo: string) => void,
  ) {}

  walk(from: YamlNode | null, depth: number, line = 1): Sized {
    const at = from?.range == null ? line : this.lines.linePos(from.range[0]).line;
    const nothing: Sized = { node: { kind: 'scalar', line: at, text: null }, size: 1, aliased: false };
    if (depth > DEEPEST) {
      this.fail(at, `nests deeper than ${DEEPEST}`, 'Write claims as docs/is-it-true.md shows.');
      return nothing;
    }
    if (isAlias(from)) return this.#alias(from.source, at) ?? nothing;
    let found = nothing;
    if (isMap(from)) found = this.#fields(from.items as Pair<YamlNode | null, YamlNode | null>[], at, depth);
    else if (isSeq(from)) found = this.#list(from.items as YamlNode[], at, depth);
    else if (isScalar(from)) found = { ...nothing, node: { kind: 'scalar', line: at, text: textOf(from) } };
    const anchor = from === null ? undefined : (from as { anchor?: string }).anchor;
    if (anchor !== undefined) this.#anchors.set(anchor, found);
    return found;
  }

  #alias(name: string, line: number): Sized | null {
    const target = this.#anchors.get(name);
    if (target === undefined)
      this.fail(line, `*${name} stands for nothing above it`, `Give &${name} to something.`);
    else if (target.aliased)
      this.fail(line, `*${name} stands for something with an alias in it`, 'Write one of the two out.');
    else if ((this.#aliased += target.size) > MOST_ALIASED) {
      if (this.#aliased - target.size <= MOST_ALIASED)
        this.fail(
          line,
          'the aliases of the file stand for too much',
          'Write out what they stand for, or use fewer.',
        );
    } else return { node: { ...target.node, line }, size: 1, aliased: true };
    return null;
  }

  #list(items: readonly YamlNode[], line: number, depth: number): Sized {
    const walked = items.map((item) => this.walk(item, depth + 1, line));
    return {
      node: { kind: 'list', line, items: walked.map(({ node }) => node) },
      size: walked.reduce((so, { size }) => so + size, 1),
      aliased: walked.some(({ aliased }) => aliased),
    };
  }

  #fields(pairs: readonly Pair<YamlNode | null, YamlNode | null>[], line: number, depth: number): Sized {
    const fields = new Map<string, { line: number; node: Node }>();
    let size = 1;
    let aliased = false;
    for (const { key, value } of pairs) {
      const named = this.walk(key, depth + 1, line).node;
      const name = named.kind === 'scalar' ? named.text : null;
      if (name === null) {
        this.fail(named.line, 'a field without a name', 'Write name: value.');
        continue;
      }
      const inside = this.walk(value, depth + 1, named.line);
      const before = fields.get(name);
      if (before !== undefined)
        this.fail(named.line, `${name} is given twice, first in line ${before.line}`, 'Remove one.');
      fields.set(name, { line: named.line, node: inside.node });
      size += inside.size;
      aliased ||= inside.aliased;
    }
    return { node: { kind: 'fields', line, fields }, size, aliased };
  }
}

/** The text of a scalar as written, not as YAML would read it: no number loses its zeros, no date becomes another. */
function textOf(scalar: YamlScalar): string | null {
  if (typeof scalar.value === 'string') return scalar.value === '' ? null : scalar.value;
  const { source } = scalar;
  return scalar.value === null || source === undefined || source === '' ? null : source;
}
