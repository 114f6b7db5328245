import { convert, isUnit, unitNames } from '../../facts/index.ts';
import { InputError, type Message } from '../../base/index.ts';
import { nearMisses } from '../../places/misspelt.ts';
import { numeric, product, quotient } from '../arithmetic.ts';
import { currenciesOfRate, currencyOf } from '../unit-rules.ts';
import { numberValue, type Value } from '../value.ts';
import { messages } from './messages.ts';
import type { ExpressionFunction } from './signature.ts';

const value = (name: string) => ({ name, role: 'value' }) as const;
const word = (name: string) => ({ name, role: 'word' }) as const;

/** Functions that know of units: amounts of money, per head, per area. */
export const measures: Readonly<Record<string, ExpressionFunction>> = {
  /** A number with a unit: `quantity(100, "bn CNY")`. */
  quantity: {
    parameters: [value('number'), word('unit')],
    run: (given) => {
      const { value: number, unit } = numeric(given.value('number'));
      if (unit !== null) throw new InputError(messages.alreadyInUnit({ unit }));
      return numberValue(number, requireUnit(given.word('unit')));
    },
  },
  per_head: {
    parameters: [value('amount'), value('population')],
    run: (given) => {
      const [amount, population] = [given.value('amount'), given.value('population')];
      const of = amount.unit === null ? null : currencyOf(amount.unit);
      return of === null
        ? per(amount, 'count', population, 'persons', 'per 10k persons', 1e4)
        : per(amount, of, population, 'persons', `${of} per person`, 1);
    },
  },
  density: {
    parameters: [value('amount'), value('area')],
    run: (given) => {
      const [amount, area] = [given.value('amount'), given.value('area')];
      const of = amount.unit === null ? null : currencyOf(amount.unit);
      return of === null
        ? per(amount, 'persons', area, 'km2', 'persons per km2', 1)
        : per(amount, `million ${of}`, area, 'km2', `million ${of} per km2`, 1);
    },
  },
  /** Money in another currency, at so many of its own for one of the other (7.19 yuan a dollar), or at a rate with a unit. */
  exchange: {
    parameters: [value('amount'), value('rate'), word('currency')],
    run: (given) => exchange(given.value('amount'), given.value('rate'), given.word('currency')),
  },
};

/** a in `unitOfA` over b in `unitOfB`. @throws InputError where one measures something else */
function per(a: Value, unitOfA: string, b: Value, unitOfB: string, unit: string, times: number): Value {
  return quotient(a, b, (top, bottom) => {
    const [ofA, ofB] = [factor(top, unitOfA), factor(bottom, unitOfB)];
    return { unit: requireUnit(unit), factor: (ofA / ofB) * times };
  });
}

function factor(from: string | null, to: string): number {
  const found = from === null ? null : convert(1, from, to);
  if (found === null) throw new InputError(messages.notInUnit({ from, to }));
  return found;
}

function exchange(amount: Value, rate: Value, to: string): Value {
  if (amount.value === null) return amount;
  if (rate.value === null) return rate;
  const from = amount.unit === null ? null : currencyOf(amount.unit);
  if (from === null) throw new InputError(messages.notMoney({ unit: amount.unit }));
  const unit = requireUnit(amount.unit!.replace(from, to));
  if (from === to) throw new InputError(messages.sameCurrency({ currency: to }));
  const { value: number, unit: given } = numeric(rate);
  if (!(number > 0)) throw new InputError(messages.invalidRate({ rate: number }));
  const [of, one] = given === null ? [from, to] : (currenciesOfRate(given) ?? []);
  const stated: Value = {
    ...rate,
    trace: { kind: 'number', label: '', value: number, unit: `${of} per ${one}` },
  };
  if (of === from && one === to)
    return quotient(amount, given === null ? stated : rate, () => ({ unit, factor: 1 }));
  if (of === to && one === from) return { ...product(amount, rate), unit };
  throw new InputError(messages.rateOfOthers({ unit: given!, from, to }));
}

export function requireUnit(unit: string): string {
  if (isUnit(unit)) return unit;
  throw new InputError(unknownUnit(unit));
}

export function unknownUnit(unit: string): Message {
  return messages.unknownUnit({
    unit,
    near: nearMisses(unit, unitNames, 3).map(({ key }) => key),
    known: unitNames,
  });
}
