import { cleanAddress } from './clean.ts';
import {
  countryCode,
  countryNumber,
  type Dictionary,
  indexOf,
  kindOf,
  LEVEL,
  LONGEST,
  MEANING,
} from './dictionary.ts';
import { hasIdeographs, readIdeographs } from './ideographs.ts';
import { LETTERS, SEPARATOR, Tokens } from './tokens.ts';
import { WORD_BIT } from './words.ts';

/** How a city was read. */
export type How = 'city' | 'alias' | 'district' | 'state' | 'postcode' | 'institution' | 'largest';

/** Why no city was read. */
export type NoCity = 'empty' | 'too-long' | 'no-city' | 'unknown' | 'ambiguous' | 'in-name' | 'several';

export type AddressReading =
  | { readonly place: string; readonly name: string; readonly how: How; readonly reason: null }
  | { readonly place: null; readonly name: null; readonly how: null; readonly reason: NoCity };

export interface AddressHints {
  /** ISO code of the country, for strings that name none. */
  readonly country?: string | null;
  /** Place id of the institution's own place: it decides among cities of one name. */
  readonly institution?: string | null;
}

/** Longer strings are no addresses. */
const LONGEST_ADDRESS = 4000;
/** Of several places of one name in the country the largest is meant where it has this many times the people of the next. */
const LARGEST_TIMES = 5;
/** In the whole world, and how many people it must have. */
const LARGEST_TIMES_ANYWHERE = 10;
/** Places of one name so near to each other are one town. */
const SAME_TOWN_KM = 25;
const KM_PER_DEGREE = 111.2;
const NONE = -1;

const CHINA = countryNumber('CN');
const UNITED_STATES = countryNumber('US');
/** Countries that are a city: its place id and name. */
const CITY_STATES: ReadonlyMap<string, { readonly place: string; readonly name: string }> = new Map([
  ['HK', { place: 'cn:8100', name: 'Hong Kong' }],
  ['MO', { place: 'cn:8200', name: 'Macao' }],
  ['SG', { place: 'gn:1880252', name: 'Singapore' }],
]);
const MUNICIPALITIES = new Set(['cn:1100', 'cn:1200', 'cn:3100', 'cn:5000']);
/** Suzhou in Jiangsu and Fuzhou in Fujian: addresses that mean Suzhou in Anhui and Fuzhou in Jiangxi name the province. */
const MEANT_ALONE = new Set(['cn:3205', 'cn:3501']);
/** People of a city that is read without a country, by its own name and by another. */
const LARGE = 150_000;
const VERY_LARGE = 1_000_000;
/** People of a city that bears its state's name. */
const LARGE_BESIDE_STATE = 50_000;
/** A town so near to the city that is named behind it is the one that is meant. */
const BESIDE_KM = 40;
const LONGEST_STATE = 4;
/** A word of these is no city by itself. */
const NO_CITY_WORD = WORD_BIT.body | WORD_BIT.joins | WORD_BIT.street | WORD_BIT.noise;

/** What follows a name without a comma: a state or postcode says more than a country. */
type Followed = 'nothing' | 'country' | 'state';

interface Context {
  readonly country: number;
  readonly states: readonly number[];
  readonly countryAsState: readonly number[];
  readonly institution: string | null;
}

interface Chosen {
  readonly row: number;
  readonly how: How;
  readonly candidate: Candidate;
}

interface Candidate {
  /** Where its meanings stand in the dictionary. */
  readonly at: number;
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
}

/** A part of a string between commas, read from its end. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly separator: number;
  country: number;
  /** The country's name is nothing but part of a longer one: "University of China". */
  countryInName: boolean;
  states: number[];
  /** States that stand inside a longer name: "University of California". */
  statesInName: number[];
  countryAsState: number[];
  candidate: Candidate | null;
  body: boolean;
  street: boolean;
  /** Nothing is left but country, state, postcode or noise. */
  bare: boolean;
  inName: boolean;
}

/** Reads the city out of address strings. One reader reads many, one after the other. */
export class AddressReader {
  readonly #dictionary: Dictionary;
  readonly #tokens = new Tokens();
  #text = '';

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
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
    this.#text = clean;
    const tokens = this.#tokens;
    tokens.read(clean);
    if (tokens.count === 0) return none('empty');
    const parts = this.#parts();
    const readings = this.#addresses(parts).map((address) => this.#readAddress(parts, address, hints));
    return together(readings);
  }

  #parts(): Part[] {
    const { count, before } = this.#tokens;
    const parts: Part[] = [];
    let from = 0;
    for (let i = 1; i <= count; i++) {
      if (i < count && before[i] < SEPARATOR.close) continue;
      parts.push(this.#part(from, i));
      from = i;
    }
    return parts;
  }

  /** Reads a part from its end: postcodes, country, states, and the name before them. */
  #part(from: number, to: number): Part {
    const part: Part = {
      from,
      to,
      separator: this.#tokens.before[from],
      country: NONE,
      countryInName: false,
      states: [],
      statesInName: [],
      countryAsState: [],
      candidate: null,
      body: false,
      street: false,
      bare: false,
      inName: false,
    };
    for (let i = from; i < to; i++) {
      const bits = this.#wordBits(i);
      if ((bits & WORD_BIT.body) !== 0) part.body = true;
      if ((bits & WORD_BIT.street) !== 0) part.street = true;
    }
    let end = to;
    let followed: Followed = 'nothing';
    let tentative: Candidate | null = null;
    let city = false;
    while (end > from) {
      const beforeCountry = this.#country(from, end, part);
      if (beforeCountry !== NONE) {
        end = beforeCountry;
        if (followed === 'nothing') followed = 'country';
        continue;
      }
      if (this.#isCode(end - 1, from)) {
        if ((this.#tokens.letters[end - 1] & LETTERS.digit) !== 0) followed = 'state';
        end--;
        continue;
      }
      const bits = this.#wordBits(end - 1);
      if ((bits & WORD_BIT.noise) !== 0) {
        end--;
        continue;
      }
      const [at, length] = this.#longest(from, end);
      if (at === NONE) {
        // "Hubei Province", "Haidian District", "Wuhan City": the name stands before.
        if ((bits & (WORD_BIT.division | WORD_BIT.city)) !== 0 && end - 1 > from) {
          if ((bits & WORD_BIT.city) !== 0) city = true;
          end--;
          continue;
        }
        break;
      }
      const start = end - length;
      // What follows a bracket goes on with the name before it: "Institute (IIQ) Jakarta".
      const whole = part.separator !== SEPARATOR.close && this.#isStart(from, start);
      const states = this.#states(at, start, end);
      const place = this.#hasPlace(at);
      if (states.length > 0 && this.#joined(start, from) && !whole) {
        part.statesInName = [...part.statesInName, ...states];
        break;
      }
      if (states.length > 0) part.states = [...part.states, ...states];
      if (place && (whole || states.length === 0 || tentative === null))
        tentative = { at, from: start, to: end, whole, followed, states, city };
      if (whole) {
        end = from;
        break;
      }
      if (states.length === 0) break;
      end = start;
      followed = 'state';
    }
    part.candidate = tentative;
    part.bare = end <= from && (tentative === null || !tentative.whole);
    if (part.candidate === null && part.body) part.inName = this.#namesPlace(from, to);
    return part;
  }

  /** Where the country at the end of tokens `from` to `end` begins; NONE where there is none. */
  #country(from: number, end: number, part: Part): number {
    const dictionary = this.#dictionary;
    for (let start = Math.max(from, end - LONGEST); start < end; start++) {
      const at = dictionary.findTokens(this.#tokens, start, end);
      if (at === NONE) continue;
      const country = this.#meaning(at, MEANING.country);
      if (country === NONE) continue;
      if (end - start === 1 && this.#isWeakCountry(start)) continue;
      if (this.#joined(start, from)) {
        if (part.country === NONE) {
          part.country = country;
          part.countryInName = true;
        }
        return NONE;
      }
      // "Hong Kong, China" is of Hong Kong, "Taiwan, China" of Taiwan.
      if (part.country === NONE || part.countryInName || isWithin(country, part.country))
        part.country = country;
      part.countryInName = false;
      // "Georgia" may be the state.
      part.countryAsState = [...part.countryAsState, ...this.#states(at, start, end)];
      return start;
    }
    return NONE;
  }

  /** Short names of countries must be written in capitals: "us" is a word. */
  #isWeakCountry(token: number): boolean {
    const { start, end, letters } = this.#tokens;
    return end[token] - start[token] <= 3 && (letters[token] & LETTERS.allCapitals) === 0;
  }

  /** Whether what begins at `start` continues a name: "University of …". */
  #joined(start: number, from: number): boolean {
    return start > from && (this.#wordBits(start - 1) & WORD_BIT.joins) !== 0;
  }

  /** Whether nothing stands before `start` in its part but postcodes, "City of" and the like. */
  #isStart(from: number, start: number): boolean {
    for (let i = from; i < start; i++) {
      const bits = this.#wordBits(i);
      if (this.#isCode(i, from) || (bits & (WORD_BIT.ofCity | WORD_BIT.noise)) !== 0) continue;
      if (i > from && (bits & WORD_BIT.joins) !== 0 && i === start - 1) continue;
      return false;
    }
    return true;
  }

  /** A postcode or its like: with a digit, or the letters of a country before digits ("D-69120"). */
  #isCode(token: number, from: number): boolean {
    const { letters, start, end, count, before } = this.#tokens;
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
      this.#states(this.#dictionary.findTokens(this.#tokens, token, token + 1), token, next).length === 0
    );
  }

  /** The longest name that ends at `end`: where its meanings stand, and how many tokens it has. */
  #longest(from: number, end: number): [number, number] {
    for (let start = Math.max(from, end - LONGEST); start < end; start++) {
      const at = this.#dictionary.findTokens(this.#tokens, start, end);
      if (at === NONE) continue;
      if (end - start === 1 && start > from && (this.#wordBits(start) & NO_CITY_WORD) !== 0) continue;
      if (this.#hasPlace(at) || this.#states(at, start, end).length > 0) return [at, end - start];
    }
    return [NONE, 0];
  }

  #meaning(at: number, kind: number): number {
    const { refs } = this.#dictionary;
    const first = Math.floor(at / 256);
    for (let i = first; i < first + (at % 256); i++) if (kindOf(refs[i]) === kind) return indexOf(refs[i]);
    return NONE;
  }

  #hasPlace(at: number): boolean {
    const { refs } = this.#dictionary;
    const first = Math.floor(at / 256);
    return at % 256 > 0 && kindOf(refs[first + (at % 256) - 1]) <= MEANING.alias;
  }

  #states(at: number, start: number, end: number): number[] {
    if (at === NONE) return [];
    const { refs } = this.#dictionary;
    const found: number[] = [];
    const first = Math.floor(at / 256);
    // A state's code is written in capitals.
    if (end - start === 1 && this.#isWeakCountry(start) && !this.#isAbbreviation(start)) return found;
    for (let i = first; i < first + (at % 256); i++)
      if (kindOf(refs[i]) === MEANING.state) found.push(indexOf(refs[i]));
    return found;
  }

  #isAbbreviation(token: number): boolean {
    return this.#text.charAt(this.#tokens.end[token]) === '.';
  }

  #wordBits(token: number): number {
    const at = this.#dictionary.find(this.#tokens.high[token], this.#tokens.low[token]);
    return at === NONE ? 0 : Math.max(this.#meaning(at, MEANING.word), 0);
  }

  /** Whether a place's name stands in these tokens, beside words of organisations, streets and the like. */
  #namesPlace(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const at = this.#dictionary.find(this.#tokens.high[i], this.#tokens.low[i]);
      if (at !== NONE && this.#hasPlace(at) && this.#wordBits(i) === 0) return true;
    }
    return false;
  }

  /** Parts by address: an address ends with a country, and where a semicolon stands. */
  #addresses(parts: readonly Part[]): [number, number][] {
    const addresses: [number, number][] = [];
    let from = 0;
    for (let i = 0; i < parts.length; i++) {
      const next = parts.at(i + 1);
      const ends =
        next === undefined ||
        next.separator === SEPARATOR.address ||
        (parts[i].country !== NONE && !parts[i].countryInName && !this.#continues(parts, from, i));
      if (!ends) continue;
      addresses.push([from, i + 1]);
      from = i + 1;
    }
    return addresses;
  }

  /** Whether the address goes on after the country of part `i`: another country, a state or a postcode, or it stands first. */
  #continues(parts: readonly Part[], from: number, i: number): boolean {
    const next = parts[i + 1];
    if (next.bare || next.candidate?.states.length) return true;
    if (i === from && parts[i].bare) return true;
    // Nothing but a place follows: "China, Beijing".
    return next.candidate !== null && next.candidate.whole && i + 2 === parts.length;
  }

  #readAddress(parts: readonly Part[], [from, to]: [number, number], hints: AddressHints): AddressReading {
    const { country, first } = this.#countryOf(parts, from, to, hints);
    const context: Context = {
      country,
      states: [...new Set(parts.slice(from, to).flatMap((part) => part.states))],
      countryAsState: parts.slice(from, to).flatMap((part) => part.countryAsState),
      institution: hints.institution ?? null,
    };
    const reversed = first === from && to - from > 1 && parts[from].bare;
    const order = Array.from({ length: to - from }, (_, i) => parts[reversed ? from + i : to - 1 - i]);
    let reason: NoCity = 'no-city';
    for (const [i, part] of order.entries()) {
      const { candidate } = part;
      if (candidate === null) {
        if (part.inName && reason === 'no-city') reason = 'in-name';
        else if (!part.bare && !part.body && !part.street && reason === 'no-city' && i < order.length - 1)
          reason = 'unknown';
        continue;
      }
      if (!this.#isCredible(candidate, part, order, i)) {
        reason = 'in-name';
        continue;
      }
      const chosen = this.#choose(candidate, context, order[i + 1]);
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
    let [country, weak, first] = [NONE, NONE, NONE];
    for (let i = to - 1; i >= from; i--) {
      const part = parts[i];
      if (part.country === NONE) continue;
      if (part.countryInName) {
        if (weak === NONE) weak = part.country;
        continue;
      }
      if (country === NONE || isWithin(part.country, country)) country = part.country;
      if (first === NONE) first = i;
    }
    if (country === NONE)
      country = weak !== NONE ? weak : hints.country ? countryNumber(hints.country.toUpperCase()) : NONE;
    return { country, first };
  }

  /** Hong Kong, Macao, Singapore: the country that is a city. */
  #cityState(country: number, stated: number): AddressReading | null {
    if (stated === NONE) return null;
    const city = CITY_STATES.get(countryCode(country));
    return city === undefined ? null : { ...city, how: 'city', reason: null };
  }

  /** A name that is a part of its own is a city's; one at the end of a longer part only where its state or country follows it. */
  #isCredible(candidate: Candidate, part: Part, order: readonly Part[], i: number): boolean {
    const { from, to, whole, followed } = candidate;
    if (whole) {
      // In brackets a whole address is read ("(75005 Paris, France)"), a single name is not ("(Beijing)").
      if (part.separator === SEPARATOR.open && followed === 'nothing' && !this.#opensAddress(part, order, i))
        return false;
      return to - from > 1 || (this.#wordBits(from) & NO_CITY_WORD) === 0;
    }
    if (this.#joined(from, part.from) || followed === 'nothing') return false;
    const afterNumber = (this.#tokens.letters[from - 1] & LETTERS.digit) !== 0;
    return !part.street || afterNumber;
  }

  #opensAddress(part: Part, order: readonly Part[], i: number): boolean {
    const next = i > 0 ? order[i - 1] : undefined;
    return part.country !== NONE || (next !== undefined && next.separator === SEPARATOR.comma);
  }

  /**
   * Of "Fisciano, Salerno" the first: a town in the division that the city beside it gives its name, or a town beside that city.
   * @returns null where what stands before is no such place
   */
  #within(outer: Chosen, order: readonly Part[], at: number, context: Context): Chosen | null {
    const d = this.#dictionary;
    if (d.country[outer.row] === CHINA || CITY_STATES.has(countryCode(d.country[outer.row]))) return null;
    let i = at + 1;
    while (i < order.length && order[i].bare) i++;
    const part = order.at(i);
    if (part?.candidate == null || !part.candidate.whole || !this.#isCredible(part.candidate, part, order, i))
      return null;
    if (part.separator === SEPARATOR.open) return null;
    const inner = this.#choose(part.candidate, { ...context, country: d.country[outer.row] }, order[i + 1]);
    if (typeof inner === 'string' || d.city(inner.row) === d.city(outer.row)) return null;
    if (d.level[inner.row] === LEVEL.section) return null;
    const named = outer.candidate.states.includes(d.state[inner.row]);
    if (!named && d.state[inner.row] !== d.state[outer.row]) return null;
    if (part.candidate.states.length > 0 && outer.candidate.states.length === 0) return null;
    return named || this.#kilometres(inner.row, outer.row) < BESIDE_KM ? inner : null;
  }

  /** Which place a name means in this address; the reason where none. */
  #choose(candidate: Candidate, context: Context, before: Part | undefined): Chosen | NoCity {
    const d = this.#dictionary;
    const { country } = context;
    let { rows, how } = this.#rows(candidate, country);
    if (!candidate.whole && candidate.followed === 'country') {
      // Nothing parts it from the name before it, so that it may be the end of one: only a large city is meant.
      const least = how === 'alias' ? LARGE : LARGE_BESIDE_STATE;
      rows = rows.filter((row) => d.population[row] >= least || d.level[row] === LEVEL.prefecture);
    }
    if (rows.length === 0 && context.countryAsState.length > 0) {
      // "Atlanta, Georgia": the country was a state.
      ({ rows, how } = this.#rows(candidate, NONE));
      rows = rows.filter((row) => context.countryAsState.includes(d.state[row]));
    }
    if (rows.length === 0) return 'unknown';
    const states = context.states.filter(
      (state) =>
        !candidate.states.includes(state) && rows.some((row) => d.stateCountry[state] === d.country[row]),
    );
    if (states.length > 0) {
      const inside = rows.filter((row) => states.includes(d.state[row]));
      if (inside.length === 0) return 'unknown';
      if (inside.length < rows.length && how === 'city') how = 'state';
      rows = inside;
    } else if (country === NONE) {
      return this.#anywhere(rows, how, candidate, before);
    }
    if (candidate.states.length > 0 && !candidate.city && states.length === 0) {
      rows = rows.filter((row) => this.#isCityOfItsState(row, candidate.states));
      if (rows.length === 0) return 'no-city';
    }
    return this.#among(rows, how, candidate, context);
  }

  /**
   * Whether a name that is a state's too is meant as the city: where that is large; in the United States where it lies in that
   * state, which Washington does not; in China where the province is a municipality.
   */
  #isCityOfItsState(row: number, states: readonly number[]): boolean {
    const d = this.#dictionary;
    if (d.country[row] === CHINA) return MUNICIPALITIES.has(d.city(row));
    const inside = states.includes(d.state[row]);
    if (d.country[row] === UNITED_STATES && !inside) return false;
    return d.population[row] >= (inside ? LARGE_BESIDE_STATE : VERY_LARGE);
  }

  /** Places of a name in a country: those whose own name it is, or else those it is another name of. */
  #rows({ at }: Candidate, country: number): { rows: number[]; how: How } {
    const d = this.#dictionary;
    const first = Math.floor(at / 256);
    for (const [kind, how] of [
      [MEANING.place, 'city'],
      [MEANING.alias, 'alias'],
    ] as const) {
      const rows: number[] = [];
      for (let k = first; k < first + (at % 256); k++) {
        if (kindOf(d.refs[k]) !== kind) continue;
        const row = indexOf(d.refs[k]);
        if (country === NONE || d.country[row] === country || isWithin(d.country[row], country))
          rows.push(row);
      }
      if (rows.length > 0) return { rows, how };
    }
    return { rows: [], how: 'city' };
  }

  /** Without a country or state: a large city whose name no other large one bears, and that ends no organisation's name. */
  #anywhere(
    rows: readonly number[],
    how: How,
    candidate: Candidate,
    before: Part | undefined,
  ): Chosen | NoCity {
    const d = this.#dictionary;
    // "University of California, Irvine" is a name.
    if (before !== undefined && before.statesInName.length > 0) return 'in-name';
    const [largest, ...others] = rows.toSorted((a, b) => d.population[b] - d.population[a]);
    if (d.population[largest] < (how === 'alias' ? VERY_LARGE : LARGE)) return 'unknown';
    const rivals = others.filter((row) => !this.#sameTown(largest, row));
    if (rivals.some((row) => d.population[row] * LARGEST_TIMES_ANYWHERE > d.population[largest]))
      return 'ambiguous';
    return { row: largest, how: rivals.length === 0 ? how : 'largest', candidate };
  }

  #among(rows: readonly number[], how: How, candidate: Candidate, context: Context): Chosen | NoCity {
    const d = this.#dictionary;
    const sorted = rows.toSorted(
      (a, b) => rank(d.level[a]) - rank(d.level[b]) || d.population[b] - d.population[a] || a - b,
    );
    const [largest] = sorted;
    const others = sorted.filter((row) => !this.#sameTown(largest, row));
    if (others.length === 0) return { row: largest, how, candidate };
    const only = (test: (row: number) => boolean): number | undefined => {
      const fitting = sorted.filter(test);
      return new Set(fitting.map((row) => d.city(row))).size === 1 ? fitting[0] : undefined;
    };
    const postcode = d.country[largest] === CHINA ? this.#postcodeCity() : null;
    const byPostcode = postcode === null ? undefined : only((row) => d.city(row) === postcode);
    if (byPostcode !== undefined)
      return {
        row: byPostcode,
        how: byPostcode === largest && this.#isBeforeCounties(largest, others[0]) ? how : 'postcode',
        candidate,
      };
    const mentioned = this.#mentionedStates();
    const byState = only((row) => mentioned.has(d.state[row]));
    if (byState !== undefined) return { row: byState, how: 'state', candidate };
    const byInstitution = only((row) => d.city(row) === context.institution);
    if (byInstitution !== undefined) return { row: byInstitution, how: 'institution', candidate };
    if (this.#isBeforeCounties(largest, others[0])) return { row: largest, how, candidate };
    return this.#isLargest(largest, others[0]) ? { row: largest, how: 'largest', candidate } : 'ambiguous';
  }

  /** In China a prefecture is meant before counties of its name. */
  #isBeforeCounties(largest: number, next: number): boolean {
    const { country, level } = this.#dictionary;
    return country[largest] === CHINA && rank(level[largest]) < rank(level[next]);
  }

  /** Whether so many more people live there that it is meant; GeoNames counts seats in China unevenly, so two are told by hand. */
  #isLargest(largest: number, next: number): boolean {
    const d = this.#dictionary;
    if (d.country[largest] === CHINA) return MEANT_ALONE.has(d.city(largest));
    return d.population[largest] > 0 && d.population[largest] >= LARGEST_TIMES * d.population[next];
  }

  /** States that stand anywhere in the string, also in names of organisations: they tell homonyms apart and nothing else. */
  #mentionedStates(): Set<number> {
    const { count } = this.#tokens;
    const found = new Set<number>();
    for (let from = 0; from < count; from++) {
      for (let to = from + 1; to <= Math.min(from + LONGEST_STATE, count); to++)
        for (const state of this.#states(this.#dictionary.findTokens(this.#tokens, from, to), from, to))
          found.add(state);
    }
    return found;
  }

  /** The city of China whose postcode stands in the string. */
  #postcodeCity(): string | null {
    const match = /(?<!\d)\d{6}(?!\d)/u.exec(this.#text);
    if (match === null) return null;
    const { postcodes } = this.#dictionary;
    return postcodes.get(match[0].slice(0, 4)) ?? postcodes.get(match[0].slice(0, 3)) ?? null;
  }

  #sameTown(a: number, b: number): boolean {
    const d = this.#dictionary;
    if (d.city(a) === d.city(b)) return true;
    return d.country[a] === d.country[b] && d.country[a] !== CHINA && this.#kilometres(a, b) < SAME_TOWN_KM;
  }

  /** On a plane, which serves for what is near. */
  #kilometres(a: number, b: number): number {
    const { latitude, longitude } = this.#dictionary;
    const north = (latitude[a] - latitude[b]) / 100;
    const east = ((longitude[a] - longitude[b]) / 100) * Math.cos((latitude[a] / 100) * (Math.PI / 180));
    return Math.hypot(north, east) * KM_PER_DEGREE;
  }

  #reading({ row, how }: Chosen): AddressReading {
    const d = this.#dictionary;
    const read = how === 'city' && d.level[row] === LEVEL.division ? 'district' : how;
    return { place: d.city(row), name: d.name(row), how: read, reason: null };
  }
}

/** Prefectures before counties; sections of towns last. */
function rank(level: number): number {
  return level === LEVEL.prefecture ? 0 : level === LEVEL.section ? 2 : 1;
}

/** Hong Kong, Macao and Taiwan lie where "China" stands; Puerto Rico and others where "USA" does. */
function isWithin(inner: number, outer: number): boolean {
  const code = countryCode(inner);
  switch (countryCode(outer)) {
    case 'CN':
      return code === 'HK' || code === 'MO' || code === 'TW';
    case 'US':
      return code === 'PR' || code === 'GU' || code === 'VI' || code === 'AS' || code === 'MP';
    case 'FR':
      return ['RE', 'GP', 'MQ', 'GF', 'NC', 'PF', 'YT'].includes(code);
    case 'GB':
      return ['JE', 'GG', 'IM', 'GI'].includes(code);
    case 'NL':
      return ['CW', 'AW', 'SX'].includes(code);
    case 'TR':
      return code === 'CY';
    case 'DK':
      return code === 'GL' || code === 'FO';
    default:
      return false;
  }
}

function none(reason: NoCity): AddressReading {
  return { place: null, name: null, how: null, reason };
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
