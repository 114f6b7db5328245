import { describe, expect, it } from 'vitest';
import { COLUMNS, drawBlock, type DrawBlock, type Drawing, plainBlock } from './draw-block.ts';
import { CODE } from '../kernel-code.ts';
import { createRandom, type Random } from '../random.ts';

const NONE = { means: new Float64Array(0), errors: new Float64Array(0) };

function drawingOf(n: number, m: number, random: Random): Drawing {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let k = 0; k <= i; k++) lower[i * n + k] = random.normal() * 10 ** (k % 9);
  const some = (length: number): Float64Array => Float64Array.from({ length }, () => 10 * random.normal());
  return { lower, means: some(n), grid: 2 ** -7, alone: { means: some(m), errors: some(m) } };
}

describe('a block of eight draws', () => {
  it.each([
    [1, 0],
    [2, 1],
    [3, 4],
    [8, 0],
    [57, 30],
    [128, 3],
    [401, 200],
  ])('of %i places and %i alone is the same in vectors as without, to the last bit', (n, m) => {
    const random = createRandom(n);
    const drawing = drawingOf(n, m, random);
    const [vectors, plain] = [drawBlock(drawing), plainBlock(drawing)];
    for (const sign of [1, -1] as const) {
      const normals = Float64Array.from({ length: COLUMNS * (n + m) }, () => random.normal());
      const told = [vectors, plain].map((block) => {
        block.normals.set(normals);
        block.multiply();
        block.settle(sign);
        return [[...block.drawn], ...[0, n - 1].map((row) => [...Array.from(block.countAbove(row))])];
      });
      expect(told[0]).toEqual(told[1]);
    }
  });

  const byHand = (block: DrawBlock): void => {
    block.normals.set(Array.from({ length: 2 * COLUMNS }, (_, i) => i));
    block.multiply();
  };

  it.each([
    ['in vectors', drawBlock],
    ['without', plainBlock],
  ])('adds up by hand %s, mirrors and counts', (_, make) => {
    const block = make({
      lower: Float64Array.of(2, 0, 3, 5),
      means: Float64Array.of(20, 1),
      grid: 0,
      alone: NONE,
    });
    byHand(block);
    block.settle(1);
    expect([...block.drawn]).toEqual([
      ...[20, 22, 24, 26, 28, 30, 32, 34],
      ...[41, 49, 57, 65, 73, 81, 89, 97],
    ]);
    expect([...Array.from(block.countAbove(0))]).toEqual(new Array(COLUMNS).fill(1));
    block.settle(-1);
    expect([...block.drawn]).toEqual([
      ...[20, 18, 16, 14, 12, 10, 8, 6],
      ...[-39, -47, -55, -63, -71, -79, -87, -95],
    ]);
    expect([...Array.from(block.countAbove(0))]).toEqual(new Array(COLUMNS).fill(0));
  });

  it('runs the code that its sources compile to', async () => {
    const tool = new URL('../../../tools/kernel-code.mjs', import.meta.url).href;
    const { compiled } = (await import(tool)) as { compiled: () => Promise<string> };
    expect(await compiled()).toBe(CODE);
  });
});
