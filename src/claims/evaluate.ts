import { InputError } from '../base/index.ts';
import { nearMisses } from '../places/misspelt.ts';
import { negative, product, quotient, sum } from './arithmetic.ts';
import type { Binary, Call, Expression } from './ast.ts';
import type { ComputedClaim } from './claim.ts';
import { messages } from './expression-messages.ts';
import { CLAIM, functionNames, functionOf } from './functions/index.ts';
import { Arguments, bind, type Parameter, type Years } from './functions/signature.ts';
import { placeOf, wordOf, yearsOf } from './roles.ts';
import type { Scope } from './scope.ts';
import { fault } from './tokens.ts';
import { numberValue, textValue, type Value } from './value.ts';

/** Longer chains of names and claims than anybody writes would run out of stack. */
const LONGEST_PATH = 200;

/** Tells the whole way round, so that no name on the way is added to it. */
class CircularError extends InputError {}

/**
 * What an expression comes to. What is not known is a value without one, with the reason.
 * @throws InputError for what is wrong with the expression itself: an unknown name, metric or place, unlike units, a circle
 */
export async function evaluate(expression: Expression, scope: Scope): Promise<Value> {
  switch (expression.kind) {
    case 'number':
      return numberValue(expression.value, null);
    case 'text':
      return textValue(expression.value);
    case 'place':
      return textValue(expression.id);
    case 'name':
      return named(expression.name, expression.at, scope);
    case 'negative':
      return negative(await evaluate(expression.of, scope));
    case 'binary':
      return reckoned(expression, scope);
    case 'call':
      return called(expression, scope);
  }
}

async function reckoned({ sign, left, right }: Binary, scope: Scope): Promise<Value> {
  const [a, b] = [await evaluate(left, scope), await evaluate(right, scope)];
  switch (sign) {
    case '+':
      return sum([a, b]);
    case '-':
      return sum([a], [b]);
    case '*':
      return product(a, b);
    case '/':
      return quotient(a, b);
  }
}

/** `year`, or a name that `let` gave. */
async function named(name: string, at: number, scope: Scope): Promise<Value> {
  const text = letOf(name, scope);
  if (text !== null) {
    const inside = entered(name, scope);
    try {
      return await evaluate(scope.run.expression(text), inside);
    } catch (error) {
      if (!(error instanceof InputError) || error instanceof CircularError) throw error;
      throw new InputError(messages.inName({ name, problem: error.detail }));
    }
  }
  if (name === 'year') {
    if (scope.year !== null) return numberValue(scope.year, 'year');
    throw fault(at, messages.noYear());
  }
  const names = [
    'year',
    ...Object.keys(scope.claim?.let ?? {}),
    ...Object.keys(scope.run.lets),
    ...functionNames,
  ];
  const near = nearMisses(name, names, 3).map(({ key }) => key);
  throw fault(at, messages.unknownName({ name, near }));
}

function letOf(name: string, { claim, run }: Scope): string | null {
  for (const lets of [claim?.let ?? {}, run.lets]) if (Object.hasOwn(lets, name)) return lets[name];
  return null;
}

/** The scope one step deeper. @throws InputError where the step leads back to where the path has been */
function entered(step: string, scope: Scope): Scope {
  const { path } = scope;
  const from = path.indexOf(step);
  if (from >= 0) throw new CircularError(messages.circular({ path: [...path.slice(from), step] }));
  if (path.length >= LONGEST_PATH)
    throw new CircularError(messages.chainTooLong({ most: LONGEST_PATH, step }));
  return { ...scope, path: [...path, step] };
}

async function called(call: Call, scope: Scope): Promise<Value> {
  const found = functionOf(call);
  const bound = bind(call, found?.parameters ?? CLAIM);
  if (found === null) return figureOfClaim(wordOf(bound[0].value, 'claim'), bound[0].value.at, scope);
  return found.run(await argumentsOf(bound, scope), scope);
}

async function argumentsOf(
  bound: readonly { readonly parameter: Parameter; readonly value: Expression }[],
  scope: Scope,
): Promise<Arguments> {
  const words = new Map<string, string>();
  const periods = new Map<string, Years>();
  const numbers = new Map<string, Value[]>();
  for (const { parameter, value } of bound) {
    const { name, role } = parameter;
    if (role === 'word') words.set(name, wordOf(value, name));
    else if (role === 'place') words.set(name, await place(value, scope));
    else if (role === 'value')
      numbers.set(name, [...(numbers.get(name) ?? []), await evaluate(value, scope)]);
    else {
      const years = yearsOf(await evaluate(value, scope), value.at);
      if (role === 'year' && years.to !== years.from)
        throw fault(value.at, messages.severalYears({ argument: name }));
      periods.set(name, years);
    }
  }
  return new Arguments(words, periods, numbers);
}

/** A place by id, by name, or by a name of `let` that stands for one. */
async function place(expression: Expression, scope: Scope): Promise<string> {
  const isLet = expression.kind === 'name' && letOf(expression.name, scope) !== null;
  const text = isLet ? (await evaluate(expression, scope)).value : wordOf(expression, 'place');
  if (typeof text === 'string') return placeOf(text, scope.run);
  throw fault(expression.at, messages.numberForPlace());
}

/** The expression whose value a claim is held to. */
export function figureText({
  operator,
  figure,
  of,
}: Pick<ComputedClaim, 'operator' | 'figure' | 'of'>): string {
  return operator === 'share of' && of !== null ? `share(${figure}, ${of})` : figure;
}

async function figureOfClaim(id: string, at: number, scope: Scope): Promise<Value> {
  const { run, vintage } = scope;
  const claim = run.claims.get(id);
  if (claim === undefined) {
    const near = nearMisses(id, run.claims.keys(), 3).map(({ key }) => key);
    throw fault(at, messages.unknownClaim({ id, near }));
  }
  const inside = entered(`claim(${id})`, scope);
  const key = `${id}\t${vintage ?? ''}`;
  let figure = run.figuresOfClaims.get(key);
  if (figure === undefined) {
    figure = await evaluate(run.expression(figureText(claim)), { ...inside, claim, year: yearOf(claim) });
    run.figuresOfClaims.set(key, figure);
  }
  return figure;
}

export function yearOf({ as_of }: Pick<ComputedClaim, 'as_of'>): number | null {
  return as_of === null ? null : Number(as_of.slice(0, 4));
}
