import type { Message } from '../base/index.ts';
import { nearMisses } from '../places/misspelt.ts';
import { messages } from './messages.ts';

export function unknownField(name: string, known: readonly string[]): Message {
  return messages.unknownField({ name, near: nearMisses(name, known, 3).map(({ key }) => key), known });
}
