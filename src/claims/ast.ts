/** An expression taken apart. `at` is the column where it begins, the first being 1. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'place'; readonly id: string; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'negative'; readonly of: Expression; readonly at: number }
  | Binary
  | Call;

export type Sign = '+' | '-' | '*' | '/';

export interface Binary {
  readonly kind: 'binary';
  readonly sign: Sign;
  readonly left: Expression;
  readonly right: Expression;
  readonly at: number;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly positional: readonly Expression[];
  readonly named: readonly { readonly name: string; readonly value: Expression }[];
  readonly at: number;
}

/** How tightly a sign binds. */
export const BINDING: Readonly<Record<Sign, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };
export const BINDING_OF_NEGATIVE = 3;

/** The expression as text that parses to the same, with no bracket that is not needed. */
export function print(expression: Expression, within = 0): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'text':
      return JSON.stringify(expression.value);
    case 'place':
      return expression.id;
    case 'name':
      return expression.name;
    case 'negative':
      return bracketed(`-${print(expression.of, BINDING_OF_NEGATIVE)}`, BINDING_OF_NEGATIVE, within);
    case 'binary': {
      const binding = BINDING[expression.sign];
      // The right side binds one step tighter, since signs of one rank go from left to right.
      const text = `${print(expression.left, binding)} ${expression.sign} ${print(expression.right, binding + 1)}`;
      return bracketed(text, binding, within);
    }
    case 'call': {
      const named = expression.named.map(({ name, value }) => `${name}=${print(value)}`);
      return `${expression.name}(${[...expression.positional.map((value) => print(value)), ...named].join(', ')})`;
    }
  }
}

function bracketed(text: string, binding: number, within: number): string {
  return binding < within ? `(${text})` : text;
}

/** Every call in the expression, outermost first. */
export function* callsIn(expression: Expression): Generator<Call> {
  if (expression.kind === 'negative') yield* callsIn(expression.of);
  else if (expression.kind === 'binary') {
    yield* callsIn(expression.left);
    yield* callsIn(expression.right);
  } else if (expression.kind === 'call') {
    yield expression;
    for (const value of expression.positional) yield* callsIn(value);
    for (const { value } of expression.named) yield* callsIn(value);
  }
}
