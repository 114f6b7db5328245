import { cleanAddress } from './clean.ts';
import { CHINA, CITY_STATES, isWithin } from './countries.ts';
import { countryNumber, type Dictionary, LEVEL, NOTHING } from './dictionary.ts';
import { type Chosen, type Context, Homonyms } from './homonyms.ts';
import { hasIdeographs, readIdeographs } from './ideographs.ts';
import { NameLookup } from './name-lookup.ts';
import { type Candidate, joined, NO_CITY_WORD, type Part, PartReader } from './parts.ts';
import { type AddressReading, type NoCity, none } from './reading.ts';
import { SEPARATOR } from './tokens.ts';
import { WORD_BIT } from './words.ts';

export interface AddressHints {
  /** ISO code of the country, for strings that name none. */
  readonly country?: string | null;
  /** Place id of the institution's own place: it decides among cities of one name. */
  readonly institution?: string | null;
}

/** Longer strings are no addresses. */
const LONGEST_ADDRESS = 4000;
/** A town so near to the city that is named behind it is the one that is meant. */
const BESIDE_KM = 40;
/** A street's name has so many words at most. */
const STREET_TOKENS = 3;
/** Reads the city out of address strings. One reader reads many, one after the other. */
export class AddressReader {
  readonly #dictionary: Dictionary;
  readonly #names: NameLookup;
  readonly #parts: PartReader;
  readonly #homonyms: Homonyms;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#names = new NameLookup(dictionary);
    this.#parts = new PartReader(this.#names);
    this.#homonyms = new Homonyms(dictionary, this.#names);
  }

  /**
   * The city that an address names: the rightmost part that is nothing but a city of the country and state that follow it. It
   * never comes out of an organisation's name, and of several cities of one name it is the one that the state, the postcode, the
   * institution's own place or a far larger number of people tells; otherwise the reason says why there is none.
   */
  read(text: string, hints: AddressHints = {}): AddressReading {
    if (text.length > LONGEST_ADDRESS) return none('too-long');
    const clean = cleanAddress(text);
    if (clean === '') return none('empty');
    if (hasIdeographs(clean)) {
      const reading = readIdeographs(this.#dictionary, clean);
      if (reading !== null) return reading;
    }
    this.#names.read(clean);
    if (this.#names.tokens.count === 0) return none('empty');
    return this.#addresses(this.#parts.read(), hints);
  }

  /** Reads address by address: one ends with a country, and where a semicolon stands. */
  #addresses(parts: readonly Part[], hints: AddressHints): AddressReading {
    let readings: AddressReading[] | null = null;
    let from = 0;
    for (let i = 0; i < parts.length; i++) {
      const isLast = i + 1 === parts.length;
      const ends =
        isLast ||
        parts[i + 1].separator === SEPARATOR.address ||
        (parts[i].country !== NOTHING && !parts[i].countryInName && !this.#continues(parts, from, i));
      if (!ends) continue;
      const reading = this.#readAddress(parts, from, i + 1, hints);
      if (isLast && readings === null) return reading.reason === 'no-city' ? none('no-city') : reading;
      (readings ??= []).push(reading);
      from = i + 1;
    }
    return together(readings ?? []);
  }

  /** Whether the address goes on after the country of part `i`: another country, a state or a postcode, or it stands first. */
  #continues(parts: readonly Part[], from: number, i: number): boolean {
    const next = parts[i + 1];
    if (next.bare || next.candidate?.states.length) return true;
    if (i === from && parts[i].bare) return true;
    // Nothing but a place follows: "China, Beijing".
    return next.candidate !== null && next.candidate.whole && i + 2 === parts.length;
  }

  #readAddress(parts: readonly Part[], from: number, to: number, hints: AddressHints): AddressReading {
    const { country, first } = this.#countryOf(parts, from, to, hints);
    let states = parts[from].states;
    let { countryAsState } = parts[from];
    for (let i = from + 1; i < to; i++) {
      states = joined(states, parts[i].states);
      countryAsState = joined(countryAsState, parts[i].countryAsState);
    }
    const context: Context = { country, states, countryAsState, institution: hints.institution ?? null };
    const reversed = first === from && to - from > 1 && parts[from].bare;
    const order = parts.slice(from, to);
    if (!reversed) order.reverse();
    let reason: NoCity = 'no-city';
    for (let i = 0; i < order.length; i++) {
      const part = order[i];
      const { candidate } = part;
      if (candidate === null) {
        const isOpen = reason === 'no-city';
        if (isOpen && part.body && this.#names.namesPlace(part.from, part.to)) reason = 'in-name';
        else if (!part.bare && !part.body && !part.street && isOpen && i < order.length - 1)
          reason = 'unknown';
        continue;
      }
      if (!this.#isCredible(candidate, part, order, i)) {
        reason = 'in-name';
        continue;
      }
      const chosen = this.#homonyms.choose(candidate, context, order[i + 1]);
      if (typeof chosen === 'string') {
        if (chosen === 'ambiguous') return none(chosen);
        if (reason === 'no-city') reason = chosen;
        continue;
      }
      return this.#reading(this.#within(chosen, order, i, context) ?? chosen);
    }
    return this.#cityState(context.country, first) ?? none(reason);
  }

  /** The country an address names, or that of an organisation's name ("… of China"), or the hint's; and which part names it. */
  #countryOf(
    parts: readonly Part[],
    from: number,
    to: number,
    hints: AddressHints,
  ): { country: number; first: number } {
    let [country, weak, first] = [NOTHING, NOTHING, NOTHING];
    for (let i = to - 1; i >= from; i--) {
      const part = parts[i];
      if (part.country === NOTHING) continue;
      if (part.countryInName) {
        if (weak === NOTHING) weak = part.country;
        continue;
      }
      if (country === NOTHING || isWithin(part.country, country)) country = part.country;
      if (first === NOTHING) first = i;
    }
    if (country === NOTHING)
      country =
        weak !== NOTHING ? weak : hints.country ? countryNumber(hints.country.toUpperCase()) : NOTHING;
    return { country, first };
  }

  /** Hong Kong, Macao, Singapore: the country that is a city. */
  #cityState(country: number, stated: number): AddressReading | null {
    if (stated === NOTHING) return null;
    const city = CITY_STATES.get(country);
    return city === undefined ? null : { ...city, how: 'city', reason: null };
  }

  /** A name that is a part of its own is a city's; one at the end of a longer part only where its state or country follows it. */
  #isCredible(candidate: Candidate, part: Part, order: readonly Part[], i: number): boolean {
    const { from, to, whole, followed } = candidate;
    if (whole) {
      // In brackets a whole address is read ("(75005 Paris, France)"), a single name is not ("(Beijing)").
      if (part.separator === SEPARATOR.open && followed === 'nothing' && !this.#opensAddress(part, order, i))
        return false;
      return to - from > 1 || (this.#names.wordBits(from) & NO_CITY_WORD) === 0;
    }
    if (this.#names.isJoined(from, part.from)) return false;
    if (candidate.apart) return true;
    return followed !== 'nothing' && (!part.street || !this.#isOfStreet(from, part.from));
  }

  /** Whether a name that begins at `start` may be that of a street before it, with no number between. */
  #isOfStreet(start: number, from: number): boolean {
    const names = this.#names;
    for (let i = start - 1; i >= Math.max(from, start - STREET_TOKENS); i--) {
      if (names.hasDigit(i)) return false;
      if ((names.wordBits(i) & WORD_BIT.streetOf) !== 0) return true;
    }
    return false;
  }

  #opensAddress(part: Part, order: readonly Part[], i: number): boolean {
    const next = i > 0 ? order[i - 1] : undefined;
    return part.country !== NOTHING || (next !== undefined && next.separator === SEPARATOR.comma);
  }

  /**
   * Of "Fisciano, Salerno" the first: a town in the division that the city beside it gives its name, or a town beside that city.
   * @returns null where what stands before is no such place
   */
  #within(outer: Chosen, order: readonly Part[], at: number, context: Context): Chosen | null {
    const d = this.#dictionary;
    if (d.country[outer.row] === CHINA || CITY_STATES.has(d.country[outer.row])) return null;
    let i = at + 1;
    while (i < order.length && order[i].bare) i++;
    const part = order.at(i);
    if (part?.candidate == null || !part.candidate.whole || !this.#isCredible(part.candidate, part, order, i))
      return null;
    if (part.separator === SEPARATOR.open) return null;
    const inner = this.#homonyms.choose(
      part.candidate,
      { ...context, country: d.country[outer.row] },
      order[i + 1],
    );
    if (typeof inner === 'string' || d.city(inner.row) === d.city(outer.row)) return null;
    if (d.level[inner.row] === LEVEL.section) return null;
    const named = outer.candidate.states.includes(d.state[inner.row]);
    if (!named && d.state[inner.row] !== d.state[outer.row]) return null;
    if (part.candidate.states.length > 0 && outer.candidate.states.length === 0) return null;
    return named || this.#homonyms.kilometres(inner.row, outer.row) < BESIDE_KM ? inner : null;
  }

  #reading({ row, how }: Chosen): AddressReading {
    const d = this.#dictionary;
    const read = how === 'city' && d.level[row] === LEVEL.division ? 'district' : how;
    return { place: d.city(row), name: d.name(row), how: read, reason: null };
  }
}

/** What several addresses in one string say together: the city where they agree on one. */
function together(readings: readonly AddressReading[]): AddressReading {
  const found = readings.filter(({ place }) => place !== null);
  if (found.length > 0)
    return found.every(({ place }) => place === found[0].place) ? found[0] : none('several');
  for (const reason of ['ambiguous', 'in-name', 'unknown'] as const)
    if (readings.some((reading) => reading.reason === reason)) return none(reason);
  return none('no-city');
}
