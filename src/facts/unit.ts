import type { Message } from '../base/index.ts';
import { nearMisses } from '../places/misspelt.ts';
import { messages } from './messages.ts';

/** What a unit measures, and how many of the dimension's base it is. Money of two currencies is of two dimensions. */
interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

const money = (currency: string, factor: number): Unit => ({ dimension: `money in ${currency}`, factor });

/** Every unit that a figure may be in, as it is written in tables and claims. */
const UNITS: Readonly<Record<string, Unit>> = {
  persons: { dimension: 'persons', factor: 1 },
  '10k persons': { dimension: 'persons', factor: 1e4 },
  'million persons': { dimension: 'persons', factor: 1e6 },
  km2: { dimension: 'area', factor: 1 },
  ...Object.fromEntries(
    ['CNY', 'USD', 'EUR'].flatMap((currency) => [
      [currency, money(currency, 1)],
      [`10k ${currency}`, money(currency, 1e4)],
      [`million ${currency}`, money(currency, 1e6)],
      [`100m ${currency}`, money(currency, 1e8)],
      [`bn ${currency}`, money(currency, 1e9)],
      [`trn ${currency}`, money(currency, 1e12)],
    ]),
  ),
  fraction: { dimension: 'ratio', factor: 100 },
  '%': { dimension: 'ratio', factor: 1 },
  '% per year': { dimension: 'growth a year', factor: 1 },
  'per 10k persons': { dimension: 'per person', factor: 100 },
  'per million persons': { dimension: 'per person', factor: 1 },
  'CNY per person': { dimension: 'money in CNY per person', factor: 1 },
  'USD per person': { dimension: 'money in USD per person', factor: 1 },
  'persons per km2': { dimension: 'persons per area', factor: 1 },
  'million CNY per km2': { dimension: 'money in CNY per area', factor: 1e6 },
  'CNY per USD': { dimension: 'exchange rate CNY per USD', factor: 1 },
  count: { dimension: 'count', factor: 1 },
  rank: { dimension: 'rank', factor: 1 },
  index: { dimension: 'index', factor: 1 },
  year: { dimension: 'year', factor: 1 },
  works: { dimension: 'works', factor: 1 },
  Share: { dimension: 'Nature Index Share', factor: 1 },
  Count: { dimension: 'Nature Index Count', factor: 1 },
  probability: { dimension: 'probability', factor: 1 },
};

export const unitNames: readonly string[] = Object.keys(UNITS);

export function isUnit(text: string): boolean {
  return Object.hasOwn(UNITS, text);
}

/** That a unit is not one of ours, with the nearest ones. */
export function unknownUnit(unit: string): Message {
  const near = nearMisses(unit, unitNames, 3).map(({ key }) => key);
  return messages.unknownUnit({ unit, choices: near.length > 0 ? near : unitNames });
}

/** What the unit measures, such as `money in CNY`; null where it is none of ours. */
export function dimension(unit: string): string | null {
  return isUnit(unit) ? UNITS[unit].dimension : null;
}

/** `value` in another unit of the same dimension; null where the two measure different things. */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  if (!isUnit(from) || !isUnit(to) || UNITS[from].dimension !== UNITS[to].dimension) return null;
  // Factors are whole powers of ten: so is the larger over the smaller, exactly.
  const ratio = UNITS[from].factor / UNITS[to].factor;
  return ratio >= 1 ? value * ratio : value / (UNITS[to].factor / UNITS[from].factor);
}
