import { describe, expect, it } from 'vitest';
import { SeparationUndecided } from './undecided.ts';

describe('a separation that cannot be decided', () => {
  it('names the regressors and the rows, of many the first five, and what to do', () => {
    const one = new SeparationUndecided(['x'], [3], 'is too small there');
    expect(one.message).toBe(
      'separation of row 3 cannot be decided: x is too small there; leave it out, or give its difference from the others as a regressor of its own',
    );
    const many = new SeparationUndecided(['x', 'z'], [0, 1, 2, 3, 4, 5, 6], 'are too small there');
    expect(many.message).toMatch(/^separation of rows 0, 1, 2, 3, 4 and 2 more cannot be decided: x, z are/);
    expect(many.rows).toHaveLength(7);
    expect(many).toBeInstanceOf(RangeError);
  });
});
