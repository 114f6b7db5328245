import { describe, expect, it } from 'vitest';
import { normalsOf } from './normals.ts';
import { createRandom } from '../random.ts';

const drawn = (seed: number, length: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length }, () => random.normal());
};

describe('the normal numbers of a seed', () => {
  it('are those of its stream, however many were asked for before, and of which seed', () => {
    for (const [seed, length] of [
      [1, 10],
      [1, 3],
      [1, 1001],
      [7, 20],
      [1, 25],
    ])
      expect([...normalsOf(seed, length)!.subarray(0, length)]).toEqual(drawn(seed, length));
  });

  it('are not kept without end', () => {
    expect(normalsOf(1, 2 ** 20 + 1)).toBeNull();
    expect([...normalsOf(1, 5)!.subarray(0, 5)]).toEqual(drawn(1, 5));
  });
});
