import {
  type Dictionary,
  HAS_COUNTRY,
  HAS_PLACE,
  HAS_STATE,
  indexOf,
  kindOf,
  LONGEST,
  longestFrom,
  longestTo,
  MEANING,
  NOTHING,
  wordBits,
} from './dictionary.ts';
import { LETTERS, SEPARATOR, Tokens } from './tokens.ts';
import { WORD_BIT } from './words.ts';

const NO_STATES: readonly number[] = [];
const COMMON_LENGTH = 256;

/** A string's tokens and what each means: every token is looked up once, and several together only where a name may begin and end. */
export class NameLookup {
  readonly tokens = new Tokens();
  text = '';
  readonly #dictionary: Dictionary;
  #entries = new Int32Array(COMMON_LENGTH);
  #traits = new Int32Array(COMMON_LENGTH);

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** Splits a string into tokens and looks each up. */
  read(text: string): void {
    this.text = text;
    const { tokens } = this;
    const d = this.#dictionary;
    tokens.read(text);
    const { count, high, low } = tokens;
    if (count > this.#entries.length) {
      this.#entries = new Int32Array(high.length);
      this.#traits = new Int32Array(high.length);
    }
    for (let i = 0; i < count; i++) {
      const entry = d.find(high[i], low[i]);
      this.#entries[i] = entry;
      this.#traits[i] = entry === NOTHING ? 0 : d.traits(entry);
    }
  }

  /** The entry of tokens `from` to `to` (exclusive) as one name; NOTHING where they are none. */
  entry(from: number, to: number): number {
    const length = to - from;
    if (length === 1) return this.#entries[from];
    if (length > longestFrom(this.#traits[from]) || length > longestTo(this.#traits[to - 1])) return NOTHING;
    return this.#dictionary.findTokens(this.tokens, from, to);
  }

  /** Where the longest name that ends at `end` may begin. */
  earliest(from: number, end: number): number {
    return Math.max(from, end - Math.max(longestTo(this.#traits[end - 1]), 1));
  }

  /** How many tokens a name that begins with a token may have. */
  longest(token: number): number {
    return Math.min(Math.max(longestFrom(this.#traits[token]), 1), LONGEST);
  }

  wordBits(token: number): number {
    return wordBits(this.#traits[token]);
  }

  /** The country that an entry names; NOTHING where none. */
  country(entry: number): number {
    const d = this.#dictionary;
    if ((d.traits(entry) & HAS_COUNTRY) === 0) return NOTHING;
    const end = d.end(entry);
    for (let i = d.first(entry); i < end; i++)
      if (kindOf(d.refs[i]) === MEANING.country) return indexOf(d.refs[i]);
    return NOTHING;
  }

  hasPlace(entry: number): boolean {
    return (this.#dictionary.traits(entry) & HAS_PLACE) !== 0;
  }

  /** States that an entry, tokens `start` to `end`, names; a state's code is written in capitals. */
  states(entry: number, start: number, end: number): readonly number[] {
    if (entry === NOTHING) return NO_STATES;
    const d = this.#dictionary;
    if ((d.traits(entry) & HAS_STATE) === 0) return NO_STATES;
    if (end - start === 1 && this.isWeakCode(start) && !this.#isAbbreviation(start)) return NO_STATES;
    const found: number[] = [];
    const last = d.end(entry);
    for (let i = d.first(entry); i < last; i++)
      if (kindOf(d.refs[i]) === MEANING.state) found.push(indexOf(d.refs[i]));
    return found;
  }

  /** Whether one of these states lies in a country. */
  isAnyOf(states: readonly number[], country: number): boolean {
    return states.some((state) => this.#dictionary.stateCountry[state] === country);
  }

  /** Short names of countries and states must be written in capitals: "us" is a word. */
  isWeakCode(token: number): boolean {
    const { start, end, letters } = this.tokens;
    return end[token] - start[token] <= 3 && (letters[token] & LETTERS.allCapitals) === 0;
  }

  #isAbbreviation(token: number): boolean {
    return this.text.charCodeAt(this.tokens.end[token]) === 46;
  }

  hasDigit(token: number): boolean {
    return (this.tokens.letters[token] & LETTERS.digit) !== 0;
  }

  /** Whether a token is a number as long as postcodes and the numbers of boxes are. */
  isPostcode(token: number): boolean {
    if (!this.hasDigit(token)) return false;
    const { start, end } = this.tokens;
    return /^\d{4,7}$/u.test(this.text.slice(start[token], end[token]));
  }

  /** Whether what begins at `start` continues a name: "University of …". */
  isJoined(start: number, from: number): boolean {
    return start > from && (this.wordBits(start - 1) & WORD_BIT.joins) !== 0;
  }

  /** A postcode or its like: with a digit, or the letters of a country before digits ("D-69120"). */
  isCode(token: number, from: number): boolean {
    const { letters, start, end, count, before } = this.tokens;
    if ((letters[token] & LETTERS.digit) !== 0) return true;
    const length = end[token] - start[token];
    if (length > 2 || (letters[token] & LETTERS.allCapitals) === 0) return false;
    const next = token + 1;
    if (next < count && before[next] === SEPARATOR.joint && (letters[next] & LETTERS.digit) !== 0)
      return true;
    // "1081 HV Amsterdam"
    return (
      token > from &&
      (letters[token - 1] & LETTERS.digit) !== 0 &&
      length === 2 &&
      next < count &&
      before[next] < SEPARATOR.close &&
      this.states(this.#entries[token], token, next).length === 0
    );
  }

  /** Whether nothing stands before `start` in its part but postcodes, "City of" and the like. */
  isStart(from: number, start: number): boolean {
    for (let i = from; i < start; i++) {
      const bits = this.wordBits(i);
      if (this.isCode(i, from) || (bits & (WORD_BIT.ofCity | WORD_BIT.noise)) !== 0) continue;
      if (i > from && (bits & WORD_BIT.joins) !== 0 && i === start - 1) continue;
      return false;
    }
    return true;
  }

  /** Whether a place's name stands in these tokens, beside words of organisations, streets and the like. */
  namesPlace(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const traits = this.#traits[i];
      if ((traits & HAS_PLACE) !== 0 && wordBits(traits) === 0) return true;
    }
    return false;
  }
}
