import { convert, dimension } from '../facts/index.ts';
import { InputError } from '../base/index.ts';
import { messages } from './expression-messages.ts';

/** Units that a number written without one may stand for. */
const PLAIN: readonly string[] = [
  'fraction',
  'count',
  'index',
  'year',
  'probability',
  'rank',
  'works',
  'Share',
  'Count',
];

/** `value` in another unit; a plain number may become a fraction, a count and the like. Null where it cannot. */
export function inUnit(value: number, from: string | null, to: string | null): number | null {
  if (from === to) return value;
  if (from === null) return to !== null && PLAIN.includes(to) ? value : null;
  if (to === null) return PLAIN.includes(from) ? value : null;
  return convert(value, from, to);
}

/** The unit of a sum of two. @throws InputError where they measure different things */
export function unitOfSum(a: string | null, b: string | null): string | null {
  const unit = a ?? b;
  if (inUnit(1, a, unit) === null || inUnit(1, b, unit) === null)
    throw new InputError(messages.cannotAdd({ a, b }));
  return unit;
}

export interface UnitOfProduct {
  readonly unit: string | null;
  /** What the plain product or quotient of the two numbers is multiplied by. */
  readonly factor: number;
}

/** The unit of a product: one of the two is a plain number, a ratio, or a rate of exchange. */
export function unitOfProduct(a: string | null, b: string | null): UnitOfProduct {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one === null) return { unit: other, factor: 1 };
    if (dimension(one) === 'ratio') return { unit: other, factor: convert(1, one, 'fraction')! };
    const [from, to] = currenciesOfRate(one) ?? [];
    if (other !== null && from !== undefined && currencyOf(other) === to)
      return { unit: other.replace(to, from), factor: 1 };
  }
  throw new InputError(messages.cannotMultiply({ a, b }));
}

/** The unit of a quotient: a fraction of two of a kind, or by a plain number, a ratio or a rate of exchange. */
export function unitOfQuotient(a: string | null, b: string | null): UnitOfProduct {
  if (b === null) return { unit: a, factor: 1 };
  if (a === null && PLAIN.includes(b)) return { unit: null, factor: 1 };
  if (a !== null) {
    const ratio = convert(1, a, b);
    if (ratio !== null) return { unit: 'fraction', factor: ratio };
    if (dimension(b) === 'ratio') return { unit: a, factor: 1 / convert(1, b, 'fraction')! };
    const [from, to] = currenciesOfRate(b) ?? [];
    const [top, bottom] = [currencyOf(a), currencyOf(b)];
    if (from !== undefined && top === from) return { unit: a.replace(from, to!), factor: 1 };
    const rate = `${String(top)} per ${String(bottom)}`;
    if (top !== null && bottom !== null && currenciesOfRate(rate) !== null)
      return { unit: rate, factor: convert(1, a, top)! / convert(1, b, bottom)! };
  }
  throw new InputError(messages.cannotDivide({ a, b }));
}

/** `CNY` of `bn CNY`; null where the unit is no money. */
export function currencyOf(unit: string): string | null {
  return /^money in (\w+)$/.exec(dimension(unit) ?? '')?.[1] ?? null;
}

/** CNY and USD of `CNY per USD`; null where the unit is no rate of exchange. */
export function currenciesOfRate(unit: string): [of: string, per: string] | null {
  const found = /^exchange rate (\w+) per (\w+)$/.exec(dimension(unit) ?? '');
  return found === null ? null : [found[1], found[2]];
}
