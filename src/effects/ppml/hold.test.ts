import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDesign } from '../../../test/any-designs.ts';
import { holdAtZero } from './hold.ts';
import { incidenceOf } from '../flows/incidence.ts';
import { makeSample } from './sample.ts';

describe('a combination held at zero', () => {
  it('comes as near to a column as it can elsewhere, by hand', () => {
    // z = a + b x, held at 0 where x = 1: b(x − 1). To 1, 1 at x = 2, 3: b minimises (b − 1)² + (2b − 1)², b = 3/5.
    const sample = makeSample({ y: [1, 1, 1], regressors: { x: [1, 2, 3] } });
    const at = Array.from(sample.rows);
    const column = (values: number[]): Float64Array => Float64Array.from(at, (row) => values[row]);
    const held = Uint8Array.from(column([1, 0, 0]));
    const z = holdAtZero(sample, incidenceOf(sample), held)(column([0, 1, 1]))!;
    for (const [i, value] of column([0, 0.6, 1.2]).entries()) expect(z[i]).toBeCloseTo(value, 7);
  });

  it('is 0 in what is held, and its rest at right angles to every such combination', () => {
    fc.assert(
      fc.property(anyDesign(9), ({ y, regressors, effects }) => {
        const sample = makeSample({ y, regressors, effects });
        const held = Uint8Array.from(sample.y, (value) => (value > 0 ? 1 : 0));
        const project = holdAtZero(sample, incidenceOf(sample), held);
        const u = Float64Array.from(held, (mark, i) => (mark === 1 ? 0 : 1 + (i % 3)));
        const v = Float64Array.from(held, (mark, i) => (mark === 1 ? 0 : (i % 4) - 1));
        const [z, other] = [project(u)!, project(v)!];
        for (const [i, mark] of held.entries()) if (mark === 1) expect(Math.abs(z[i])).toBeLessThan(1e-7);
        const rest = u.reduce((sum, value, i) => sum + (value - z[i]) * other[i], 0);
        expect(Math.abs(rest)).toBeLessThan(1e-4);
        // Projected again it stays.
        const again = project(z.map((value, i) => (held[i] === 1 ? 0 : value)))!;
        for (const [i, value] of again.entries()) expect(Math.abs(value - z[i])).toBeLessThan(1e-5);
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});
