import {
  type ErrorCode,
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
import type { Message } from '../base/index.ts';
import type { Fault } from './faults.ts';
import { messages, type YamlRemedy } from './file-messages.ts';
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
  const fail = (line: number, problem: Message): void => void faults.push({ file, line, id: null, problem });
  const excess = tooMuch(text);
  if (excess !== null) {
    fail(1, excess);
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
    const faulty = new Set<number>();
    for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
      const { line, col: column } = lines.linePos(pos[0]);
      // What follows from the first fault of a line helps nobody.
      if (!faulty.has(line))
        fail(line, messages.notYaml({ column, message, remedy: yamlRemedy(code, lineOf(text, line)) }));
      faulty.add(line);
    }
    if (document.errors.length > 0) return nothing;
    root = document.contents;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fail(1, messages.tooDeep({ most: DEEPEST }));
    return nothing;
  }
  if (root === null) {
    fail(1, messages.empty());
    return nothing;
  }
  const { node } = new Walk(lines, fail).walk(root, 0);
  if (node.kind === 'list') return { ...nothing, claims: node.items };
  if (node.kind === 'scalar') {
    fail(node.line, messages.notList());
    return nothing;
  }
  for (const [name, { line }] of node.fields)
    if (!FIELDS.includes(name)) fail(line, unknownField(name, FIELDS));
  const claims = node.fields.get('claims')?.node;
  if (claims?.kind !== 'list') fail(claims?.line ?? 1, messages.claimsNotList());
  return {
    regions: node.fields.get('regions')?.node ?? null,
    let: node.fields.get('let')?.node ?? null,
    claims: claims?.kind === 'list' ? claims.items : [],
  };
}

function lineOf(text: string, line: number): string {
  return text.split('\n', line).at(-1) ?? '';
}

/** What the parser finds where a bare > or | stands before something else. */
const AT_BLOCK: readonly ErrorCode[] = ['UNEXPECTED_TOKEN', 'BAD_SCALAR_START'];
/** A value that begins with one. */
const BLOCK = /(?:[:-] +|[[{,] *)[>|]/;

function yamlRemedy(code: ErrorCode, line: string): YamlRemedy {
  if (AT_BLOCK.includes(code) && BLOCK.test(line)) return 'quote operator';
  return /^ *\t/.test(line) ? 'indent with spaces' : 'quote text';
}

class Walk {
  readonly #anchors = new Map<string, Sized>();
  #aliased = 0;

  constructor(
    private readonly lines: LineCounter,
    private readonly fail: (line: number, problem: Message) => void,
  ) {}

  walk(from: YamlNode | null, depth: number, line = 1): Sized {
    const at = from?.range == null ? line : this.lines.linePos(from.range[0]).line;
    const nothing: Sized = { node: { kind: 'scalar', line: at, text: null }, size: 1, aliased: false };
    if (depth > DEEPEST) {
      this.fail(at, messages.tooDeep({ most: DEEPEST }));
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
    if (target === undefined) this.fail(line, messages.unknownAlias({ name }));
    else if (target.aliased) this.fail(line, messages.aliasOfAlias({ name }));
    else if ((this.#aliased += target.size) > MOST_ALIASED) {
      if (this.#aliased - target.size <= MOST_ALIASED) this.fail(line, messages.tooManyAliases());
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
        this.fail(named.line, messages.fieldWithoutName());
        continue;
      }
      const inside = this.walk(value, depth + 1, named.line);
      const before = fields.get(name);
      if (before !== undefined) this.fail(named.line, messages.fieldTwice({ name, line: before.line }));
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
