import { checkKind, checkMatrix } from '../arguments.ts';
import { pick, type DefinedMatrix } from '../defined-matrix.ts';
import { locationQuotients } from './location-quotient.ts';
import { at, type Matrix } from '../matrix.ts';
import { poissonInterval } from '../distributions/poisson-interval.ts';

/** When a place counts as specialised in a field. */
export interface SpecialisationRule {
  /** The least location quotient, itself included. */
  readonly threshold?: number;
  /** The least amount in the cell: a place with three works has a quotient of 40 by chance. */
  readonly minimum?: number;
  /** If given, the lower end of `poissonQuotientInterval` at this level must reach the threshold as well. No
   * guard for rare fields: the only work of one is somewhere, and surprising wherever it is. Give a minimum too. */
  readonly level?: number;
}

/**
 * M_cp: 1 where place c is specialised in field p, LQ_cp ≥ threshold (and the cell is not too small), else 0. A quotient
 * of exactly 1 counts, as in py-ecomplexity and EconGeo; one that misses 1 by rounding only (10⁻¹²) does too, so that
 * the order of a sum decides nothing. Places and fields with nothing are omitted; places that are specialised in
 * nothing, and fields in which nobody is, stay as rows and columns of zeros.
 *
 * @param x places × fields, amounts of 0 or more
 * @throws RangeError for a negative amount, a threshold that is not positive, a minimum below 0, a level outside (0, 1)
 */
export function specialisations(x: Matrix, rule: SpecialisationRule = {}): DefinedMatrix {
  checkMatrix('x', x);
  checkKind('rule', rule, 'record');
  const { threshold = 1, minimum = 0, level } = rule;
  if (!(threshold > 0) || !Number.isFinite(threshold))
    throw new RangeError(`threshold must lie above 0, got ${threshold}`);
  if (!(minimum >= 0)) throw new RangeError(`minimum must be 0 or more, got ${minimum}`);
  const { matrix: quotients, omitted } = locationQuotients(x);
  const rows = quotients.rows.map((name) => x.rows.indexOf(name));
  const columns = quotients.columns.map((name) => x.columns.indexOf(name));
  const reach = threshold * (1 - 1e-12);
  const width = columns.length;
  const low = lowEnds(level);
  return pick(
    quotients,
    { rows: rows.map((_, i) => i), columns: columns.map((_, j) => j), omitted },
    (i, j) => {
      const quotient = quotients.values[i * width + j];
      const amount = at(x, rows[i], columns[j]);
      if (quotient < reach || amount < minimum) return 0;
      return quotient * low(amount) >= reach ? 1 : 0;
    },
  );
}

/** The lower end of the Poisson interval over the amount itself; 1 without a level. Amounts repeat: each is asked once. */
function lowEnds(level: number | undefined): (amount: number) => number {
  if (level === undefined) return () => 1;
  const known = new Map<number, number>();
  return (amount) => {
    const found = known.get(amount) ?? poissonInterval(amount, level).low / amount;
    known.set(amount, found);
    return found;
  };
}

/** What another rule would find. */
export interface SpecialisationSensitivity {
  readonly rule: SpecialisationRule;
  /** Cells with 1, and how many cells of the first rule's are among them, over those of either (Jaccard). */
  readonly cells: number;
  readonly agreement: number | null;
}

/**
 * How much of M hangs on its rule: specialisations found at 0.75, 1 and 1.25 and by the lower end of the interval, with
 * their agreement with those of the first rule (null where neither finds any). Errors as `specialisations`.
 */
export function specialisationSensitivity(
  x: Matrix,
  rules: readonly SpecialisationRule[] = [{}, { threshold: 0.75 }, { threshold: 1.25 }, { level: 0.95 }],
): readonly SpecialisationSensitivity[] {
  checkMatrix('x', x);
  checkKind('rules', rules, 'list');
  const found = rules.map((rule) => specialisations(x, rule).matrix.values);
  return Object.freeze(
    rules.map((rule, k) => {
      let [cells, both, either] = [0, 0, 0];
      for (const [cell, value] of found[k].entries()) {
        cells += value;
        both += value * found[0][cell];
        either += Math.max(value, found[0][cell]);
      }
      return Object.freeze({
        rule: Object.freeze({ ...rule }),
        cells,
        agreement: either === 0 ? null : both / either,
      });
    }),
  );
}
