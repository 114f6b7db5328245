import { requirePlace } from '../facts/index.ts';
import { InputError, normaliseName, parsePlaceId } from '../places/index.ts';
import type { Expression } from './ast.ts';
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
      throw fault(
        expression.at,
        `${parameter} takes a word as it is written`,
        'Write a word, or text in quotes.',
      );
  }
}

/** A year, or a period written as text, such as "2020-2024". */
export function yearsOf({ value }: Value, at: number): Years {
  const found = typeof value === 'string' ? /^(\d{4})(?:[-–](\d{4}))?$/.exec(value.trim()) : null;
  const from = typeof value === 'number' ? value : Number(found?.[1] ?? NaN);
  const to = Number(found?.at(2) ?? from);
  if (!Number.isInteger(from) || from < 1000 || from > 9999)
    throw fault(
      at,
      `${typeof value === 'string' ? `“${value}”` : String(value)} is no year`,
      'Write four digits, or a period in quotes: "2020-2024".',
    );
  if (to < from)
    throw fault(at, `the years ${from} and ${to} are the wrong way round`, 'Give the first one first.');
  return { from, to };
}

/**
 * The id of a place by id or name: a region of the claims file, a definition with or without `def:` or by its name,
 * a subject, else what the gazetteer knows by exactly that name.
 * @throws InputError where it is none, or more than one
 */
export function placeOf(text: string, run: Run): string {
  const { facts } = run;
  if (run.regions.has(text) || run.regions.has(`adhoc:${text}`))
    return text.startsWith('adhoc:') ? text : `adhoc:${text}`;
  if (parsePlaceId(text) !== null || /^(?:x|adhoc):/.test(text)) {
    requirePlace(facts, text);
    return text;
  }
  if (facts.definitions.has(`def:${text}`)) return `def:${text}`;
  const name = normaliseName(text);
  const regions = [...facts.definitions.values(), ...facts.subjects.values()].filter((one) =>
    [one.name, one.nameZh].some((other) => other !== null && normaliseName(other) === name),
  );
  const resolution = facts.gazetteer.resolve(text, { kinds: ['city', 'province', 'nation'] });
  const ids = [
    ...regions.map(({ id }) => id),
    ...(resolution.place !== null
      ? [resolution.place.id]
      : regions.length > 0 && resolution.reason === 'ambiguous'
        ? resolution.candidates.map(({ id }) => id)
        : []),
  ];
  if (ids.length === 1) return ids[0];
  if (ids.length > 1)
    throw new InputError(`“${text}” fits ${ids.length} places: ${ids.join(', ')}.`, {
      todo: 'Give the id of the one meant.',
    });
  const { what, todo } = resolution as { what: string; todo: string };
  throw new InputError(`${what}.`, { todo });
}
