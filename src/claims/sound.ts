import { isUnit } from '../facts/index.ts';
import { append } from '../measures/extremes.ts';
import { InputError, type Message } from '../base/index.ts';
import { type ComputedClaim, type Other, TRENDS } from './claim.ts';
import { parseExpression } from './expression.ts';
import { checkCalls } from './functions/index.ts';
import { unknownUnit } from './functions/measures.ts';
import { messages } from './messages.ts';
import { printedNumber } from './printed.ts';

/** Something wrong with a field of a claim. */
export interface FieldFault {
  readonly path: readonly (string | number)[];
  readonly problem: Message;
}

/** What makes no sense in a claim before anything is looked up: its expressions, and fields that do not go together. */
export function soundness(claim: ComputedClaim): FieldFault[] {
  const { operator, than, of, since, as_of, tolerance } = claim;
  const faults: FieldFault[] = [...expressionFaults(claim), ...valueFaults(claim, [])];
  const fault = (field: string, problem: Message): void => void faults.push({ path: [field], problem });
  if (operator === 'share of' && of === null) fault('operator', messages.shareWithoutOf());
  if (operator !== 'share of' && of !== null) fault('of', messages.ofWithoutShare());
  if (than !== null && !['share of', 'rank', 'first since'].includes(operator))
    fault('than', messages.thanNotUsed());
  if (operator === 'first since' && since === null) fault('operator', messages.firstSinceWithoutSince());
  if (since !== null && as_of === null) fault('since', messages.sinceWithoutAsOf());
  if (since !== null && as_of !== null && since > Number(as_of.slice(0, 4)))
    fault('since', messages.sinceTooLate({ since, asOf: as_of }));
  const comparison = than ?? operator;
  if (tolerance !== null && ['>', '≥', '<', '≤'].includes(comparison))
    fault('tolerance', messages.strictComparison({ comparison }));
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
    faults.push({ path: at('value'), problem: messages.unknownTrend({ value, trends: TRENDS }) });
  if (operator !== 'trend' && operator !== 'is' && printedNumber(value) === null)
    faults.push({ path: at('value'), problem: messages.notNumber({ value, operator }) });
  if (unit !== null && !isUnit(unit)) faults.push({ path: at('unit'), problem: unknownUnit(unit) });
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
    return [{ path, problem: messages.inField({ field: path.join('.'), problem: error.detail }) }];
  }
}
