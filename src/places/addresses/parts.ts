import { isWithin } from './countries.ts';
import { NOTHING } from './dictionary.ts';
import type { NameLookup } from './name-lookup.ts';
import { SEPARATOR } from './tokens.ts';
import { WORD_BIT } from './words.ts';

/** A word of these is no city by itself. */
export const NO_CITY_WORD =
  WORD_BIT.body | WORD_BIT.joins | WORD_BIT.street | WORD_BIT.saint | WORD_BIT.noise;
/** A house's number stands so many tokens before "St" at most. */
const STREET_TOKENS = 4;

/** What follows a name without a comma: a state or postcode says more than a country. */
export type Followed = 'nothing' | 'country' | 'state';

/** A name in a part that may be its city's. */
export interface Candidate {
  /** Its entry in the dictionary. */
  readonly entry: number;
  /** Its tokens. */
  readonly from: number;
  readonly to: number;
  /** The part is nothing but it, postcodes and the like. */
  readonly whole: boolean;
  readonly followed: Followed;
  /** States that bear its name too. */
  readonly states: readonly number[];
  /** "City" or the like stands behind it. */
  readonly city: boolean;
  /** Without a comma, but the name before it has ended: with a postcode, a legal form, or in the same city's name. */
  readonly apart: boolean;
}

const NO_STATES: readonly number[] = [];

/** A part of a string between commas, read from its end. */
export class Part {
  from = 0;
  to = 0;
  separator: number = SEPARATOR.space;
  country = NOTHING;
  /** The country's name is nothing but part of a longer one: "University of China". */
  countryInName = false;
  states = NO_STATES;
  /** States that stand inside a longer name: "University of California". */
  statesInName = NO_STATES;
  countryAsState = NO_STATES;
  candidate: Candidate | null = null;
  body = false;
  street = false;
  /** Nothing is left but country, state, postcode or noise. */
  bare = false;

  clear(from: number, to: number, separator: number): void {
    this.from = from;
    this.to = to;
    this.separator = separator;
    this.country = NOTHING;
    this.countryInName = false;
    this.states = NO_STATES;
    this.statesInName = NO_STATES;
    this.countryAsState = NO_STATES;
    this.candidate = null;
    this.body = false;
    this.street = false;
    this.bare = false;
  }
}

/** Reads the parts of strings. The objects are used again for the next string. */
export class PartReader {
  readonly #names: NameLookup;
  readonly #pool: Part[] = [];
  readonly #parts: Part[] = [];

  constructor(names: NameLookup) {
    this.#names = names;
  }

  /** The parts of the string that was looked up last; they stand until the next. */
  read(): readonly Part[] {
    const { count, before } = this.#names.tokens;
    let parts = 0;
    let from = 0;
    for (let i = 1; i <= count; i++) {
      if (i < count && before[i] < SEPARATOR.close) continue;
      if (parts === this.#pool.length) this.#pool.push(new Part());
      const part = this.#pool[parts];
      part.clear(from, i, before[from]);
      this.#read(part);
      this.#parts[parts++] = part;
      from = i;
    }
    this.#parts.length = parts;
    return this.#parts;
  }

  /** Reads a part from its end: postcodes, country, states, and the name before them. */
  #read(part: Part): void {
    const names = this.#names;
    const { from, to } = part;
    let anyBits = 0;
    for (let i = from; i < to; i++) anyBits |= names.wordBits(i);
    part.body = (anyBits & WORD_BIT.body) !== 0;
    part.street =
      (anyBits & WORD_BIT.street) !== 0 || ((anyBits & WORD_BIT.saint) !== 0 && this.#namesStreet(from, to));
    let end = to;
    let followed: Followed = 'nothing';
    let city = false;
    while (end > from) {
      const beforeCountry = this.#country(end, part);
      if (beforeCountry !== NOTHING) {
        end = beforeCountry;
        if (followed === 'nothing') followed = 'country';
        continue;
      }
      if (names.isCode(end - 1, from)) {
        if (names.hasDigit(end - 1)) followed = 'state';
        end--;
        continue;
      }
      const bits = names.wordBits(end - 1);
      if ((bits & WORD_BIT.noise) !== 0) {
        end--;
        continue;
      }
      const start = this.#longest(from, end);
      if (start === NOTHING) {
        // "Hubei Province", "Haidian District", "Wuhan City": the name stands before.
        if ((bits & (WORD_BIT.division | WORD_BIT.city)) !== 0 && end - 1 > from) {
          if ((bits & WORD_BIT.city) !== 0) city = true;
          end--;
          continue;
        }
        break;
      }
      const entry = names.entry(start, end);
      // What follows a bracket goes on with the name before it: "Institute (IIQ) Jakarta".
      const whole = part.separator !== SEPARATOR.close && names.isStart(from, start);
      const states = names.states(entry, start, end);
      if (states.length > 0 && names.isJoined(start, from) && !whole) {
        part.statesInName = joined(part.statesInName, states);
        break;
      }
      part.states = joined(part.states, states);
      if (names.hasPlace(entry) && (whole || states.length === 0 || part.candidate === null))
        part.candidate = {
          entry,
          from: start,
          to: end,
          whole,
          followed,
          states,
          city,
          apart: !whole && this.#isApart(entry, from, start, end),
        };
      if (whole) {
        end = from;
        break;
      }
      if (states.length === 0) break;
      end = start;
      followed = 'state';
    }
    part.bare = end <= from && (part.candidate === null || !part.candidate.whole);
  }

  /** Whether a "St" of these tokens is a street: it stands last or behind a number ("12 Main St"). */
  #namesStreet(from: number, to: number): boolean {
    const names = this.#names;
    for (let i = from; i < to; i++) {
      if ((names.wordBits(i) & WORD_BIT.saint) === 0) continue;
      if (i === to - 1 && i > from) return true;
      for (let k = Math.max(from, i - STREET_TOKENS); k < i; k++) if (names.hasDigit(k)) return true;
    }
    return false;
  }

  /** Whether the name before a city's, tokens `start` to `end`, has ended. */
  #isApart(entry: number, from: number, start: number, end: number): boolean {
    const names = this.#names;
    if (start === from) return false;
    if (names.isPostcode(start - 1) || (names.wordBits(start - 1) & WORD_BIT.legal) !== 0) return true;
    const first = start - (end - start);
    return first >= from && names.entry(first, start) === entry;
  }

  /** Where the country at the end of a part's tokens up to `end` begins; NOTHING where there is none. */
  #country(end: number, part: Part): number {
    const names = this.#names;
    let states = NO_STATES;
    for (let start = names.earliest(part.from, end); start < end; start++) {
      const entry = names.entry(start, end);
      if (entry === NOTHING) continue;
      const country = names.country(entry);
      if (country === NOTHING) {
        if (end - start > 1) states = joined(states, names.states(entry, start, end));
        continue;
      }
      // "New Jersey" and "New Mexico" are states of another country; "Western Australia" tells its own.
      if (states.length > 0 && !names.isAnyOf(states, country)) return NOTHING;
      if (end - start === 1 && names.isWeakCode(start)) continue;
      if (names.isJoined(start, part.from)) {
        if (part.country === NOTHING) {
          part.country = country;
          part.countryInName = true;
        }
        return NOTHING;
      }
      // "Hong Kong, China" is of Hong Kong, "Taiwan, China" of Taiwan.
      if (part.country === NOTHING || part.countryInName || isWithin(country, part.country))
        part.country = country;
      part.countryInName = false;
      // "Georgia" may be the state.
      part.countryAsState = joined(part.countryAsState, names.states(entry, start, end));
      return start;
    }
    return NOTHING;
  }

  /** Where the longest name of a place or state that ends at `end` begins. */
  #longest(from: number, end: number): number {
    const names = this.#names;
    for (let start = names.earliest(from, end); start < end; start++) {
      const entry = names.entry(start, end);
      if (entry === NOTHING) continue;
      if (end - start === 1 && start > from && (names.wordBits(start) & NO_CITY_WORD) !== 0) continue;
      if (names.hasPlace(entry) || names.states(entry, start, end).length > 0) return start;
    }
    return NOTHING;
  }
}

/** Both lists as one; mostly one of them is empty. */
export function joined(first: readonly number[], second: readonly number[]): readonly number[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}
