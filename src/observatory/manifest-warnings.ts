import type { Message } from '../base/index.ts';
import type { Manifest } from './manifest.ts';
import { warnings } from './warning-messages.ts';

/** The warnings of a manifest: its messages, or their English text where it has no code that is known here. */
export function manifestWarnings({
  warnings: texts,
  warningMessages: messages = [],
}: Pick<Manifest, 'warnings' | 'warningMessages'>): Message[] {
  return texts.map((text, i) => {
    const message = messages.at(i);
    return message !== undefined && CODES.has(message.code) ? message : warnings.other({ text });
  });
}

const CODES: ReadonlySet<string> = new Set(Object.keys(warnings).map((name) => `warnings.${name}`));
