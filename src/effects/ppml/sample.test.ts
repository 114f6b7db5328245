import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowModel } from './model.ts';
import { makeSample, take } from './sample.ts';

const model: FlowModel = {
  y: [5, 1, 2, 3],
  regressors: { x: [0.5, 0.1, 0.2, 0.3] },
  effects: [
    { name: 'year', of: [2011, 2010, 2011, 2010] },
    { name: 'pair', of: ['c', 'a', 'a', 'b'] },
    {
      name: 'city',
      ends: [
        ['p', 'q', 'p', 'q'],
        ['q', 'r', 'r', 'q'],
      ],
    },
  ],
  weights: [1, 2, 3, 4],
  offset: [4, 3, 2, 1],
};

describe('a sample', () => {
  const sample = makeSample(model, [{ name: 'group', of: ['y', 'x', 'x', 'y'] }]);

  it('leads with the single-ended effect of most levels, whose rows lie together', () => {
    expect(sample.dimensions.map(({ name }) => name)).toEqual(['pair', 'year', 'city']);
    expect(Array.from(sample.dimensions[0].first)).toEqual([0, 0, 1, 2]);
  });

  it('says where each row was, and carries everything along', () => {
    expect(Array.from(sample.rows)).toEqual([1, 2, 3, 0]);
    expect(Array.from(sample.y)).toEqual([1, 2, 3, 5]);
    expect(Array.from(sample.x[0])).toEqual([0.1, 0.2, 0.3, 0.5]);
    expect(Array.from(sample.weights!)).toEqual([2, 3, 4, 1]);
    expect(Array.from(sample.offset!)).toEqual([3, 2, 1, 4]);
    expect(Array.from(sample.clusters[0])).toEqual([0, 0, 1, 1]);
    expect(sample.names).toEqual(['x']);
  });

  it('numbers both ends of an effect in one numbering', () => {
    const { first, second, levels } = sample.dimensions[2];
    expect([Array.from(first), Array.from(second!), levels]).toEqual([[1, 0, 1, 0], [2, 2, 1, 1], 3]);
  });

  it('puts a constant in front where no effect has one end', () => {
    expect(makeSample({ y: [1, 2], regressors: {} }).dimensions).toEqual([
      { name: 'constant', first: new Int32Array(2), second: null, levels: 1 },
    ]);
    const ends = {
      name: 'city',
      ends: [
        [1, 2],
        [2, 3],
      ],
    } as const;
    expect(makeSample({ y: [1, 2], regressors: {}, effects: [ends] }).dimensions[0].name).toBe('constant');
  });

  it('is the same, row for row, whatever order the rows came in', () => {
    const rows = fc.array(
      fc.record({
        y: fc.integer({ min: 0, max: 2 }),
        x: fc.integer({ min: 0, max: 1 }),
        a: fc.integer({ min: 0, max: 2 }),
        g: fc.integer({ min: 0, max: 1 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 11 }), (list, turn) => {
        const of = (some: typeof list): ReturnType<typeof makeSample> =>
          makeSample(
            {
              y: some.map(({ y }) => y),
              regressors: { x: some.map(({ x }) => x) },
              effects: [{ name: 'a', of: some.map(({ a }) => a) }],
            },
            [{ name: 'g', of: some.map(({ g }) => g) }],
          );
        const turned = [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)].reverse();
        const [one, other] = [of(list), of(turned)];
        expect({ ...other, rows: null }).toEqual({ ...one, rows: null });
        expect(Array.from(other.rows, (row) => turned[row])).toEqual(
          Array.from(one.rows, (row) => list[row]),
        );
      }),
      { seed: 11 },
    );
  });

  it('taken in part numbers the levels that are left', () => {
    const part = take(sample, Int32Array.of(0, 3));
    expect(Array.from(part.rows)).toEqual([1, 0]);
    expect(part.dimensions.map(({ levels }) => levels)).toEqual([2, 2, 3]);
    expect(Array.from(part.dimensions[0].first)).toEqual([0, 1]);
    expect(Array.from(part.clusters[0])).toEqual([0, 1]);
    expect(take(sample, Int32Array.of(0, 1, 2, 3))).toBe(sample);
  });

  it('refuses clusters that are short, NaN, or twice', () => {
    const by =
      (...of: { name: string; of: number[] }[]) =>
      (): unknown =>
        makeSample(model, of);
    expect(by({ name: 'g', of: [1, 2] })).toThrow('clusters of g must have 4 rows, got 2');
    expect(by({ name: 'g', of: [1, 2, NaN, 1] })).toThrow('clusters of g must have a number or a text a row');
    expect(by({ name: 'g', of: [1, 2, 1, 2] }, { name: 'g', of: [1, 1, 2, 2] })).toThrow(
      'clusters must have different names, got g twice',
    );
  });
});
