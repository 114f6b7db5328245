import { InputError, type Message, several } from '../base/index.ts';
import type { Figure } from './figure.ts';
import { messages } from './messages.ts';
import { convert, dimension } from './unit.ts';

/** A number worked out of figures, with how; null with the reason where one of them is missing. */
export interface Derived {
  readonly value: number | null;
  readonly unit: string;
  readonly arithmetic: string;
  readonly from: readonly Figure[];
  readonly warnings: readonly Message[];
  readonly reason: Message | null;
}

/**
 * A part of a whole, as a fraction: a region of its nation. @throws InputError where the two measure different things
 */
export function shareOf(part: Figure, whole: Figure): Derived {
  return quotient(part, whole, 'fraction', () => 1);
}

/**
 * An amount per head, in the amount's own base unit a person, such as CNY per person.
 * @throws InputError where the second figure counts no persons
 */
export function perHead(amount: Figure, population: Figure): Derived {
  requireUnit(population, 'persons', messages.notPopulation);
  const [unit, base] = perUnit(amount, 'person');
  return quotient(
    amount,
    population,
    unit,
    () => convert(1, amount.unit, base)! / convert(1, population.unit, 'persons')!,
  );
}

/**
 * An amount per square kilometre: persons, or millions of a currency. @throws InputError where the second is no area
 */
export function density(amount: Figure, area: Figure): Derived {
  requireUnit(area, 'km2', messages.notArea);
  const [unit, base] = perUnit(amount, 'km2');
  return quotient(amount, area, unit, () => convert(1, amount.unit, base)! / convert(1, area.unit, 'km2')!);
}

/** Growth from the first to the second figure, as a fraction. @throws InputError where they are not of one series */
export function growth(before: Figure, after: Figure): Derived {
  if (before.metric !== after.metric || before.place !== after.place)
    throw new InputError(
      messages.mixedFigures({
        before: { metric: before.metric, place: before.place },
        after: { metric: after.metric, place: after.place },
      }),
    );
  if (before.value !== null && after.value !== null && before.vintage !== after.vintage)
    throw new InputError(
      messages.mixedVintages({
        before: { years: before.years, vintage: String(before.vintage) },
        after: { years: after.years, vintage: String(after.vintage) },
      }),
    );
  const ratio = quotient(after, before, 'fraction', () => 1);
  if (ratio.value === null) return ratio;
  return { ...ratio, value: ratio.value - 1, arithmetic: `${ratio.arithmetic}, less 1` };
}

/** Money in another currency at a stated rate, such as 7.19 CNY per USD. */
export function exchange(amount: Figure, rate: number, to: 'CNY' | 'USD' | 'EUR', stated: string): Derived {
  const from = currency(amount.unit);
  if (from === null) throw new InputError(messages.notMoney({ unit: amount.unit }));
  if (from === to) throw new InputError(messages.sameCurrency({ unit: amount.unit, currency: to }));
  if (!(rate > 0 && rate < Infinity)) throw new InputError(messages.impossibleRate({ rate }));
  const unit = `bn ${to}`;
  if (amount.value === null) return missing([amount], unit);
  const base = convert(amount.value, amount.unit, `bn ${from}`)!;
  return {
    value: base / rate,
    unit,
    arithmetic: `${base} bn ${from} ÷ ${rate} (${stated}) = ${base / rate} ${unit}`,
    from: [amount],
    warnings: [],
    reason: null,
  };
}

function requireUnit(
  figure: Figure,
  unit: string,
  fault: (given: { metric: string; unit: string }) => Message,
): void {
  if (dimension(figure.unit) === dimension(unit)) return;
  throw new InputError(fault({ metric: figure.metric, unit: figure.unit }));
}

function currency(unit: string): string | null {
  return /^money in (\w+)$/.exec(dimension(unit) ?? '')?.[1] ?? null;
}

function perUnit(amount: Figure, per: 'person' | 'km2'): [unit: string, base: string] {
  const of = currency(amount.unit);
  if (of !== null)
    return per === 'person' ? [`${of} per person`, of] : [`million ${of} per km2`, `million ${of}`];
  if (dimension(amount.unit) === 'persons' && per === 'km2') return ['persons per km2', 'persons'];
  return [`${amount.unit} per ${per}`, amount.unit];
}

function quotient(top: Figure, bottom: Figure, unit: string, factor: () => number): Derived {
  if (top.value === null || bottom.value === null) return missing([top, bottom], unit);
  const below = unit === 'fraction' ? convert(bottom.value, bottom.unit, top.unit) : bottom.value;
  if (below === null)
    throw new InputError(
      messages.notDivisible({
        top: { metric: top.metric, unit: top.unit },
        bottom: { metric: bottom.metric, unit: bottom.unit },
      }),
    );
  if (below === 0)
    return {
      ...missing([top, bottom], unit),
      reason: messages.isZero({ metric: bottom.metric, place: bottom.place }),
    };
  const value = (top.value / below) * factor();
  return {
    value,
    unit,
    arithmetic: `${top.value} ${top.unit} ÷ ${bottom.value} ${bottom.unit} = ${value} ${unit}`,
    from: [top, bottom],
    warnings: [...top.warnings, ...bottom.warnings, ...vintagesApart(top, bottom)],
    reason: null,
  };
}

/** A quotient of two metrics or places may have two vintages; that is told. */
function vintagesApart(a: Figure, b: Figure): Message[] {
  return a.vintage === b.vintage ? [] : [messages.vintagesDiffer({ top: a.vintage, bottom: b.vintage })];
}

function missing(from: readonly Figure[], unit: string): Derived {
  const reasons = from.flatMap(({ reason }) => reason ?? []);
  return { value: null, unit, arithmetic: '', from, warnings: [], reason: several(reasons) };
}
