import type { Packed, Texts } from '../packed.ts';
import { extendHigh, extendLow, type Tokens } from './tokens.ts';

/** What a name may stand for. */
export const MEANING = { place: 0, alias: 1, state: 2, country: 3, word: 4 } as const;
const MEANINGS = 8;

/** What kind of place a name's place is. */
export const LEVEL = { place: 0, prefecture: 1, division: 2, section: 3 } as const;

/** How many tokens the longest name has that is looked up. */
export const LONGEST = 8;

/** No entry, no country, no token. */
export const NOTHING = -1;

// What an entry is, in one number: the classes of the word, what it names, how many tokens the longest names have that begin
// and end with it.
const WORD_BITS = 12;
export const HAS_PLACE = 1 << WORD_BITS;
export const HAS_STATE = 1 << (WORD_BITS + 1);
export const HAS_COUNTRY = 1 << (WORD_BITS + 2);
const FROM_SHIFT = WORD_BITS + 3;
const LENGTH_BITS = 4;
const TO_SHIFT = FROM_SHIFT + LENGTH_BITS;
const LENGTH_MASK = (1 << LENGTH_BITS) - 1;

/** The traits of an entry with these meanings, with which names of so many tokens begin and end. */
export function traitsOf(refs: readonly number[], from: number, to: number): number {
  let traits = (Math.min(from, LONGEST) << FROM_SHIFT) | (Math.min(to, LONGEST) << TO_SHIFT);
  for (const ref of refs) {
    const kind = kindOf(ref);
    if (kind === MEANING.word) traits |= indexOf(ref);
    else traits |= kind === MEANING.country ? HAS_COUNTRY : kind === MEANING.state ? HAS_STATE : HAS_PLACE;
  }
  return traits;
}

export function wordBits(traits: number): number {
  return traits & (HAS_PLACE - 1);
}

/** How many tokens the longest name has that begins with this one; 0 where none has several. */
export function longestFrom(traits: number): number {
  return (traits >> FROM_SHIFT) & LENGTH_MASK;
}

/** How many tokens the longest name has that ends with this one; 0 where none has several. */
export function longestTo(traits: number): number {
  return (traits >> TO_SHIFT) & LENGTH_MASK;
}

/** Numbers of an entry in the table: two halves of its hash, where its meanings stand times 256 and how many they are, traits. */
export const ENTRY = 4;

/** A number for a country: two letters in base 26. */
export function countryNumber(code: string): number {
  return (code.charCodeAt(0) - 65) * 26 + code.charCodeAt(1) - 65;
}

export function meaning(kind: number, index: number): number {
  return index * MEANINGS + kind;
}

export function kindOf(ref: number): number {
  return ref % MEANINGS;
}

export function indexOf(ref: number): number {
  return Math.floor(ref / MEANINGS);
}

/**
 * The names of places, states and countries and the classes of words, found by the hash of their tokens where they lie in
 * memory: a table of open addressing, `slots` a power of two; two names of one hash of 64 bits would be taken for each other.
 */
export class Dictionary {
  readonly #entries: Int32Array;
  readonly #mask: number;
  /** What names mean, those of a name together. */
  readonly refs: Int32Array;
  readonly #city: Texts;
  readonly #name: Texts;
  readonly country: Int32Array;
  readonly state: Int32Array;
  readonly latitude: Int32Array;
  readonly longitude: Int32Array;
  readonly population: Int32Array;
  readonly level: Int32Array;
  readonly stateCountry: Int32Array;
  /** China's names in characters, for their own reader. */
  readonly ideographs: ReadonlyMap<string, readonly number[]>;
  /** City of China by the first four digits of a postcode. */
  readonly postcodes: ReadonlyMap<string, string>;

  constructor(packed: Packed) {
    this.#entries = packed.numbers('entry');
    this.#mask = this.#entries.length / ENTRY - 1;
    this.refs = packed.numbers('ref');
    this.#city = packed.texts('city');
    this.#name = packed.texts('name');
    this.country = packed.numbers('country');
    this.state = packed.numbers('state');
    this.latitude = packed.numbers('latitude');
    this.longitude = packed.numbers('longitude');
    this.population = packed.numbers('population');
    this.level = packed.numbers('level');
    this.stateCountry = packed.numbers('state country');
    this.ideographs = collect(packed.texts('ideographs'), packed.numbers('ideographs ref'));
    const [codes, cities] = [packed.texts('postcode'), packed.texts('postcode city')];
    this.postcodes = new Map(
      Array.from({ length: codes.length }, (_, i) => [codes.at(i), cities.at(i)] as const),
    );
  }

  /** The place id that place number `row` counts in. */
  city(row: number): string {
    return this.#city.at(row);
  }

  /** That city's name. */
  name(row: number): string {
    return this.#name.at(row);
  }

  /** Looks up a name by its hash. @returns its entry; NOTHING where it means nothing */
  find(high: number, low: number): number {
    const entries = this.#entries;
    const mask = this.#mask;
    for (let slot = (high ^ (low >>> 7)) & mask; ; slot = (slot + 1) & mask) {
      const entry = slot * ENTRY;
      if (entries[entry + 2] < 0) return NOTHING;
      if (entries[entry] === high && entries[entry + 1] === low) return entry;
    }
  }

  /** Where the meanings of an entry begin in `refs`. */
  first(entry: number): number {
    return this.#entries[entry + 2] >> 8;
  }

  /** And where they end. */
  end(entry: number): number {
    const at = this.#entries[entry + 2];
    return (at >> 8) + (at & 255);
  }

  traits(entry: number): number {
    return this.#entries[entry + 3];
  }

  /** Looks up tokens `from` to `to` (exclusive) as one name. */
  findTokens(tokens: Tokens, from: number, to: number): number {
    let high = tokens.high[from];
    let low = tokens.low[from];
    for (let i = from + 1; i < to; i++) {
      high = extendHigh(high, tokens.high[i]);
      low = extendLow(low, tokens.low[i]);
    }
    return this.find(high, low);
  }
}

function collect(names: Texts, refs: Int32Array): ReadonlyMap<string, number[]> {
  const map = new Map<string, number[]>();
  for (let i = 0; i < names.length; i++) {
    const list = map.get(names.at(i));
    if (list === undefined) map.set(names.at(i), [refs[i]]);
    else list.push(refs[i]);
  }
  return map;
}
