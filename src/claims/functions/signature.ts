import type { Call, Expression } from '../ast.ts';
import { messages } from '../expression-messages.ts';
import type { Scope } from '../scope.ts';
import { fault } from '../tokens.ts';
import type { Value } from '../value.ts';

/** What the argument of a parameter may be. */
export type Role =
  /** Any expression. */
  | 'value'
  /** An id, or a name that only one place has. */
  | 'place'
  /** A name or a text, read as it is written. */
  | 'word'
  /** An expression that gives a year. */
  | 'year'
  /** A year, or a period such as `"2020-2024"`. */
  | 'years';

export interface Parameter {
  readonly name: string;
  readonly role: Role;
  readonly optional?: true;
  /** Takes all arguments from here on. */
  readonly many?: true;
}

export interface Years {
  readonly from: number;
  readonly to: number;
}

/** The arguments of a call, worked out, by parameter. */
export class Arguments {
  constructor(
    readonly words: ReadonlyMap<string, string>,
    readonly periods: ReadonlyMap<string, Years>,
    readonly numbers: ReadonlyMap<string, readonly Value[]>,
  ) {}

  value(name: string): Value {
    return this.numbers.get(name)![0];
  }

  values(name: string): readonly Value[] {
    return this.numbers.get(name)!;
  }

  word(name: string): string {
    return this.words.get(name)!;
  }

  years(name: string): Years {
    return this.periods.get(name)!;
  }
}

export interface ExpressionFunction {
  readonly parameters: readonly Parameter[];
  run(given: Arguments, scope: Scope): Value | Promise<Value>;
}

/** Which argument stands for which parameter. @throws InputError for too many, an unknown name, or one that lacks */
export function bind(
  call: Call,
  parameters: readonly Parameter[],
): { parameter: Parameter; value: Expression }[] {
  const listed = parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name)).join(', ');
  const usage = `${call.name}(${listed})`;
  const bound = call.positional.map((value, i) => {
    const parameter = parameters.at(i) ?? parameters.at(-1);
    if (parameter === undefined || (i >= parameters.length && parameter.many !== true))
      throw fault(value.at, messages.tooManyArguments({ name: call.name, most: parameters.length, usage }));
    return { parameter, value };
  });
  for (const { name, value } of call.named) {
    const parameter = parameters.find((one) => one.name === name);
    if (parameter === undefined)
      throw fault(value.at, messages.unknownArgument({ name: call.name, argument: name, usage }));
    if (bound.some((other) => other.parameter === parameter))
      throw fault(value.at, messages.argumentTwice({ argument: name, usage }));
    bound.push({ parameter, value });
  }
  const missing = parameters.filter(
    (parameter) => parameter.optional !== true && !bound.some((other) => other.parameter === parameter),
  );
  if (missing.length > 0)
    throw fault(
      call.at,
      messages.missingArguments({ name: call.name, missing: missing.map(({ name }) => name), usage }),
    );
  return bound;
}
