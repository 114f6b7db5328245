import { z } from 'zod';
import { nearMisses } from '../../places/misspelt.ts';

/** The same declaration, which takes no other parameters than its own: a misspelt one is told and not passed over. */
export function strict<S extends z.ZodObject>(schema: S): S {
  const names = Object.keys(schema.shape);
  const error: z.core.$ZodErrorMap = (issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownParameter(key, names)).join(' ')
      : undefined;
  return schema.clone({ ...schema._zod.def, catchall: z.never(), error });
}

function unknownParameter(key: string, names: readonly string[]): string {
  return `There is no parameter “${key}”. ${likely(key, names)}`;
}

/** The parameter that was likely meant; where none is like it, all. */
export function likely(key: string, names: readonly string[]): string {
  const [near] = nearMisses(key, names, 1);
  return (near as { key: string } | undefined) === undefined
    ? `There are: ${names.join(', ')}.`
    : `Did you mean ${near.key}?`;
}
