import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, codeTogether, cross } from './labels.ts';

describe('codes of labels', () => {
  it('number labels in their own order, whatever order the rows have', () => {
    expect(code([30, 10, 20, 10])).toEqual({ codes: Int32Array.of(2, 0, 1, 0), count: 3 });
    expect(code(['b', 'a', 'c'])).toEqual({ codes: Int32Array.of(1, 0, 2), count: 3 });
    expect(code(['10', '9'])).toEqual({ codes: Int32Array.of(0, 1), count: 2 });
    expect(code([-1.5, 1e12, -Infinity])).toEqual({ codes: Int32Array.of(1, 2, 0), count: 3 });
    expect(code([])).toEqual({ codes: new Int32Array(0), count: 0 });
  });

  it('are the same for whole numbers near to each other and far apart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 30 }), (labels) => {
        const far = labels.map((label) => label * 1e9);
        expect(code(labels)).toEqual(code(far));
      }),
      { seed: 3 },
    );
  });

  it('are one numbering for several lists, of other lengths too', () => {
    const [a, b] = codeTogether([
      [5, 7],
      [7, 6, 5],
    ]);
    expect(a).toEqual({ codes: Int32Array.of(0, 2), count: 3 });
    expect(b).toEqual({ codes: Int32Array.of(2, 1, 0), count: 3 });
  });

  it('of a product take the pairs that occur, by the first and then by the second', () => {
    expect(cross(['b', 'a', 'b', 'a'], [2011, 2012, 2010, 2012])).toEqual(Int32Array.of(2, 0, 1, 0));
  });

  it('are refused for labels that are NaN, missing, or of both kinds, and for lists of unlike lengths', () => {
    expect(() => code([1, NaN])).toThrow('labels must have a number or a text a row, number 1 is NaN');
    expect(() => code(['a', undefined as unknown as string])).toThrow('number 1 is undefined');
    expect(() => codeTogether([[1, 2], ['1']])).toThrow(
      'labels must be all numbers or all texts, got the number 2 and the string 1',
    );
    expect(() => cross([1], [1, 2])).toThrow('labels to cross must be of one length, got 1 and 2');
  });
});
