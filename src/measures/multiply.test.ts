import { describe, expect, it } from 'vitest';
import { CODE } from './multiply-code.ts';
import { COLUMNS, multiplyBy, plainly } from './multiply.ts';
import { createRandom } from './random.ts';

describe('a lower triangle times eight columns', () => {
  it.each([1, 2, 3, 8, 57, 128, 401])(
    'of %i rows is the same in vectors as without, to the last bit',
    (n) => {
      const random = createRandom(n);
      const lower = new Float64Array(n * n);
      for (let i = 0; i < n; i++)
        for (let k = 0; k <= i; k++) lower[i * n + k] = random.normal() * 10 ** (k % 9);
      const [vectors, plain] = [multiplyBy(lower, n), plainly(lower, n)];
      for (let round = 0; round < 2; round++) {
        const columns = Float64Array.from({ length: COLUMNS * n }, () => random.normal());
        expect([...vectors(columns)]).toEqual([...plain(columns)]);
      }
    },
  );

  it('adds up by hand', () => {
    const columns = Float64Array.from({ length: 2 * COLUMNS }, (_, i) => i);
    expect([...multiplyBy(Float64Array.of(2, 0, 3, 5), 2)(columns)]).toEqual([
      ...[0, 2, 4, 6, 8, 10, 12, 14],
      ...[40, 48, 56, 64, 72, 80, 88, 96],
    ]);
  });

  it('runs the code that its source compiles to', async () => {
    const tool = new URL('../../tools/multiply-code.mjs', import.meta.url).href;
    const { compiled } = (await import(tool)) as { compiled: () => Promise<string> };
    expect(await compiled()).toBe(CODE);
  });
});
