import { isUnit, unitNames } from '../facts/index.ts';
import { append } from '../measures/extremes.ts';
import { InputError } from '../base/index.ts';
import { nearMisses } from '../places/misspelt.ts';
import { type ComputedClaim, type Other, TRENDS } from './claim.ts';
import { parseExpression } from './expression.ts';
import { checkCalls } from './functions/index.ts';
import { printedNumber } from './printed.ts';

/** Something wrong with a field of a claim. */
export interface FieldFault {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly todo: string;
}

/** What makes no sense in a claim before anything is looked up: its expressions, and fields that do not go together. */
export function soundness(claim: ComputedClaim): FieldFault[] {
  const { operator, than, of, since, as_of, tolerance } = claim;
  const faults: FieldFault[] = [...expressionFaults(claim), ...valueFaults(claim, [])];
  const fault = (field: string, what: string, todo: string): void =>
    void faults.push({ path: [field], what, todo });
  if (operator === 'share of' && of === null)
    fault('operator', 'share of lacks `of`', 'Give the whole as `of`.');
  if (operator !== 'share of' && of !== null)
    fault('of', '`of` is for share of', 'Remove it, or use share of.');
  if (than !== null && !['share of', 'rank', 'first since'].includes(operator))
    fault('than', `\`than\` is for share of, rank and first since`, 'Make it the operator.');
  if (operator === 'first since' && since === null)
    fault('operator', 'first since lacks `since`', 'Give its year.');
  if (since !== null && as_of === null)
    fault('since', '`since` lacks `as_of`', 'Give the last year as `as_of`.');
  if (since !== null && as_of !== null && since > Number(as_of.slice(0, 4)))
    fault('since', `since ${since} is after ${as_of}`, 'Give a year that is not after `as_of`.');
  const comparison = than ?? operator;
  if (tolerance !== null && ['>', '≥', '<', '≤'].includes(comparison))
    fault('tolerance', `${comparison} is strict and has no tolerance`, 'Remove it, or use ≈.');
  for (const part of ['instead', 'vary'] as const)
    for (const [i, other] of claim[part].entries())
      append(faults, valueFaults(merged(claim, other), [part, i]));
  return faults;
}

function merged(claim: ComputedClaim, other: Other): Stated {
  return {
    operator: other.operator ?? claim.operator,
    value: other.value ?? claim.value,
    unit: other.unit ?? claim.unit,
  };
}

type Stated = Pick<ComputedClaim, 'operator' | 'value' | 'unit'>;

function valueFaults({ operator, value, unit }: Stated, path: readonly (string | number)[]): FieldFault[] {
  const faults: FieldFault[] = [];
  const at = (field: string): (string | number)[] => [...path, field];
  if (operator === 'trend' && !(TRENDS as readonly string[]).includes(value))
    faults.push({ path: at('value'), what: `“${value}” is no trend`, todo: `Use ${TRENDS.join(', ')}.` });
  if (operator !== 'trend' && operator !== 'is' && printedNumber(value) === null)
    faults.push({
      path: at('value'),
      what: `“${value}” is no number, and ${operator} compares numbers`,
      todo: 'Write digits with a point; for words use the operator is.',
    });
  if (unit !== null && !isUnit(unit)) {
    const near = nearMisses(unit, unitNames, 3).map(({ key }) => key);
    faults.push({
      path: at('unit'),
      what: `“${unit}” is no unit`,
      todo: near.length > 0 ? `Did you mean ${near.join(', ')}?` : `Units are ${unitNames.join(', ')}.`,
    });
  }
  return faults;
}

function expressionFaults(claim: ComputedClaim): FieldFault[] {
  const others = (['instead', 'vary'] as const).flatMap((part) =>
    claim[part].flatMap(({ figure, of }, i) => [
      { path: [part, i, 'figure'], text: figure },
      { path: [part, i, 'of'], text: of },
    ]),
  );
  const expressions: { path: (string | number)[]; text: string | null }[] = [
    { path: ['figure'], text: claim.figure },
    { path: ['of'], text: claim.of },
    ...Object.entries(claim.let).map(([name, text]) => ({ path: ['let', name], text })),
    ...others,
  ];
  return expressions.flatMap(({ path, text }) => (text === null ? [] : expressionFault(path, text)));
}

/** What is wrong with an expression as such: how it is written, functions that there are not, arguments that lack. */
export function expressionFault(path: readonly (string | number)[], text: string): FieldFault[] {
  try {
    checkCalls(parseExpression(text));
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [{ path, what: `${path.join('.')}, ${error.what}`, todo: error.todo }];
  }
}
