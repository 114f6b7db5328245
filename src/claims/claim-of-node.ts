import type { z } from 'zod';
import type { Message } from '../base/index.ts';
import { CHECKS, type Claim, claimSchema, FIELDS } from './claim.ts';
import type { Fault } from './faults.ts';
import { isForm, messages, type Shape } from './messages.ts';
import { lineAt, type Node, plain } from './node.ts';
import { soundness } from './sound.ts';
import { unknownField } from './unknown-field.ts';

/** The claim that a node is; null where it is none, and what is wrong with it in `faults`. */
export function claimOfNode(node: Node, file: string, faults: Fault[]): Claim | null {
  const id = node.kind === 'fields' ? node.fields.get('id')?.node : undefined;
  const named = id?.kind === 'scalar' ? id.text : null;
  const fail = (path: readonly PropertyKey[], problem: Message): void =>
    void faults.push({ file, line: lineAt(node, path), id: named, problem });
  if (node.kind !== 'fields') {
    fail([], messages.claimNotFields());
    return null;
  }
  const given = plain(node) as Record<string, unknown>;
  given.check ??= 'figure' in given ? 'computed' : 'verdict' in given ? 'judged' : 'none';
  const parsed = claimSchema.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      for (const { path, problem } of faultsOf(issue, given)) fail(path, problem);
    }
    return null;
  }
  const claim: Claim = { ...parsed.data, file, line: node.line };
  const wrong = claim.check === 'computed' ? soundness(claim) : [];
  for (const { path, problem } of wrong) fail(path, problem);
  return wrong.length > 0 ? null : claim;
}

interface SchemaFault {
  readonly path: readonly PropertyKey[];
  readonly problem: Message;
}

/** A fault as the schema finds it, in words that say what to write. */
function faultsOf(issue: z.core.$ZodIssue, given: Record<string, unknown>): SchemaFault[] {
  const { path } = issue;
  const field = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const part = [...path].reverse().find((step) => typeof step === 'string') ?? String(given.check);
    return issue.keys.map((key) => ({
      path: [...path, key],
      problem: unknownField(key, FIELDS[part] ?? []),
    }));
  }
  const value = path.reduce<unknown>(
    (at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step],
    given,
  );
  return [{ path, problem: problemOf(issue, field, value, String(given.check)) }];
}

function problemOf(issue: z.core.$ZodIssue, field: string, value: unknown, check: string): Message {
  if (value === undefined) return messages.missingField({ field, check });
  if (issue.code === 'invalid_union' || field === 'check')
    return messages.notAllowed({ field: 'check', value: shown(value), allowed: CHECKS });
  if (issue.code === 'invalid_value')
    return messages.notAllowed({ field, value: shown(value), allowed: issue.values.map(String) });
  if (issue.code === 'invalid_type')
    return messages.wrongShape({
      field,
      shape: shapeOf(value),
      text: shown(value),
      wanted: WANTED[issue.expected] ?? 'text',
    });
  if (issue.code === 'invalid_key')
    return messages.wrongForm({ field, value: String(issue.path.at(-1)), form: 'name' });
  return messages.wrongForm({
    field,
    value: shown(value),
    form: isForm(issue.message) ? issue.message : null,
  });
}

const WANTED: Readonly<Record<string, Shape>> = { object: 'fields', record: 'fields', array: 'list' };

function shapeOf(value: unknown): Shape {
  return Array.isArray(value) ? 'list' : typeof value === 'string' ? 'text' : 'fields';
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
