import { greatest } from '../measures/extremes.ts';
import { InputError } from '../base/index.ts';
import { flipped, type Hedge, joined } from './bound.ts';
import { messages } from './expression-messages.ts';
import { atWidest, type Spread, through } from './spread.ts';
import { inUnit, unitOfProduct, unitOfQuotient, unitOfSum } from './unit-rules.ts';
import { messages as valueMessages } from './value-messages.ts';
import { lacking, noValue, numberValue, united, type Value } from './value.ts';

type Numeric = Value & { readonly value: number };

/** The value as a number. @throws InputError where it is a text */
export function numeric(value: Value): Numeric {
  if (typeof value.value === 'number') return value as Numeric;
  throw new InputError(messages.textForNumber({ text: String(value.value) }));
}

/** The number in another unit. @throws InputError where it measures something else */
export function converted(value: Value, unit: string | null): Numeric {
  const number = numeric(value);
  const scale = inUnit(1, number.unit, unit);
  if (scale === null) unitOfSum(number.unit, unit);
  const { interval } = number;
  return {
    ...number,
    value: inUnit(number.value, number.unit, unit)!,
    unit,
    spread: scaled(number.spread, scale!),
    interval:
      interval === null ? null : { ...interval, low: interval.low * scale!, high: interval.high * scale! },
  };
}

/** The sum of the values, each in the unit of the first that has one; those of `minus` are taken away. */
export function sum(plus: readonly Value[], minus: readonly Value[] = []): Value {
  const all = [...plus, ...minus];
  const absent = lacking(all);
  if (absent !== null) return absent;
  const unit = all.map((value) => numeric(value).unit).reduce(unitOfSum);
  const parts = all.map((value) => converted(value, unit));
  const signs = parts.map((_, i) => (i < plus.length ? 1 : -1));
  const value = exact(
    parts.map((part) => part.value),
    signs,
  );
  return numberValue(value, unit, {
    ...united(all),
    hedge: parts.map(({ hedge }, i) => (signs[i] < 0 ? flipped(hedge) : hedge)).reduce(joined),
    ...spreadOf(parts, signs, true),
    trace: {
      kind: 'sum',
      terms: all.map(({ trace }, i) => ({ minus: signs[i] < 0, of: trace })),
      value,
      unit,
    },
  });
}

export function product(a: Value, b: Value): Value {
  const absent = lacking([a, b]);
  if (absent !== null) return absent;
  const [left, right] = [numeric(a), numeric(b)];
  const { unit, factor } = unitOfProduct(left.unit, right.unit);
  const value = left.value * right.value * factor;
  return numberValue(value, unit, {
    ...united([a, b]),
    hedge: hedgeOfProduct(left, right, right.hedge),
    ...spreadOf([left, right], [right.value * factor, left.value * factor]),
    trace: { kind: 'product', sign: '×', left: a.trace, right: b.trace, value, unit },
  });
}

/** a ÷ b, in the unit that `rule` makes of theirs; nothing, with the reason, where b is 0. */
export function quotient(a: Value, b: Value, rule = unitOfQuotient): Value {
  const absent = lacking([a, b]);
  if (absent !== null) return absent;
  const [left, right] = [numeric(a), numeric(b)];
  const { unit, factor } = rule(left.unit, right.unit);
  if (right.value === 0) return noValue(valueMessages.dividesByZero(), { unit, ...united([a, b]) });
  const value = (left.value / right.value) * factor;
  return numberValue(value, unit, {
    ...united([a, b]),
    hedge: hedgeOfProduct(left, right, flipped(right.hedge)),
    ...(right.spread !== null && left.spread === null
      ? { spread: through(right.spread, (drawn) => (left.value / drawn) * factor, -value / right.value) }
      : spreadOf([left, right], [factor / right.value, -value / right.value])),
    trace: { kind: 'product', sign: '÷', left: a.trace, right: b.trace, value, unit },
  });
}

export function negative(a: Value): Value {
  return a.value === null ? a : sum([], [a]);
}

/** Sums decimals as they are written, so that 0.1 + 0.2 is 0.3: to the last digit that any of them has. */
function exact(values: readonly number[], signs: readonly number[]): number {
  const total = values.reduce((so, value, i) => so + signs[i] * value, 0);
  const decimals = values.map((value) =>
    /e/.test(String(value)) ? 20 : (String(value).split('.').at(1) ?? '').length,
  );
  const most = greatest(decimals);
  return most > 12 ? total : Number(total.toFixed(most));
}

/** Limits of a factor are limits of the product only where nothing is below 0. */
function hedgeOfProduct(left: Numeric, right: Numeric, hedgeOfRight: Hedge | null): Hedge | null {
  const hedge = joined(left.hedge, hedgeOfRight);
  return hedge !== null && (left.value < 0 || right.value < 0) ? 'about' : hedge;
}

function scaled(spread: Spread | null, by: number): Spread | null {
  return spread === null || by === 1 ? spread : through(spread, (value) => value * by, by);
}

/**
 * The spread of a function with the given slope in each value, and what must be said of it. Of one uncertain value the
 * function is slope × value, plus the other terms where it is a sum.
 */
function spreadOf(values: readonly Numeric[], slopes: readonly number[], isSum = false): Partial<Value> {
  const uncertain = values.flatMap(({ spread }, i) =>
    spread === null ? [] : [{ spread, slope: slopes[i], i }],
  );
  if (uncertain.length === 0) return {};
  const [first, ...others] = uncertain;
  if (others.length > 0) {
    const alone = through(first.spread, (drawn) => drawn * first.slope, first.slope);
    const spread = others.reduce((so, other) => atWidest(so, 1, other.spread, other.slope), alone);
    return { spread, warnings: [...united(values).warnings, valueMessages.widestInterval()] };
  }
  const rest = isSum
    ? values.reduce((so, { value }, i) => (i === first.i ? so : so + slopes[i] * value), 0)
    : 0;
  return { spread: through(first.spread, (drawn) => drawn * first.slope + rest, first.slope) };
}
