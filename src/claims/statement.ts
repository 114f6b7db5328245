import { InputError } from '../base/index.ts';
import { inUnit } from './unit-rules.ts';
import { converted, numeric } from './arithmetic.ts';
import {
  type Comparison,
  type ComputedClaim,
  type Operator,
  type Other,
  TRENDS,
  type Trend,
} from './claim.ts';
import { figureText, yearOf } from './evaluate.ts';
import { requireUnit } from './functions/measures.ts';
import { messages } from './messages.ts';
import { type Printed, printedNumber } from './printed.ts';
import type { Value } from './value.ts';

/** What a claim says, or what it would say of another thing. */
export interface Statement {
  /** The whole figure, a share worked out. */
  readonly figure: string;
  readonly operator: Operator;
  readonly comparison: Comparison;
  /** As printed. */
  readonly value: string;
  readonly unit: string | null;
  readonly since: number | null;
  readonly year: number | null;
  readonly tolerance: string | null;
}

/** How an operator compares where the claim does not say. */
const COMPARES: Partial<Readonly<Record<Operator, Comparison>>> = {
  '=': '=',
  '≈': '≈',
  '>': '>',
  '≥': '≥',
  '<': '<',
  '≤': '≤',
  'share of': '≈',
  'first since': '≥',
};

export function statementOf(claim: ComputedClaim): Statement {
  const { operator, than, value, unit, since, tolerance } = claim;
  const comparison = than ?? COMPARES[operator] ?? '=';
  return {
    figure: figureText(claim),
    operator,
    comparison,
    value,
    unit,
    since,
    year: yearOf(claim),
    tolerance,
  };
}

/** The statement about another thing: what it leaves out is as in the claim. */
export function statementOfOther(claim: ComputedClaim, other: Other): Statement {
  const same = other.operator === null || other.operator === claim.operator;
  return statementOf({
    ...claim,
    figure: other.figure,
    of: other.of ?? (same ? claim.of : null),
    operator: other.operator ?? claim.operator,
    than: other.than ?? (same ? claim.than : null),
    value: other.value ?? claim.value,
    unit: other.unit ?? claim.unit,
    since: other.since ?? (same ? claim.since : null),
    tolerance: same ? claim.tolerance : null,
  });
}

/** The number that a statement prints. @throws InputError where it prints none */
export function printedOf({ value, operator }: Statement): Printed {
  const printed = printedNumber(value);
  if (printed !== null) return printed;
  throw new InputError(messages.notNumber({ value, operator }));
}

export function trendOf({ value }: Statement): Trend {
  const trend = TRENDS.find((one) => one === value);
  if (trend !== undefined) return trend;
  throw new InputError(messages.unknownTrend({ value, trends: TRENDS }));
}

/** A number in the claim's unit. @throws InputError where the figure measures something else, or the claim names no unit */
export function inUnitOf(
  figure: Value,
  { unit: given, operator }: Statement,
): Value & { readonly value: number } {
  const unit = given === null ? (operator === 'rank' ? 'rank' : null) : requireUnit(given);
  const { unit: own } = numeric(figure);
  if (unit === null && own !== null && (own === 'fraction' || inUnit(1, own, null) === null))
    throw new InputError(messages.valueWithoutUnit({ unit: own }));
  if (unit !== null && inUnit(1, own, unit) === null)
    throw new InputError(messages.valueInOtherUnit({ unit, own }));
  return converted(figure, unit ?? own);
}
