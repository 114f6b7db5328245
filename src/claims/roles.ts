import { placeOf as placeOfFacts } from '../facts/index.ts';
import type { Expression } from './ast.ts';
import { messages } from './expression-messages.ts';
import type { Years } from './functions/signature.ts';
import type { Run } from './run.ts';
import { fault } from './tokens.ts';
import type { Value } from './value.ts';

/** A word or text as it was written: `chemistry`, `"Organic chemistry"`, `17`. */
export function wordOf(expression: Expression, parameter: string): string {
  switch (expression.kind) {
    case 'text':
      return expression.value;
    case 'number':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'place':
      return expression.id;
    default:
      throw fault(expression.at, messages.notWord({ argument: parameter }));
  }
}

/** A year, or a period written as text, such as "2020-2024". */
export function yearsOf({ value }: Value, at: number): Years {
  const found = typeof value === 'string' ? /^(\d{4})(?:[-–](\d{4}))?$/.exec(value.trim()) : null;
  const from = typeof value === 'number' ? value : Number(found?.[1] ?? NaN);
  const to = Number(found?.at(2) ?? from);
  if (!Number.isInteger(from) || from < 1000 || from > 9999)
    throw fault(at, messages.notYear({ text: String(value) }));
  if (to < from) throw fault(at, messages.yearsReversed({ from, to }));
  return { from, to };
}

/** The id of a place by id or name: a region of the claims file, else what the facts know by it. */
export function placeOf(text: string, run: Run): string {
  if (run.regions.has(text)) return text;
  return run.regions.has(`adhoc:${text}`) ? `adhoc:${text}` : placeOfFacts(text, run.facts);
}
