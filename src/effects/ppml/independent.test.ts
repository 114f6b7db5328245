import { describe, expect, it } from 'vitest';
import { Absorber } from './absorb.ts';
import { incidenceOf } from '../flows/incidence.ts';
import { type Basis, independentOf } from './independent.ts';
import { makeSample } from './sample.ts';
import { product } from './weighted.ts';

const unit = [0, 0, 0, 1, 1, 1, 2, 2, 2];
const year = [0, 1, 2, 0, 1, 2, 0, 1, 2];
const x = [1, 4, 2, 7, 5, 3, 3, 8, 1];
const z = [2, 2, 9, 1, 0, 4, 6, 5, 7];
const weights = Float64Array.of(1, 2, 1, 3, 1, 1, 2, 1, 1);

function basis(columns: Record<string, number[]>): Basis {
  const sample = makeSample({
    y: unit.map(() => 1),
    regressors: columns,
    effects: [
      { name: 'unit', of: unit },
      { name: 'year', of: year },
    ],
  });
  const absorber = new Absorber(incidenceOf(sample));
  absorber.setWeights(weights);
  return independentOf(
    sample.x.map((column) => column.slice()),
    sample.names,
    weights,
    absorber,
  );
}

describe('independent regressors', () => {
  it('come at right angles under the weights, each of the size of all weights, with the way back', () => {
    const { q, r, kept, dropped, nearly } = basis({ x, z });
    expect([kept, dropped, nearly]).toEqual([[0, 1], [], []]);
    const total = weights.reduce((sum, w) => sum + w, 0);
    for (const [a, one] of q.entries())
      for (const [b, other] of q.entries())
        expect(product(one, other, weights)).toBeCloseTo(a === b ? total : 0, 10);
    // Each x̃ is Q times its column of R, upper triangular.
    expect(r[2]).toBe(0);
    const back = q[0].map((value, i) => value * r[1] + q[1][i] * r[3]);
    const alone = basis({ z });
    for (const [i, value] of back.entries()) expect(value).toBeCloseTo(alone.q[0][i] * alone.r[0], 12);
  });

  it('are told from constants, from what the effects take, and from what others make up, by name', () => {
    const { kept, dropped } = basis({
      constant: unit.map(() => 0.1),
      x,
      absorbed: unit.map((value, i) => 7 * value - year[i]),
      sum: x.map((value, i) => value + 0.5 * z[i] + unit[i]),
      z,
      twice: x.map((value) => 2 * value),
    });
    expect(kept).toEqual([1, 3]);
    expect(dropped).toEqual([
      { name: 'constant', reason: 'constant', with: [] },
      { name: 'absorbed', reason: 'absorbed', with: [] },
      { name: 'z', reason: 'collinear', with: ['x', 'sum'] },
      { name: 'twice', reason: 'collinear', with: ['x'] },
    ]);
  });

  it('are kept where little is left, and said to be nearly collinear', () => {
    const close = x.map((value, i) => 3 * value + year[i] + 1e-6 * z[i]);
    const { kept, nearly, r, q } = basis({ x, close });
    expect([kept, nearly]).toEqual([[0, 1], ['close']]);
    // What is left of it is what is left of z beside x, a millionth.
    const beside = basis({ x, z });
    expect(r[3] / beside.r[3]).toBeCloseTo(1e-6, 12);
    for (const [i, value] of q[1].entries()) expect(value).toBeCloseTo(beside.q[1][i], 6);
  });
});
