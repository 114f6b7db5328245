import { describe, expect, it } from 'vitest';
import { separatedRows } from './separated-rows.ts';

describe('separated rows', () => {
  it('are told by their places in the model, in order, however many', () => {
    const n = 30;
    const y = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 0 : 1));
    const x = y.map((value, i) => (value === 0 && i >= 8 ? 1 : 0));
    expect(Array.from(separatedRows({ y, regressors: { x } }))).toEqual([
      8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28,
    ]);
  });

  it('hold those of levels without flows', () => {
    const effects = [{ name: 'pair', of: ['a', 'b', 'a', 'b'] }];
    expect(Array.from(separatedRows({ y: [0, 1, 0, 2], regressors: {}, effects }))).toEqual([0, 2]);
  });

  it('are none where all flows are above zero', () => {
    expect(separatedRows({ y: [1, 2, 3], regressors: { x: [0, 0, 1] } })).toEqual(new Int32Array(0));
  });

  it('are refused for a model that is none', () => {
    expect(() => separatedRows({ y: [0, 0], regressors: {} })).toThrow('y must be above 0 somewhere');
    expect(() => separatedRows({ y: [0, 1], regressors: { x: [NaN, 1] } })).toThrow(
      'regressor x must be finite',
    );
  });
});
