import { z } from 'zod';
import { about } from '../about/about.ts';
import { listOf } from './values.ts';

/** The declaration of an answer: `about`, its rows, and single findings beside them. */
export function resultOf<R extends z.ZodType, M extends z.core.$ZodLooseShape>(row: R, more: M) {
  return z.object({ about, rows: listOf(row), ...more }).readonly();
}
