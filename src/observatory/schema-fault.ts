import type { z } from 'zod';
import type { Message } from '../base/index.ts';
import { messages } from './schema-messages.ts';

/** What a schema found wrong with a value, in our words: the library's own are English alone. */
export function schemaFault(issue: z.core.$ZodIssue): Message {
  switch (issue.code) {
    case 'invalid_type':
      return messages.wrongType({ expected: issue.expected });
    case 'too_small':
      return messages.tooSmall({ least: Number(issue.minimum), items: issue.origin === 'array' });
    case 'too_big':
      return messages.tooBig({ most: Number(issue.maximum), items: issue.origin === 'array' });
    case 'custom':
      return (issue.params?.detail as Message | undefined) ?? messages.invalid();
    default:
      return messages.invalid();
  }
}
