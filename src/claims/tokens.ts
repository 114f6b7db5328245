import { InputError, type Message } from '../base/index.ts';
import { messages } from './expression-messages.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'place' | 'name' | 'sign' | 'end';
  readonly text: string;
  /** Column of its first character, the first being 1. */
  readonly at: number;
}

/** Ids of places, definitions, subjects and own regions stand as bare words: `cn-p:13`, `def:jjj_13`, `x:nice`. */
const FORMS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['place', /(?:cn-p|cn|gn|iso|def|x|adhoc):[\p{L}\p{N}_][\p{L}\p{N}_.-]*/uy],
  ['number', /(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?(?![\p{L}\p{N}_.])/iuy],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['text', /"(?:[^"\\]|\\.)*"/uy],
  ['sign', /[-+*/(),=×÷−]/uy],
];

const SIGNS: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-' };

/** The words of an expression, ending in an `end`. @throws InputError naming the column that is no word */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && /\s/.test(text[at])) at++;
    if (at === text.length) return [...found, { kind: 'end', text: '', at: at + 1 }];
    const token = tokenAt(text, at);
    if (token === null) throw unreadable(text, at);
    found.push({ ...token.word, at: at + 1 });
    at = token.end;
  }
}

function tokenAt(text: string, at: number): { word: Omit<Token, 'at'>; end: number } | null {
  for (const [kind, form] of FORMS) {
    form.lastIndex = at;
    const match = form.exec(text)?.[0];
    if (match === undefined) continue;
    const word = kind === 'text' ? unquoted(match) : kind === 'sign' ? (SIGNS[match] ?? match) : match;
    return word === null ? null : { word: { kind, text: word }, end: at + match.length };
  }
  return null;
}

/** Text between quotes, with the escapes of JSON; null where it has another. */
function unquoted(quoted: string): string | null {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return null;
  }
}

function unreadable(text: string, at: number): InputError {
  if (text[at] === '"') return fault(at + 1, messages.textNotClosed());
  if (/\d/.test(text[at])) return fault(at + 1, messages.notNumber({ text: text.slice(at, at + 12) }));
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return fault(at + 1, messages.unexpectedCharacter({ character }));
}

/** What is wrong at a column of an expression. */
export function fault(column: number, problem: Message): InputError {
  return new InputError(messages.atColumn({ column, problem }));
}
