import type { Absorber } from './absorb.ts';
import { norm, product } from './weighted.ts';

/** Below this part of its own size a regressor is what others and the effects make of it, but for rounding. */
const COLLINEAR = 1e-9;
/** Below this part it is kept, and said to be nearly so. */
const NEARLY = 1e-4;

/** A regressor left out, and what makes it up. */
export interface Dropped {
  readonly name: string;
  readonly reason: 'constant' | 'absorbed' | 'collinear';
  readonly with: readonly string[];
}

/**
 * Regressors without their effects, at right angles: X̃ = QR with QᵀWQ = (ΣW)·1. Q is what is iterated on, so that a
 * regressor that is nearly collinear loses no digits in the normal equations; R leads back to the coefficients.
 */
export interface Basis {
  /** Places of the regressors that are kept, p of them. */
  readonly kept: readonly number[];
  readonly q: readonly Float64Array[];
  /** p × p, upper triangular, row-major. */
  readonly r: Float64Array;
  readonly dropped: readonly Dropped[];
  /** Kept regressors of which little is left: their coefficients rest on the rest. */
  readonly nearly: readonly string[];
}

/** Works on the columns it is given: they become Q, or are spoilt. The absorber's weights are those given. */
export function independentOf(
  columns: readonly Float64Array[],
  names: readonly string[],
  weights: Float64Array,
  absorber: Absorber,
): Basis {
  const sizes = columns.map((column) => spread(column, weights));
  absorbWhole(columns, sizes, weights, absorber);
  const kept: number[] = [];
  const q: Float64Array[] = [];
  const rows: number[][] = [];
  const dropped: Dropped[] = [];
  const nearly: string[] = [];
  const scale = Math.sqrt(weights.reduce((sum, w) => sum + w, 0));
  for (const [k, column] of columns.entries()) {
    const own = norm(column, weights);
    // What is left of a constant is rounding.
    if (sizes[k] === 0 || !(own > COLLINEAR * sizes[k])) {
      dropped.push({ name: names[k], reason: sizes[k] === 0 ? 'constant' : 'absorbed', with: [] });
      continue;
    }
    // Twice is enough (Giraud, Langou & Rozložník 2005).
    const parts = new Array<number>(q.length).fill(0);
    for (let turn = 0; turn < 2; turn++)
      for (const [j, other] of q.entries()) {
        const part = product(column, other, weights) / (scale * scale);
        parts[j] += part;
        for (let i = 0; i < column.length; i++) column[i] -= part * other[i];
      }
    const left = norm(column, weights);
    if (!(left > COLLINEAR * Math.max(sizes[k], own))) {
      const makers = kept.filter((_, j) => Math.abs(parts[j]) * scale > 1e-6 * own).map((at) => names[at]);
      dropped.push({ name: names[k], reason: 'collinear', with: makers });
      continue;
    }
    if (left < NEARLY * sizes[k]) nearly.push(names[k]);
    for (let i = 0; i < column.length; i++) column[i] *= scale / left;
    kept.push(k);
    q.push(column);
    rows.push([...parts, left / scale]);
  }
  const p = kept.length;
  const r = new Float64Array(p * p);
  for (const [k, parts] of rows.entries()) for (const [j, part] of parts.entries()) r[j * p + k] = part;
  return { kept, q, r, dropped, nearly };
}

/**
 * Until what is left of each column is right relative to itself: what remains after a turn is absorbed anew, as its
 * effects were found to within rounding of the whole column.
 */
function absorbWhole(
  columns: readonly Float64Array[],
  sizes: readonly number[],
  weights: Float64Array,
  absorber: Absorber,
): void {
  for (const column of columns) absorber.absorb(column, 1e-12);
  const sizesLeft = columns.map((column) => norm(column, weights));
  const small = columns.filter(
    (_, k) => sizesLeft[k] < 0.1 * sizes[k] && sizesLeft[k] > COLLINEAR * sizes[k] * 1e-3,
  );
  for (const column of small) for (let turn = 0; turn < 2; turn++) absorber.absorb(column, 1e-12);
}

/** √Σ w (x − x̄)², or 0 where x is constant but for rounding. */
function spread(x: Float64Array, w: Float64Array): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    sum += w[i] * x[i];
    total += w[i];
  }
  const mean = sum / total;
  let [squares, size] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    squares += w[i] * (x[i] - mean) ** 2;
    size += w[i] * x[i] ** 2;
  }
  return squares <= 1e-26 * size ? 0 : Math.sqrt(squares);
}
