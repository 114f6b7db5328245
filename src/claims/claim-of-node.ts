import type { z } from 'zod';
import { CHECKS, type Claim, claimSchema, FIELDS } from './claim.ts';
import type { Fault } from './faults.ts';
import { lineAt, type Node, plain } from './node.ts';
import { soundness } from './sound.ts';
import { unknownField } from './unknown-field.ts';

/** The claim that a node is; null where it is none, and what is wrong with it in `faults`. */
export function claimOfNode(node: Node, file: string, faults: Fault[]): Claim | null {
  const id = node.kind === 'fields' ? node.fields.get('id')?.node : undefined;
  const named = id?.kind === 'scalar' ? id.text : null;
  const fail = (path: readonly PropertyKey[], what: string, todo: string): void =>
    void faults.push({ file, line: lineAt(node, path), id: named, what, todo });
  if (node.kind !== 'fields') {
    fail([], 'a claim is no list of fields', 'Write its fields one a line: id: …');
    return null;
  }
  const given = plain(node) as Record<string, unknown>;
  given.check ??= 'figure' in given ? 'computed' : 'verdict' in given ? 'judged' : 'none';
  const parsed = claimSchema.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      for (const { path, what, todo } of told(issue, given)) fail(path, what, todo);
    }
    return null;
  }
  const claim: Claim = { ...parsed.data, file, line: node.line };
  const wrong = claim.check === 'computed' ? soundness(claim) : [];
  for (const { path, what, todo } of wrong) fail(path, what, todo);
  return wrong.length > 0 ? null : claim;
}

interface Told {
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly todo: string;
}

/** A fault as the schema finds it, in words that say what to write. */
function told(issue: z.core.$ZodIssue, given: Record<string, unknown>): Told[] {
  const { path } = issue;
  const field = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const part = [...path].reverse().find((step) => typeof step === 'string') ?? String(given.check);
    return issue.keys.map((key) => ({ path: [...path, key], ...unknownField(key, FIELDS[part] ?? []) }));
  }
  const value = path.reduce<unknown>(
    (at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step],
    given,
  );
  if (value === undefined)
    return [{ path, what: `it lacks \`${field}\``, todo: remedyOf(field, String(given.check)) }];
  if (issue.code === 'invalid_union' || field === 'check')
    return [{ path, what: `check is “${said(value)}”`, todo: `Use ${CHECKS.join(', ')}.` }];
  if (issue.code === 'invalid_value')
    return [
      { path, what: `${field} is “${said(value)}”`, todo: `Use ${issue.values.map(String).join(', ')}.` },
    ];
  if (issue.code === 'invalid_type')
    return [
      {
        path,
        what: `${field} is ${shapeOf(value)}`,
        todo: `Write ${WANTED[issue.expected] ?? issue.expected}.`,
      },
    ];
  return [{ path, what: `${field}: “${said(value)}” ${issue.message}`, todo: 'Correct it.' }];
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'fields with names',
  record: 'fields with names',
  array: 'a list',
};

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? `the text “${said(value)}”` : 'a list of fields';
}

function said(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function remedyOf(field: string, check: string): string {
  if (field === 'operator' || field === 'value')
    return 'Write it; a bare > or ~ has another meaning in YAML: put it in quotes, ">".';
  if (field === 'needs') return 'Say what it would take to check it, or give it a `figure`.';
  return `A ${check} claim has one.`;
}
