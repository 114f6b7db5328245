import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { setSums } from './set-sums.ts';

describe('sums of the rows of sets', () => {
  it('are those of a plain loop, for sets of none, of few, of most and of all rows', () => {
    const [height, width] = [150, 140];
    const random = createRandom(4);
    const values = Float64Array.from({ length: height * width }, random.uniform);
    const rows = Int32Array.from({ length: height }, (_, i) => i);
    const sets = [0, 0.04, 0.3, 0.8, 1].map((part) => rows.filter(() => random.uniform() < part));
    const found = setSums(sets, values, width);
    expect(sets.map((set) => set.length)).toEqual([
      0,
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
      150,
    ]);
    for (const [s, set] of sets.entries())
      for (let j = 0; j < width; j++) {
        const due = set.reduce((sum, i) => sum + values[i * width + j], 0);
        expect(found[s * width + j]).toBeCloseTo(due, 11);
      }
  });

  it('are none for no sets or no columns', () => {
    expect(setSums([], Float64Array.from([1]), 1)).toHaveLength(0);
    expect(setSums([new Int32Array(0)], new Float64Array(0), 0)).toHaveLength(0);
  });
});
