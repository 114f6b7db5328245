import type { Range } from './bound.ts';
import type { Comparison } from './claim.ts';
import type { Printed } from './printed.ts';
import { printedNumber } from './printed.ts';

/** About, nearly, ~: five percent of the value, unless the claim says otherwise. */
export const ABOUT_PERCENT = 5;

/**
 * How far a figure may lie from the value that a claim prints: as the claim says (`exact`, `5%`, `0.5`); else half a
 * unit of its last digit for =, so that 11.5 is anything that rounds to it and a count is exact; for ≈ five percent, or
 * half a digit where that is more. Nothing for > and <, which are strict.
 */
export function widthOf(given: string | null, comparison: Comparison, value: Printed): number {
  if (comparison !== '=' && comparison !== '≈') return 0;
  if (given === 'exact') return 0;
  const percent = /^(.*\S)\s*%$/.exec(given ?? '')?.[1];
  if (percent !== undefined) return (Math.abs(value.value) * printedNumber(percent)!.value) / 100;
  if (given !== null) return printedNumber(given)!.value;
  const half = value.lastDigit / 2;
  return comparison === '=' ? half : Math.max(half, (Math.abs(value.value) * ABOUT_PERCENT) / 100);
}

/** The numbers of which the comparison is true. */
export function rangeOf(comparison: Comparison, value: number, width: number): Range {
  const all = { from: -Infinity, to: Infinity, openFrom: false, openTo: false };
  switch (comparison) {
    case '=':
    case '≈':
      return { ...all, from: value - width, to: value + width };
    case '>':
      return { ...all, from: value, openFrom: true };
    case '≥':
      return { ...all, from: value };
    case '<':
      return { ...all, to: value, openTo: true };
    case '≤':
      return { ...all, to: value };
  }
}
