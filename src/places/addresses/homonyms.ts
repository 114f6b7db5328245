import { CHINA, isWithin, UNITED_STATES } from './countries.ts';
import { type Dictionary, indexOf, kindOf, LEVEL, MEANING, NOTHING } from './dictionary.ts';
import type { NameLookup } from './name-lookup.ts';
import type { Candidate, Part } from './parts.ts';
import type { How, NoCity } from './reading.ts';

/** Of several places of one name in the country the largest is meant where it has this many times the people of the next. */
const LARGEST_TIMES = 5;
/** In the whole world, and how many people it must have. */
const LARGEST_TIMES_ANYWHERE = 10;
/** Places of one name so near to each other are one town. */
const SAME_TOWN_KM = 25;
const KM_PER_DEGREE = 111.2;
const MUNICIPALITIES = new Set(['cn:1100', 'cn:1200', 'cn:3100', 'cn:5000']);
/** Suzhou in Jiangsu and Fuzhou in Fujian: addresses that mean Suzhou in Anhui and Fuzhou in Jiangxi name the province. */
const MEANT_ALONE = new Set(['cn:3205', 'cn:3501']);
/** People of a city that is read without a country, by its own name and by another. */
const LARGE = 150_000;
const VERY_LARGE = 1_000_000;
/** People of a city that bears its state's name. */
const LARGE_BESIDE_STATE = 50_000;

/** What an address says besides the name of its city. */
export interface Context {
  readonly country: number;
  readonly states: readonly number[];
  readonly countryAsState: readonly number[];
  readonly institution: string | null;
}

/** Which place a name means. */
export interface Chosen {
  readonly row: number;
  readonly how: How;
  readonly candidate: Candidate;
}

/** Chooses among the places that bear one name. */
export class Homonyms {
  readonly #dictionary: Dictionary;
  readonly #names: NameLookup;

  constructor(dictionary: Dictionary, names: NameLookup) {
    this.#dictionary = dictionary;
    this.#names = names;
  }

  /** Which place a name means in this address; the reason where none. */
  choose(candidate: Candidate, context: Context, before: Part | undefined): Chosen | NoCity {
    const d = this.#dictionary;
    const { country } = context;
    const ownStates =
      country === NOTHING
        ? candidate.states
        : candidate.states.filter((state) => isOf(d.stateCountry[state], country));
    let { rows, how } = this.#rows(candidate, country);
    if (!candidate.whole && !candidate.apart && candidate.followed !== 'state') {
      // Nothing parts it from the name before it, so that it may be the end of one: only a large city is meant.
      const least = how === 'alias' ? LARGE : LARGE_BESIDE_STATE;
      rows = rows.filter((row) => d.population[row] >= least || d.level[row] === LEVEL.prefecture);
    }
    if (rows.length === 0 && context.countryAsState.length > 0) {
      // "Atlanta, Georgia": the country was a state.
      ({ rows, how } = this.#rows(candidate, NOTHING));
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
    } else if (country === NOTHING) {
      return this.#anywhere(rows, how, candidate, before);
    }
    if (ownStates.length > 0 && !candidate.city && states.length === 0) {
      rows = rows.filter((row) => this.#isCityOfItsState(row, ownStates));
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
  #rows({ entry }: Candidate, country: number): { rows: number[]; how: How } {
    const d = this.#dictionary;
    const end = d.end(entry);
    for (const [kind, how] of [
      [MEANING.place, 'city'],
      [MEANING.alias, 'alias'],
    ] as const) {
      const rows: number[] = [];
      for (let k = d.first(entry); k < end; k++) {
        if (kindOf(d.refs[k]) !== kind) continue;
        const row = indexOf(d.refs[k]);
        if (country === NOTHING || isOf(d.country[row], country)) rows.push(row);
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
    if (before?.statesInName.some((state) => !candidate.states.includes(state))) return 'in-name';
    const [largest, ...others] = rows.toSorted((a, b) => d.population[b] - d.population[a]);
    if (d.population[largest] < (how === 'alias' ? VERY_LARGE : LARGE)) return 'unknown';
    // "Toronto, Ontario": the province, not the smaller city of California.
    const isOther = candidate.states.length > 0 && !this.#names.isAnyOf(candidate.states, d.country[largest]);
    if (isOther && !candidate.city && d.population[largest] < VERY_LARGE) return 'no-city';
    const rivals = others.filter((row) => !this.#sameTown(largest, row));
    if (rivals.some((row) => d.population[row] * LARGEST_TIMES_ANYWHERE > d.population[largest]))
      return 'ambiguous';
    return { row: largest, how: rivals.length === 0 ? how : 'largest', candidate };
  }

  #among(rows: readonly number[], how: How, candidate: Candidate, context: Context): Chosen | NoCity {
    const d = this.#dictionary;
    if (rows.length === 1) return { row: rows[0], how, candidate };
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

  /** Whether so many more people live there that it is meant; GeoNames counts seats in China unevenly, so two are listed by hand. */
  #isLargest(largest: number, next: number): boolean {
    const d = this.#dictionary;
    if (d.country[largest] === CHINA) return MEANT_ALONE.has(d.city(largest));
    return d.population[largest] > 0 && d.population[largest] >= LARGEST_TIMES * d.population[next];
  }

  /** States that stand anywhere in the string, also in names of organisations: they tell homonyms apart and nothing else. */
  #mentionedStates(): Set<number> {
    const names = this.#names;
    const { count } = names.tokens;
    const found = new Set<number>();
    for (let from = 0; from < count; from++) {
      const last = Math.min(from + names.longest(from), count);
      for (let to = from + 1; to <= last; to++)
        for (const state of names.states(names.entry(from, to), from, to)) found.add(state);
    }
    return found;
  }

  /** The city of China whose postcode stands in the string. */
  #postcodeCity(): string | null {
    const match = /(?<!\d)\d{6}(?!\d)/u.exec(this.#names.text);
    if (match === null) return null;
    const { postcodes } = this.#dictionary;
    return postcodes.get(match[0].slice(0, 4)) ?? postcodes.get(match[0].slice(0, 3)) ?? null;
  }

  #sameTown(a: number, b: number): boolean {
    const d = this.#dictionary;
    if (d.city(a) === d.city(b)) return true;
    return d.country[a] === d.country[b] && d.country[a] !== CHINA && this.kilometres(a, b) < SAME_TOWN_KM;
  }

  /** On a plane, which serves for what is near. */
  kilometres(a: number, b: number): number {
    const { latitude, longitude } = this.#dictionary;
    const north = (latitude[a] - latitude[b]) / 100;
    const east = ((longitude[a] - longitude[b]) / 100) * Math.cos((latitude[a] / 100) * (Math.PI / 180));
    return Math.hypot(north, east) * KM_PER_DEGREE;
  }
}

function isOf(inner: number, outer: number): boolean {
  return inner === outer || isWithin(inner, outer);
}

/** Prefectures before counties; sections of towns last. */
function rank(level: number): number {
  return level === LEVEL.prefecture ? 0 : level === LEVEL.section ? 2 : 1;
}
