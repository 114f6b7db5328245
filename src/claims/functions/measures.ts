import { convert, isUnit, unitNames } from '../../facts/index.ts';
import { InputError } from '../../base/index.ts';
import { nearMisses } from '../../places/misspelt.ts';
import { numeric, product, quotient } from '../arithmetic.ts';
import { currenciesOfRate, currencyOf } from '../unit-rules.ts';
import { numberValue, type Value } from '../value.ts';
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
      if (unit !== null)
        throw new InputError(`quantity() of an amount in ${unit}.`, { todo: 'Give a plain number.' });
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
    if (!isUnit(unit))
      throw new InputError(`“${unit}” is no unit.`, { todo: `Units are ${unitNames.join(', ')}.` });
    return { unit, factor: (ofA / ofB) * times };
  });
}

function factor(from: string | null, to: string): number {
  const found = from === null ? null : convert(1, from, to);
  if (found === null)
    throw new InputError(
      `${from === null ? 'a number without a unit' : `an amount in ${from}`} is not in ${to}.`,
      {
        todo: `Give an amount in ${to} or a unit of its kind.`,
      },
    );
  return found;
}

function exchange(amount: Value, rate: Value, to: string): Value {
  if (amount.value === null) return amount;
  if (rate.value === null) return rate;
  const from = amount.unit === null ? null : currencyOf(amount.unit);
  if (from === null)
    throw new InputError(`${amount.unit ?? 'a number without a unit'} is no money.`, {
      todo: 'Exchange an amount of money, such as quantity(100, "bn CNY").',
    });
  const unit = requireUnit(amount.unit!.replace(from, to));
  if (from === to)
    throw new InputError(`exchange() from ${from} to ${to}.`, { todo: 'Name another currency.' });
  const { value: number, unit: given } = numeric(rate);
  if (!(number > 0))
    throw new InputError(`an exchange rate of ${number} cannot be.`, { todo: 'Give a rate above 0.' });
  const [of, one] = given === null ? [from, to] : (currenciesOfRate(given) ?? []);
  const stated: Value = {
    ...rate,
    trace: { kind: 'number', label: '', value: number, unit: `${of} per ${one}` },
  };
  if (of === from && one === to)
    return quotient(amount, given === null ? stated : rate, () => ({ unit, factor: 1 }));
  if (of === to && one === from) return { ...product(amount, rate), unit };
  throw new InputError(`${given} is no rate between ${from} and ${to}.`, { todo: `Give ${from} per ${to}.` });
}

export function requireUnit(unit: string): string {
  if (isUnit(unit)) return unit;
  const near = nearMisses(unit, unitNames, 3).map(({ key }) => key);
  throw new InputError(`“${unit}” is no unit.`, {
    todo: near.length > 0 ? `Did you mean ${near.join(', ')}?` : `Units are ${unitNames.join(', ')}.`,
  });
}
