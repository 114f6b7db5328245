import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';

/** Adds a flag for every parameter of an analysis but the one that is its argument, from its declaration. */
export function addParameterFlags(command: Command, schema: z.ZodObject, argument?: string): void {
  for (const [key, type] of Object.entries<z.ZodType>(schema.shape)) {
    if (key === argument) continue;
    const inner = unwrap(type);
    const standard = defaultOf(type);
    const option = optionOf(key, inner, type.description ?? inner.description ?? '', standard === true);
    if (standard !== undefined && standard !== null && !(inner instanceof z.ZodBoolean)) {
      const text = Array.isArray(standard)
        ? standard.join(',')
        : JSON.stringify(standard).replaceAll('"', '');
      if (text !== '') option.description += ` (default: ${text})`;
    }
    command.addOption(option);
  }
}

/** Parameters from flags, checked by the declaration. @throws InvalidArgumentError that names the flag */
export function readParameters<S extends z.ZodObject>(
  schema: S,
  flags: Readonly<Record<string, unknown>>,
): z.output<S> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) => (key in flags ? [[key, flags[key]]] : [])),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidArgumentError(`--${kebab(String(issue.path[0]))} ${complaint(issue, given)}`);
}

/** What is wrong with a flag, after its name. */
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
      return `takes ${issue.values.map(String).join(', ')}; “${String(value)}” is none of them.`;
    case 'invalid_type':
      return value === undefined ? 'is needed.' : `is wrong: ${issue.message}.`;
    default:
      return `is wrong: ${issue.message}.`;
  }
}

/** `2015-2024` or `2015`. */
export function parseYears(text: string): { from: number; to: number } {
  const match = /^\s*(\d{4})\s*(?:[-–:]\s*(\d{4}))?\s*$/.exec(text);
  if (match === null) throw new InvalidArgumentError(`“${text}” is no span of years such as 2015-2024.`);
  const from = Number(match[1]);
  const to = Number(match.at(2) ?? match[1]);
  if (from > to) throw new InvalidArgumentError(`the years are the wrong way round: ${from} is after ${to}.`);
  return { from, to };
}

/** `Name=place,place,…`. */
export function parseRegion(text: string): { name: string; cities: string[] } {
  const at = text.indexOf('=');
  const name = text.slice(0, at).trim();
  const cities = commaList(text.slice(at + 1));
  if (at < 1 || name === '' || cities.length === 0) {
    throw new InvalidArgumentError(`“${text}” is no region; write it as "Name=place,place,…".`);
  }
  return { name, cities };
}

export function commaList(text: string): string[] {
  return text
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function wholeNumber(text: string): number {
  if (!/^-?\d+$/.test(text.trim())) throw new InvalidArgumentError(`“${text}” is no whole number.`);
  return Number(text);
}

function anyNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InvalidArgumentError(`“${text}” is no number.`);
  return value;
}

function optionOf(key: string, type: z.ZodType, description: string, on: boolean): Option {
  const flag = kebab(key);
  if (key === 'years') return new Option(`--${flag} <a-b>`, description).argParser(parseYears);
  if (key === 'region') {
    return new Option(`--${flag} <name=places>`, description).argParser((text: string, all: unknown) => [
      ...(Array.isArray(all) ? (all as unknown[]) : []),
      parseRegion(text),
    ]);
  }
  if (type instanceof z.ZodBoolean) return new Option(on ? `--no-${flag}` : `--${flag}`, description);
  if (type instanceof z.ZodArray) return new Option(`--${flag} <list>`, description).argParser(commaList);
  if (type instanceof z.ZodEnum)
    return new Option(`--${flag} <name>`, description).choices(type.options.map(String));
  if (type instanceof z.ZodNumber) {
    return new Option(`--${flag} <n>`, description).argParser(
      (type.format?.includes('int') ?? false) ? wholeNumber : anyNumber,
    );
  }
  return new Option(`--${flag} <text>`, description);
}

function unwrap(type: z.ZodType): z.ZodType {
  let inner = type;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodNullable || inner instanceof z.ZodOptional) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}

function defaultOf(type: z.ZodType): unknown {
  const parsed = type.safeParse(undefined);
  return parsed.success ? parsed.data : undefined;
}

export function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
