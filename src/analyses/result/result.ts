import { z } from 'zod';
import { about } from '../about/about.ts';
import { listOf } from './values.ts';

/** What an answer is declared as: `about`, rows of one kind, and single findings beside them. */
export type ResultSchema = z.ZodReadonly<z.ZodObject>;

type Shape<R extends z.ZodType, M extends z.core.$ZodLooseShape> = {
  about: typeof about;
  rows: z.ZodReadonly<z.ZodArray<R>>;
} & M;

/** The declaration of an answer, of the declaration of its rows. */
export function resultOf<R extends z.ZodType, M extends z.core.$ZodLooseShape = Record<never, never>>(
  row: R,
  more: M = {} as M,
): z.ZodReadonly<z.ZodObject<Shape<R, M>>> {
  return z.object({ about, rows: listOf(row), ...more } as Shape<R, M>).readonly();
}
