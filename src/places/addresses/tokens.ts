import { foldLetters } from '../normalise.ts';

/** What stands before a token. Higher ones part more: from `close` on, a name does not reach across. */
export const SEPARATOR = { space: 0, joint: 1, close: 2, comma: 3, open: 4, address: 5 } as const;

/** What a token is written with. */
export const LETTERS = { digit: 1, capital: 2, allCapitals: 4, ideographs: 8 } as const;

const OFFSET_1 = 0x811c9dc5;
const OFFSET_2 = 0x2f0b4a27;
const PRIME_1 = 0x01000193;
const PRIME_2 = 0x5bd1e995;
const GROW_1 = 0x9e3779b1;
const GROW_2 = 0x85ebca6b;

const COMMA = 44;
const STOP = 46;
const HYPHEN = 45;
const SPACE = 32;

// What a character of ASCII is within a word; 0 where it ends one.
const SMALL = 1;
const CAPITAL = 2;
const DIGIT = 4;
const APOSTROPHE = 8;
const KIND = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (/[a-z]/.test(letter)) return SMALL;
  if (/[A-Z]/.test(letter)) return CAPITAL;
  if (/\d/.test(letter)) return DIGIT;
  return letter === "'" || letter === '`' ? APOSTROPHE : 0;
});

/**
 * A string as tokens: each with a hash of 64 bits of its letters, folded (case, marks, ligatures), and with what stands before
 * it. Nothing is allocated for a string but in {@link foldOther}: one object reads many strings, one after the other.
 */
export class Tokens {
  count = 0;
  /** Where each token begins and ends in the string. */
  start = new Int32Array(256);
  end = new Int32Array(256);
  /** Two halves of the hash. */
  high = new Int32Array(256);
  low = new Int32Array(256);
  /** Bits of LETTERS. */
  letters = new Uint8Array(256);
  /** Of SEPARATOR. */
  before = new Uint8Array(256);

  /** Reads a string. Time is linear in its length. */
  read(text: string): void {
    this.count = 0;
    let before: number = SEPARATOR.address;
    const length = text.length;
    let at = 0;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (isWord(code)) {
        const end = this.#token(text, at, before);
        before = SEPARATOR.space;
        at = end;
        continue;
      }
      const separator = this.#separator(text, at, code);
      if (separator > before) before = separator;
      at++;
    }
  }

  /** One token from `at` on: letters, digits and what stands inside words. @returns where it ends */
  #token(text: string, from: number, before: number): number {
    if (this.count === this.start.length) this.#grow();
    const length = text.length;
    let high = OFFSET_1;
    let low = OFFSET_2;
    let seen = 0;
    let at = from;
    const ideographs = isIdeograph(text.charCodeAt(from));
    for (; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128) {
        const kind = KIND[code];
        if (kind === 0) break;
        if (kind === APOSTROPHE) {
          if (at + 1 < length && isWord(text.charCodeAt(at + 1))) continue;
          break;
        }
        seen |= kind;
        if (ideographs) break;
        const small = kind === CAPITAL ? code | 32 : code;
        high = Math.imul(high ^ small, PRIME_1);
        low = Math.imul(low ^ small, PRIME_2);
        low ^= low >>> 13;
        continue;
      }
      if (isApostrophe(code)) continue;
      if (!isWord(code) || isIdeograph(code) !== ideographs) break;
      const folded = foldOther(code);
      if (folded === '') continue;
      seen |= isCapital(code) ? CAPITAL : SMALL;
      for (let i = 0; i < folded.length; i++) {
        const part = folded.charCodeAt(i);
        high = Math.imul(high ^ part, PRIME_1);
        low = Math.imul(low ^ part, PRIME_2);
        low ^= low >>> 13;
      }
    }
    const row = this.count++;
    let letters = (seen & DIGIT) === 0 ? 0 : LETTERS.digit;
    if ((seen & CAPITAL) !== 0) letters |= LETTERS.capital;
    if ((seen & (CAPITAL | SMALL)) === CAPITAL) letters |= LETTERS.allCapitals;
    if (ideographs) letters |= LETTERS.ideographs;
    this.start[row] = from;
    this.end[row] = Math.max(at, from + 1);
    this.high[row] = high;
    this.low[row] = low;
    this.letters[row] = letters;
    this.before[row] = before;
    return this.end[row];
  }

  #separator(text: string, at: number, code: number): number {
    switch (code) {
      case SPACE:
      case 9:
      case 0xa0:
      case 0x3000:
        return SEPARATOR.space;
      case COMMA:
      case 0xff0c: // ，
      case 0x3001: // 、
      case 0x60c: // ،
      case 58: // :
        return SEPARATOR.comma;
      case 59: // ;
      case 0xff1b: // ；
      case 0x61b: // ؛
      case 10:
      case 13:
      case 124: // |
        return SEPARATOR.address;
      case 40:
      case 91:
      case 123:
      case 0xff08: // （
        return SEPARATOR.open;
      case 41:
      case 93:
      case 125:
      case 0xff09: // ）
        return SEPARATOR.close;
      case HYPHEN:
      case 0x2013:
      case 0x2014:
      case 47: // /
        // Between spaces it parts as a comma does; inside a word it joins.
        return at > 0 && text.charCodeAt(at - 1) === SPACE && text.charCodeAt(at + 1) === SPACE
          ? SEPARATOR.comma
          : SEPARATOR.joint;
      case 0x3002: // 。
        return SEPARATOR.comma;
      case STOP:
        return this.#endsSentence(text, at) ? SEPARATOR.comma : SEPARATOR.joint;
      case 34:
      case 0x201c:
      case 0x201d:
      case 0xab:
      case 0xbb:
        return SEPARATOR.comma;
      default:
        return SEPARATOR.joint;
    }
  }

  /** A full stop after a word of four letters or more, before a space or the end, ends a part; others are abbreviations. */
  #endsSentence(text: string, at: number): boolean {
    const row = this.count - 1;
    if (row < 0 || this.end[row] !== at) return false;
    const next = text.charCodeAt(at + 1);
    return (Number.isNaN(next) || next === SPACE) && at - this.start[row] > 3;
  }

  #grow(): void {
    for (const name of ['start', 'end', 'high', 'low'] as const) {
      const larger = new Int32Array(this[name].length * 2);
      larger.set(this[name]);
      this[name] = larger;
    }
    for (const name of ['letters', 'before'] as const) {
      const larger = new Uint8Array(this[name].length * 2);
      larger.set(this[name]);
      this[name] = larger;
    }
  }
}

/** The hash of several tokens one after the other, a step at a time: what stands so far, and the next token's half. */
export function extendHigh(hash: number, token: number): number {
  return (Math.imul(hash, GROW_1) + token) | 0;
}

export function extendLow(hash: number, token: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), GROW_2) ^ token;
  return mixed | 0;
}

function isWord(code: number): boolean {
  return code < 128 ? (KIND[code] & (SMALL | CAPITAL | DIGIT)) !== 0 : WORD[code] === 1;
}

function isIdeograph(code: number): boolean {
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || code === 0x3005;
}

function isApostrophe(code: number): boolean {
  return (
    code === 0x2019 || code === 0x2018 || code === 0x2bb || code === 0x2bc || code === 0x2b9 || code === 0xb4
  );
}

/** Which UTF-16 code units beyond ASCII stand inside words: letters, digits and marks; halves of pairs do not. */
const WORD = new Uint8Array(65_536);
/** Letters beyond ASCII, folded; made when first met. */
const FOLDED: (string | undefined)[] = [];
const CAPITALS = new Uint8Array(65_536);
for (let code = 128; code < 65_536; code++) {
  if (code >= 0xd800 && code <= 0xdfff) continue;
  const letter = String.fromCharCode(code);
  if (/[\p{L}\p{N}\p{M}]/u.test(letter)) WORD[code] = 1;
  if (/\p{Lu}/u.test(letter)) CAPITALS[code] = 1;
}

function isCapital(code: number): boolean {
  return CAPITALS[code] === 1;
}

/** As {@link normaliseName} folds. */
function foldOther(code: number): string {
  return (FOLDED[code] ??= foldLetters(String.fromCharCode(code)).replace(/[^\p{L}\p{N}\p{M}]/gu, ''));
}
