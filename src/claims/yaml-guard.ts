import { Lexer } from 'yaml';
import type { Message } from '../base/index.ts';
import { messages } from './file-messages.ts';

/** Ten thousand claims have half a million tokens; the parser takes microseconds for each, and more the deeper. */
const MOST_TOKENS = 1_500_000;
/** Brackets within brackets, or dashes on one line, that the parser would go into one by one. */
const DEEPEST = 64;

/** Why a text is too much for the parser, found by its lexer, which is fast and keeps nothing; null where it is not. */
export function tooMuch(text: string): Message | null {
  let tokens = 0;
  let brackets = 0;
  let onThisLine = 0;
  for (const token of new Lexer().lex(text)) {
    if (++tokens > MOST_TOKENS) return messages.tooManyParts();
    if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets--;
    else if (brackets === 0 && ['-', '?', ':'].includes(token)) onThisLine++;
    else if (token.startsWith('\n') || token.startsWith('\r')) onThisLine = 0;
    if (brackets > DEEPEST || onThisLine > DEEPEST) return messages.tooDeep({ most: DEEPEST });
  }
  return null;
}
