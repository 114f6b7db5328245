import type { z } from 'zod';
import type { yearSpan } from '../result/values.ts';
/** Years that are taken together, both ends in. */
export type Years = z.output<typeof yearSpan>;

/** `2015`, or `2015–2017`. */
export function sayYears({ from, to }: Years): string {
  return from === to ? String(from) : `${from}–${to}`;
}
