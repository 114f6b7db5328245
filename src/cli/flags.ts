import { type Command, InvalidArgumentError, Option } from 'commander';
import type { z } from 'zod';
import {
  checkParameters,
  type Parameter,
  ParameterError,
  parametersOf,
  readList,
  readRegion,
  readTexts,
  readWhole,
  readYears,
} from '../analyses/parameters/index.ts';
import { InputError } from '../base/index.ts';
import { asFlag } from './as-flags.ts';
import { kebab } from './kebab.ts';

/** Adds a flag for every parameter of an analysis but the one that is its argument, from its declaration. */
export function addParameterFlags(command: Command, schema: z.ZodObject, argument?: string): void {
  for (const parameter of parametersOf(schema)) {
    if (parameter.name === argument) continue;
    const { standard } = parameter;
    const option = optionOf(parameter);
    if (standard !== undefined && standard !== null && parameter.reading !== 'flag') {
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
  try {
    return checkParameters(schema, given);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    throw new InvalidArgumentError(error.text('en', asFlag));
  }
}

export const parseYears = refusing(readYears);
export const wholeNumber = refusing(readWhole);
export const commaList = readList;

/** What cannot be read is told as a flag that cannot be. */
function refusing<T>(read: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return read(text);
    } catch (error) {
      throw error instanceof InputError ? new InvalidArgumentError(error.text('en', asFlag)) : error;
    }
  };
}

function optionOf(parameter: Parameter): Option {
  const { name, reading, description, standard, choices } = parameter;
  const flag = kebab(name);
  const one = refusing((text) => readTexts(parameter, [text]));
  switch (reading) {
    case 'years':
      return new Option(`--${flag} <a-b>`, description).argParser(one);
    case 'regions':
      return new Option(`--${flag} <name=places>`, description).argParser((text: string, all: unknown) => [
        ...(Array.isArray(all) ? (all as unknown[]) : []),
        refusing(readRegion)(text),
      ]);
    case 'flag':
      return standard === true
        ? new Option(`--no-${flag}`, `Do not ${description.charAt(0).toLowerCase()}${description.slice(1)}`)
        : new Option(`--${flag}`, description);
    case 'list':
      return new Option(`--${flag} <list>`, description).argParser(one);
    case 'choice':
      return new Option(`--${flag} <name>`, description).choices([...choices!]);
    case 'whole':
    case 'number':
      return new Option(`--${flag} <n>`, description).argParser(one);
    default:
      return new Option(`--${flag} <text>`, description);
  }
}
