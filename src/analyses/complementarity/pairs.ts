import {
  complementarity,
  diversity,
  krugmanDissimilarity,
  matchedPercentiles,
  type Matrix,
} from '../../measures/index.ts';
import { type Bilingual, type Message, renderBoth } from '../../base/index.ts';
import { messages } from './messages.ts';
import { messages as fieldMessages } from '../field-table/messages.ts';

/** What cities would bring to each other. */
export interface Completions {
  /** What `giver` would bring to `receiver`, or why that is not known. */
  value(receiver: string, giver: string): { readonly value: number; readonly reason: null } | Unknown;
  /** Where a giver stands among those of like diversity; null where there are too few of them. */
  percentile(receiver: string, giver: string): number | null;
}

interface Unknown {
  readonly value: null;
  readonly reason: Bilingual;
}

/**
 * Complementarity of all cities of a table for each other, under the proximity of fields of the cities that tell it.
 *
 * @param m specialisations of the cities with enough works and of those asked about
 * @param asked the cities that may receive
 * @param untold why nothing is told of a city whose specialisations are below the minimum; null where it is above
 * @param phi null where too few cities tell which fields go together
 */
export function completions(
  m: Matrix,
  phi: Matrix | null,
  asked: readonly string[],
  peers: number,
  untold: (city: string) => Message | null,
): Completions {
  const diversities = diversity(m);
  const at = new Map(m.rows.map((city, i) => [city, i]));
  const receivers = asked.filter((city) => at.has(city));
  const found = phi === null ? null : complementarity(m, phi, { ownField: 'out', receivers }).matrix;
  const rowAt = new Map(found?.rows.map((city, i) => [city, i]));
  const unknown = (reason: Message): Unknown => ({ value: null, reason: renderBoth(reason) });
  const given = (receiver: string): Float64Array =>
    found!.values.subarray(rowAt.get(receiver)! * m.rows.length, (rowAt.get(receiver)! + 1) * m.rows.length);
  const ranked = new Map<string, ReadonlyMap<string, number | null>>();
  const standing = (receiver: string): ReadonlyMap<string, number | null> => {
    const others = m.rows.flatMap((city, i) => (city === receiver ? [] : [i]));
    const values = given(receiver);
    const percentiles = matchedPercentiles(
      others.map((i) => values[i]),
      others.map((i) => diversities[i]),
      peers,
    );
    return new Map(others.map((i, k) => [m.rows[i], percentiles[k].value]));
  };
  const value: Completions['value'] = (receiver, giver) => {
    if (m.columns.length === 1) return unknown(fieldMessages.oneField());
    if (found === null) return unknown(fieldMessages.fewCities());
    for (const city of [receiver, giver]) {
      const i = at.get(city);
      if (i === undefined) return unknown(messages.noShare());
      if (diversities[i] === 0) return unknown(messages.specialisedInNothing());
      const below = untold(city);
      if (below !== null) return unknown(below);
    }
    return rowAt.has(receiver)
      ? { value: given(receiver)[at.get(giver)!], reason: null }
      : unknown(messages.lacksNothing());
  };
  return {
    value,
    percentile: (receiver, giver) => {
      if (value(receiver, giver).value === null) return null;
      const known = ranked.get(receiver) ?? standing(receiver);
      ranked.set(receiver, known);
      return known.get(giver)!;
    },
  };
}

/** How much of the profiles of two cities by field is the same, 1 − Σ|s_a − s_b|/2; null where one has none. */
export function similarity(shares: Matrix, a: string, b: string): number | null {
  const [i, j] = [shares.rows.indexOf(a), shares.rows.indexOf(b)];
  if (i < 0 || j < 0) return null;
  const width = shares.columns.length;
  const row = (at: number): Float64Array => shares.values.subarray(at * width, (at + 1) * width);
  const { value } = krugmanDissimilarity(row(i), row(j));
  return value === null ? null : 1 - value / 2;
}
