import { describe, expect, it } from 'vitest';
import { placeboFields } from './placebo-fields.ts';

const policy = { time: [0, 1, 0, 1], treated: [0, 0, 1, 1], from: 1 };
const model = {
  y: [10, 20, 5, 30],
  regressors: {},
  effects: [
    { name: 'unit', of: ['a', 'a', 'b', 'b'] },
    { name: 'year', of: [0, 1, 0, 1] },
  ],
};

describe('placebo fields', () => {
  it('are the same design on other outcomes: ratios of ratios by hand', () => {
    const placebo = placeboFields(
      model,
      policy,
      { law: [4, 8, 3, 6], physics: [1, 1, 1, 4], art: [9, 3, 3, 1] },
      'greater',
    );
    expect(placebo.observed).toBeCloseTo(Math.log(3), 10);
    expect(placebo.drawn).toEqual(['law', 'physics', 'art']);
    for (const [k, due] of [0, Math.log(4), 0].entries())
      expect(placebo.distribution[k]).toBeCloseTo(due, 10);
    expect(placebo.p).toBe(2 / 4);
  });

  it('are refused where there are none, or one has other rows', () => {
    expect(() => placeboFields(model, policy, {})).toThrow('there must be one outcome or more, got none');
    expect(() => placeboFields(model, policy, { law: [1, 2] })).toThrow(RangeError);
  });
});
