import type { z } from 'zod';
import type { Parameter } from './parameter.ts';
import { likely } from './strict.ts';

/** A text that is not what it should be; a surface says whose. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';
}

/** A parameter that cannot be: which, what is wrong with it, and what it takes where that is a list. */
export class ParameterError extends Error {
  override readonly name = 'ParameterError';

  constructor(
    readonly parameter: string,
    /** To stand after the name of the parameter, whole with its full stop. */
    readonly complaint: string,
    readonly allowed: readonly string[] | null = null,
  ) {
    super(`${parameter} ${complaint}`);
  }
}

/**
 * The value that texts give a parameter: several for a list or for regions, one for all else.
 * @throws UnreadableText
 */
export function readTexts({ reading }: Parameter, texts: readonly string[]): unknown {
  if (reading === 'list') return texts.flatMap(readList);
  if (reading === 'regions') return texts.map(readRegion);
  if (texts.length > 1) throw new UnreadableText(`given ${texts.length} times; it takes one value.`);
  const [text] = texts;
  switch (reading) {
    case 'years':
      return readYears(text);
    case 'flag':
      return readFlag(text);
    case 'whole':
      return readWhole(text);
    case 'number':
      return readNumber(text);
    default:
      return text;
  }
}

/** `2015-2024` or `2015`. @throws UnreadableText */
export function readYears(text: string): { from: number; to: number } {
  const match = /^\s*(\d{4})\s*(?:[-–:]\s*(\d{4}))?\s*$/.exec(text);
  if (match === null) throw new UnreadableText(`“${text}” is no span of years such as 2015-2024.`);
  const from = Number(match[1]);
  const to = Number(match.at(2) ?? match[1]);
  if (from > to) throw new UnreadableText(`the years are the wrong way round: ${from} is after ${to}.`);
  return { from, to };
}

/** `Name=place,place,…`. @throws UnreadableText */
export function readRegion(text: string): { name: string; cities: string[] } {
  const at = text.indexOf('=');
  const name = text.slice(0, at).trim();
  const cities = readList(text.slice(at + 1));
  if (at < 1 || name === '' || cities.length === 0) {
    throw new UnreadableText(`“${text}” is no region; write it as "Name=place,place,…".`);
  }
  return { name, cities };
}

export function readList(text: string): string[] {
  return text
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** @throws UnreadableText */
export function readWhole(text: string): number {
  if (!/^-?\d+$/.test(text.trim())) throw new UnreadableText(`“${text}” is no whole number.`);
  return Number(text);
}

/** @throws UnreadableText */
export function readNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new UnreadableText(`“${text}” is no number.`);
  return value;
}

function readFlag(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new UnreadableText(`“${text}” is neither true nor false.`);
  return text === 'true';
}

/** Parameters checked by their declaration. @throws ParameterError for the first that cannot be */
export function checkParameters<S extends z.ZodObject>(
  schema: S,
  given: Readonly<Record<string, unknown>>,
): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue.code === 'unrecognized_keys') {
    const names = Object.keys(schema.shape);
    throw new ParameterError(issue.keys[0], `is no parameter. ${likely(issue.keys[0], names)}`, names);
  }
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : null;
  throw new ParameterError(String(issue.path[0]), complaint(issue, given), allowed);
}

/** What is wrong with a parameter, after its name. */
function complaint(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const value = issue.path.reduce<unknown>(
    (inside, key) => (inside as Record<PropertyKey, unknown>)[key],
    given,
  );
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'array'
        ? `takes ${issue.maximum} at most, joined by commas.`
        : `is ${issue.inclusive === true ? `at most ${issue.maximum}` : `below ${issue.maximum}`}, not ${String(value)}.`;
    case 'too_small':
      return issue.origin === 'array'
        ? `takes ${issue.minimum}${issue.exact === true ? '' : ' or more'}, joined by commas.`
        : `is ${issue.inclusive === true ? `at least ${issue.minimum}` : `above ${issue.minimum}`}, not ${String(value)}.`;
    case 'invalid_value':
      if (value === undefined) return `is needed: one of ${issue.values.map(String).join(', ')}.`;
      return `takes ${issue.values.map(String).join(', ')}; “${typeof value === 'string' ? value : JSON.stringify(value)}” is none of them.`;
    case 'invalid_type':
      return value === undefined ? 'is needed.' : `is wrong: ${issue.message}.`;
    default:
      return `is wrong: ${issue.message}.`;
  }
}
