import { z } from 'zod';
import { type Message, render } from '../../base/index.ts';
import { nearMisses } from '../../places/misspelt.ts';
import { messages } from './messages.ts';

/** The same declaration, which takes no other parameters than its own: a misspelt one is refused and not passed over. */
export function strict<S extends z.ZodObject>(schema: S): S {
  const names = Object.keys(schema.shape);
  const error: z.core.$ZodErrorMap = (issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => render(unknownParameter(key, names), 'en')).join(' ')
      : undefined;
  return schema.clone({ ...schema._zod.def, catchall: z.never(), error });
}

/** A parameter that is not among these, with the one that was likely meant or, where none is like it, all. */
export function unknownParameter(name: string, known: readonly string[]): Message {
  const near = nearMisses(name, known, 1).at(0)?.key ?? null;
  return messages.unknown({ name, near, known });
}
