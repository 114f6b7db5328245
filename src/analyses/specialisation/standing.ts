import {
  competitionRanks,
  complexity,
  type Complexity,
  complexityOutlook,
  matrix,
  type Matrix,
  percentileInterval,
  proximity,
  proximityDensity,
  relatednessDensity,
} from '../../measures/index.ts';
import { type Bilingual, type Message, renderBoth } from '../../base/index.ts';
import { columnsOfMatrix, type Relating, rowsOfMatrix } from '../field-table/reference.ts';
import type { RankedFigure, Specialisation } from './question.ts';
import { round, rounded } from '../field-table/round.ts';
import { messages as fieldMessages } from '../field-table/messages.ts';
import { messages } from './messages.ts';

/** The proximity of so many fields with each other is held at most; of more, density goes without, and there is no outlook. */
const MOST_FIELDS = 1000;

type Interval = readonly [number, number] | null;

/** A place among the cities with enough works. */
export interface StandingQuestion {
  /** Where the place is specialised, one row of its id; and so in every draw. */
  readonly own: Matrix;
  readonly drawn: Matrix;
  /** The cities with enough works, the place too where it is one. */
  readonly cities: Matrix;
  readonly relating: Relating | null;
  readonly level: number;
}

/** By field: what is told of it, null where nothing can be. */
export interface FieldStanding {
  readonly density: number | null;
  readonly densityInterval: Interval;
  readonly complexity: number | null;
  readonly gain: number | null;
}

export interface Standing {
  readonly found: Complexity;
  readonly fields: ReadonlyMap<string, FieldStanding>;
  readonly complexity: Specialisation['complexity'];
  readonly outlook: RankedFigure;
}

/** Density, complexity and outlook of the place, relatedness and the complexity of fields held as the cities have them. */
export function standingOf(question: StandingQuestion): Standing {
  const { own, drawn, cities, relating, level } = question;
  const found = complexity(cities);
  const phi = relating === null || own.columns.length > MOST_FIELDS ? null : proximity(relating.m).matrix;
  const density = densities(question, phi);
  const outlook = outlookOf(question, found, phi);
  const pci = new Map(found.reason === null ? found.fields.map((field, j) => [field, found.pci[j]]) : []);
  return {
    found,
    fields: new Map(
      own.columns.map((field) => [
        field,
        {
          density: density.get(field)?.value ?? null,
          densityInterval: density.get(field)?.interval ?? null,
          complexity: rounded(pci.get(field)),
          gain: rounded(outlook.gain.get(field)),
        },
      ]),
    ),
    complexity: ownComplexity(found, own, drawn, level),
    outlook: outlook.figure,
  };
}

/** The same of a place whose specialisations cannot be told from chance: nothing that rests on them, and why. */
export function withoutStanding(
  { found, fields, complexity, outlook }: Standing,
  reason: Bilingual,
): Standing {
  const nothing = { value: null, interval: null, reason, rank: null, rankInterval: null };
  const none: FieldStanding = { density: null, densityInterval: null, complexity: null, gain: null };
  return {
    found,
    fields: new Map([...fields.keys()].map((field) => [field, none])),
    complexity: { ...complexity, ...nothing },
    outlook: { ...outlook, ...nothing },
  };
}

/** The same where the sign of complexity is not decided: density stays, which has no sign. */
export function withoutSign(standing: Standing): Standing {
  const none = withoutStanding(standing, renderBoth(messages.weakAnchor()));
  const fields = [...standing.fields].map(
    ([field, told]) => [field, { ...told, complexity: null, gain: null }] as const,
  );
  return { ...none, fields: new Map(fields) };
}

function intervalOf(draws: ArrayLike<number>, level: number): Interval {
  if (draws.length === 0) return null;
  const { low, high } = percentileInterval(draws, level);
  return [round(low), round(high)];
}

function densities(
  { own, drawn, relating, level }: StandingQuestion,
  phi: Matrix | null,
): ReadonlyMap<string, { value: number; interval: Interval }> {
  if (relating === null) return new Map();
  const around = (m: Matrix): Matrix =>
    phi === null
      ? proximityDensity(m, { ownField: 'out', of: relating.m }).matrix
      : relatednessDensity(m, phi, { ownField: 'out' }).matrix;
  const [observed, draws] = [around(own), around(drawn)];
  const width = observed.columns.length;
  return new Map(
    observed.columns.map((field, j) => [
      field,
      {
        value: round(observed.values[j]),
        interval: intervalOf(
          draws.rows.map((_, d) => draws.values[d * width + j]),
          level,
        ),
      },
    ]),
  );
}

/** ECI and its rank, or the mean complexity of the place's fields; those of the draws with the PCI as it is. */
export function ownComplexity(
  found: Complexity,
  own: Matrix,
  drawn: Matrix,
  level: number,
): Specialisation['complexity'] {
  const none = (reason: Message, of: number): Specialisation['complexity'] => ({
    ...{
      value: null,
      interval: null,
      reason: renderBoth(reason),
      rank: null,
      rankInterval: null,
      of,
      anchor: null,
    },
    eigengap: null,
  });
  if (found.reason !== null) return none(messages.notIdentified({ reason: found.reason }), 0);
  const pci = new Map(found.fields.map((field, j) => [field, found.pci[j]]));
  const mean = (m: Matrix, row: number): number | null => {
    const values = m.columns.flatMap((field, j) =>
      m.values[row * m.columns.length + j] === 1 ? (pci.get(field) ?? []) : [],
    );
    return values.length === 0 ? null : values.reduce((sum, x) => sum + x, 0) / values.length;
  };
  const value = mean(own, 0);
  const of = found.places.length;
  if (value === null) return none(messages.noSpecialisation(), of);
  const draws = drawn.rows.flatMap((_, d) => mean(drawn, d) ?? []);
  return {
    value: round(value),
    interval: intervalOf(draws, level),
    ...ranks(found.eci, found.places.indexOf(own.rows[0]), draws, level),
    ...{ reason: null, of, anchor: found.anchor, eigengap: round(found.eigengap) },
  };
}

/** The rank of the place at `at` among values, and the interval of where the draws would put it; null where it is none of them. */
function ranks(
  values: ArrayLike<number>,
  at: number,
  draws: readonly number[],
  level: number,
): Pick<RankedFigure, 'rank' | 'rankInterval'> {
  if (at < 0) return { rank: null, rankInterval: null };
  const others = Array.from(values).filter((_, i) => i !== at);
  const drawn = draws.map((draw) => 1 + others.filter((value) => value > draw).length);
  return { rank: competitionRanks(values)[at], rankInterval: intervalOf(drawn, level) };
}

/** COI of the place, ranked where it is one of the cities, and the gain of each field that it lacks. */
function outlookOf(
  { own, drawn, cities, relating, level }: StandingQuestion,
  found: Complexity,
  phi: Matrix | null,
): { readonly figure: RankedFigure; readonly gain: ReadonlyMap<string, number> } {
  const none = (reason: Message): ReturnType<typeof outlookOf> => ({
    figure: {
      value: null,
      interval: null,
      reason: renderBoth(reason),
      rank: null,
      rankInterval: null,
      of: 0,
    },
    gain: new Map(),
  });
  if (relating === null) return none(fieldMessages.fewCities());
  if (found.reason !== null) return none(messages.notIdentified({ reason: found.reason }));
  if (own.values.every((value) => value === 0)) return none(messages.noSpecialisation());
  if (phi === null) return none(messages.manyFields());
  const [id] = own.rows;
  const isCity = found.places.includes(id);
  const others = rowsOfMatrix(
    cities,
    found.places.filter((city) => city !== id),
  );
  const parts = [own, ...(isCity ? [others] : []), drawn].map((m) => columnsOfMatrix(m, found.fields));
  const rows = parts.flatMap((m, k) => m.rows.map((name) => `${k}|${name}`));
  const all = matrix(
    rows,
    found.fields,
    parts.flatMap((m) => Array.from(m.values)),
  );
  const { index, gain } = complexityOutlook(all, phi, found.uncentredPci, { ownField: 'out' });
  const ranked = isCity ? found.places.length : 1;
  const draws = Array.from(index.subarray(ranked));
  return {
    figure: {
      value: round(index[0]),
      interval: intervalOf(draws, level),
      ...ranks(index.subarray(0, ranked), isCity ? 0 : -1, draws, level),
      ...{ reason: null, of: isCity ? ranked : 0 },
    },
    gain: new Map(gain.matrix.columns.map((field, j) => [field, gain.matrix.values[j]])),
  };
}
