import type { z } from 'zod';
import { InputError, type Message } from '../../base/index.ts';
import { messages } from './messages.ts';
import type { Parameter } from './parameter.ts';
import { unknownParameter } from './strict.ts';

/** A parameter that is invalid: which, why, and what it accepts where that can be listed. */
export class ParameterError extends InputError {
  declare readonly parameter: string;

  constructor(
    parameter: string,
    detail: Message,
    readonly allowed: readonly string[] | null = null,
  ) {
    super(detail, { parameter });
  }
}

/**
 * The value that texts give a parameter: several for a list or for regions, one for all else.
 * @throws InputError
 */
export function readTexts({ reading }: Parameter, texts: readonly string[]): unknown {
  if (reading === 'list') return texts.flatMap(readList);
  if (reading === 'regions') return texts.map(readRegion);
  if (texts.length > 1) throw new InputError(messages.repeated({ times: texts.length }));
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

/** `2015-2024` or `2015`. @throws InputError */
export function readYears(text: string): { from: number; to: number } {
  const match = /^\s*(\d{4})\s*(?:[-–:]\s*(\d{4}))?\s*$/.exec(text);
  if (match === null) throw new InputError(messages.notYears({ text }));
  const from = Number(match[1]);
  const to = Number(match.at(2) ?? match[1]);
  if (from > to) throw new InputError(messages.yearsReversed());
  return { from, to };
}

/** `Name=place,place,…`. @throws InputError */
export function readRegion(text: string): { name: string; cities: string[] } {
  const at = text.indexOf('=');
  const name = text.slice(0, at).trim();
  const cities = readList(text.slice(at + 1));
  if (at < 1 || name === '' || cities.length === 0) {
    throw new InputError(messages.notRegion({ text }));
  }
  return { name, cities };
}

export function readList(text: string): string[] {
  return text
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** @throws InputError */
export function readWhole(text: string): number {
  if (!/^-?\d+$/.test(text.trim())) throw new InputError(messages.notInteger({ text }));
  return Number(text);
}

/** @throws InputError */
function readNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InputError(messages.notNumber({ text }));
  return value;
}

function readFlag(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new InputError(messages.notFlag({ text }));
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
  const name = issue.code === 'unrecognized_keys' ? issue.keys[0] : String(issue.path[0]);
  if (issue.code === 'unrecognized_keys') {
    const names = Object.keys(schema.shape);
    throw new ParameterError(name, unknownParameter(name, names), names);
  }
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : null;
  throw new ParameterError(name, complaint(name, issue, given), allowed);
}

/** What is wrong with a parameter. */
function complaint(
  name: string,
  issue: z.core.$ZodIssue,
  parameters: Readonly<Record<string, unknown>>,
): Message {
  const value = issue.path.reduce<unknown>(
    (inside, key) => (inside as Record<PropertyKey, unknown>)[key],
    parameters,
  );
  const given = typeof value === 'string' ? value : ((JSON.stringify(value) as string | undefined) ?? '');
  switch (issue.code) {
    case 'too_big': {
      const end = Number(issue.maximum);
      if (issue.origin === 'array') return messages.tooMany({ name, most: end });
      return issue.inclusive === true
        ? messages.aboveMost({ name, end, given })
        : messages.notBelow({ name, end, given });
    }
    case 'too_small': {
      const end = Number(issue.minimum);
      if (issue.origin === 'array') return messages.tooFew({ name, least: end, exact: issue.exact === true });
      return issue.inclusive === true
        ? messages.belowLeast({ name, end, given })
        : messages.notAbove({ name, end, given });
    }
    case 'invalid_value': {
      const choices = issue.values.map(String);
      return value === undefined
        ? messages.requiredChoice({ name, choices })
        : messages.notAChoice({ name, choices, given });
    }
    case 'invalid_type':
      return value === undefined
        ? messages.required({ name })
        : messages.wrongType({ name, expected: issue.expected });
    case 'custom':
      return messages.unreadable({ name, why: issue.params!.detail as Message });
    default:
      return messages.wrongType({ name, expected: issue.code });
  }
}
