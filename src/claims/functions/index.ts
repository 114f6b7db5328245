import { nearMisses } from '../../places/misspelt.ts';
import { type Call, callsIn, type Expression } from '../ast.ts';
import { messages } from '../expression-messages.ts';
import { fault } from '../tokens.ts';
import { arithmetic } from './arithmetic.ts';
import { asked } from './asked.ts';
import { figures } from './figures.ts';
import { measures } from './measures.ts';
import { places } from './places.ts';
import { bind, type ExpressionFunction, type Parameter } from './signature.ts';

const FUNCTIONS: Readonly<Record<string, ExpressionFunction>> = {
  ...arithmetic,
  ...measures,
  ...figures,
  ...places,
  ...asked,
};

/** The figure of another claim of the file: `claim(C08)`. Worked out where claims are, not here. */
export const CLAIM: readonly Parameter[] = [{ name: 'id', role: 'word' }];

export const functionNames: readonly string[] = [...Object.keys(FUNCTIONS), 'claim'].sort();

/** The function that is called; null for `claim`. @throws InputError where there is none of that name */
export function functionOf(call: Call): ExpressionFunction | null {
  if (Object.hasOwn(FUNCTIONS, call.name)) return FUNCTIONS[call.name];
  if (call.name === 'claim') return null;
  const near = nearMisses(call.name, functionNames, 3).map(({ key }) => key);
  throw fault(call.at, messages.unknownFunction({ name: call.name, near, known: functionNames }));
}

/** Every function is one, and called with arguments that it takes. @throws InputError at the first that is not */
export function checkCalls(expression: Expression): void {
  for (const call of callsIn(expression)) bind(call, functionOf(call)?.parameters ?? CLAIM);
}
