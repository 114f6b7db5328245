import type { Incidence } from '../flows/incidence.ts';
import { product } from './weighted.ts';

/** Steps whose gain must have become small before the iteration ends. */
const LOOK_BACK = 2;
const MOST_STEPS = 10_000;
/** Of the size of a column, squared. */
const ROUNDING = 1e-31;
/** A direction that moves no more of the rows than this, against the diagonal, moves none: levels shift together. */
const FLAT = 1e-13;

/**
 * Weighted within-transformation: what is left of columns when the fixed effects are taken out,
 * x̃ = x − D(DᵀWD)⁻DᵀWx.
 *
 * Two dimensions would be swept in turn (alternating projections, Guimarães & Portugal 2010, Stata Journal 10). Here
 * the lead is always swept out exactly, and its sweep is accelerated by conjugate gradients over the coefficients of
 * all other dimensions, scaled by their diagonal: the way from one sweep to the fixed point is the same, in the square
 * root of the number of steps. The error of a column in the norm of W is followed by the lower bound of Hestenes and
 * Stiefel (Strakoš & Tichý 2002, ETNA 13). Coefficients are kept, so that weights that changed little start where the
 * last ones ended.
 */
export class Absorber {
  private readonly weights: Float64Array;
  /** Σ of weights in each group of the lead. */
  private readonly total: Float64Array;
  /** The diagonal of the system in the other dimensions. */
  private readonly diagonal: Float64Array;
  private readonly buffer: Float64Array;
  /** Buffers of the iteration: gradient, direction, and its image. */
  private readonly scratch: readonly [Float64Array, Float64Array, Float64Array];
  steps = 0;

  constructor(private readonly incidence: Incidence) {
    this.weights = new Float64Array(incidence.rows);
    this.total = new Float64Array(incidence.starts.length - 1);
    this.diagonal = new Float64Array(incidence.levels);
    this.buffer = new Float64Array(incidence.longest);
    this.scratch = [this.coefficients(), this.coefficients(), this.coefficients()];
  }

  /** Weights of all rows, above 0 (copied). */
  setWeights(weights: Float64Array): void {
    const { starts, width, at } = this.incidence;
    this.weights.set(weights);
    this.diagonal.fill(0);
    for (let g = 0; g + 1 < starts.length; g++) {
      let sum = 0;
      for (let i = starts[g]; i < starts[g + 1]; i++) sum += weights[i];
      this.total[g] = sum;
      for (let i = starts[g]; i < starts[g + 1]; i++) {
        const left = weights[i] * Math.max(1 - weights[i] / sum, 1e-3);
        for (let j = i * width; j < (i + 1) * width; j++) this.diagonal[at[j]] += left;
      }
    }
  }

  /** Zeros for the coefficients of a column in the dimensions beside the lead. */
  coefficients(): Float64Array {
    return new Float64Array(this.incidence.levels);
  }

  /**
   * Takes the effects out of a column, in place, until what may be left of them is `tolerance` of what stays.
   *
   * @param x rows
   * @param start coefficients to start from, and where they end
   */
  absorb(x: Float64Array, tolerance: number, start = this.coefficients()): void {
    if (this.incidence.levels > 0) this.solve(x, tolerance, start);
    this.takeOut(x, start);
  }

  /** Conjugate gradients on BᵀMB b = BᵀMx, M the weights within the lead, from b on, in place. */
  private solve(x: Float64Array, tolerance: number, b: Float64Array): void {
    const { diagonal } = this;
    const levels = b.length;
    const [r, d, q] = this.scratch;
    let left = this.gradient(x, b, r);
    const floor = ROUNDING * product(x, x, this.weights);
    const gains = new Float64Array(LOOK_BACK).fill(Infinity);
    let rho = 0;
    for (let step = 0; step < MOST_STEPS && left > 0; step++) {
      let next = 0;
      for (let k = 0; k < levels; k++) if (diagonal[k] > 0) next += (r[k] * r[k]) / diagonal[k];
      if (!(next > floor)) return;
      const beta = step === 0 ? 0 : next / rho;
      let against = 0;
      for (let k = 0; k < levels; k++) {
        if (!(diagonal[k] > 0)) continue;
        d[k] = r[k] / diagonal[k] + (step === 0 ? 0 : beta * d[k]);
        against += d[k] * d[k] * diagonal[k];
      }
      const curve = this.multiply(d, q);
      if (!(curve > FLAT * against)) return;
      rho = next;
      const alpha = next / curve;
      for (let k = 0; k < levels; k++) {
        b[k] += alpha * d[k];
        r[k] -= alpha * q[k];
      }
      this.steps += 1;
      gains[step % LOOK_BACK] = alpha * next;
      left = Math.max(left - alpha * next, 0);
      let reach = 0;
      for (const gain of gains) reach += gain;
      if (reach <= tolerance * tolerance * left) return;
    }
  }

  /** r = BᵀM(x − Bb); returns ‖x − Bb‖² within the lead. */
  private gradient(x: Float64Array, b: Float64Array, r: Float64Array): number {
    const { starts, width, at } = this.incidence;
    const { weights, total, buffer } = this;
    r.fill(0);
    let squares = 0;
    for (let g = 0; g + 1 < starts.length; g++) {
      const [from, to] = [starts[g], starts[g + 1]];
      let sum = 0;
      for (let i = from; i < to; i++) {
        let value = x[i];
        for (let j = i * width; j < (i + 1) * width; j++) value -= b[at[j]];
        buffer[i - from] = value;
        sum += weights[i] * value;
      }
      const mean = sum / total[g];
      for (let i = from; i < to; i++) {
        const value = buffer[i - from] - mean;
        const weighted = weights[i] * value;
        squares += weighted * value;
        for (let j = i * width; j < (i + 1) * width; j++) r[at[j]] += weighted;
      }
    }
    return squares;
  }

  /** q = BᵀMB d; returns dᵀq. */
  private multiply(d: Float64Array, q: Float64Array): number {
    const { starts, width, at } = this.incidence;
    if (width === 2) return this.multiplyTwo(d, q);
    const { weights, total, buffer } = this;
    q.fill(0);
    let curve = 0;
    for (let g = 0; g + 1 < starts.length; g++) {
      const [from, to] = [starts[g], starts[g + 1]];
      let sum = 0;
      for (let i = from; i < to; i++) {
        let value = 0;
        for (let j = i * width; j < (i + 1) * width; j++) value += d[at[j]];
        buffer[i - from] = value;
        sum += weights[i] * value;
      }
      const mean = sum / total[g];
      for (let i = from; i < to; i++) {
        const value = buffer[i - from] - mean;
        const weighted = weights[i] * value;
        curve += weighted * value;
        for (let j = i * width; j < (i + 1) * width; j++) q[at[j]] += weighted;
      }
    }
    return curve;
  }

  /** `multiply` for two levels a row beside the lead, as flows have: where nearly all the time goes. */
  private multiplyTwo(d: Float64Array, q: Float64Array): number {
    const { starts, at } = this.incidence;
    const { weights, total, buffer } = this;
    q.fill(0);
    let curve = 0;
    for (let g = 0; g + 1 < starts.length; g++) {
      const from = starts[g];
      const to = starts[g + 1];
      let sum = 0;
      for (let i = from, j = 2 * from; i < to; i++, j += 2) {
        const value = d[at[j]] + d[at[j + 1]];
        buffer[i - from] = value;
        sum += weights[i] * value;
      }
      const mean = sum / total[g];
      for (let i = from, j = 2 * from; i < to; i++, j += 2) {
        const value = buffer[i - from] - mean;
        const weighted = weights[i] * value;
        curve += weighted * value;
        q[at[j]] += weighted;
        q[at[j + 1]] += weighted;
      }
    }
    return curve;
  }

  /** x − Bb, less its mean in each group of the lead, in place. */
  private takeOut(x: Float64Array, b: Float64Array): void {
    const { starts, width, at } = this.incidence;
    const { weights, total } = this;
    for (let g = 0; g + 1 < starts.length; g++) {
      const [from, to] = [starts[g], starts[g + 1]];
      let sum = 0;
      for (let i = from; i < to; i++) {
        let value = x[i];
        for (let j = i * width; j < (i + 1) * width; j++) value -= b[at[j]];
        x[i] = value;
        sum += weights[i] * value;
      }
      const mean = sum / total[g];
      for (let i = from; i < to; i++) x[i] -= mean;
    }
  }
}
