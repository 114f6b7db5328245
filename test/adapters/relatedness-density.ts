import { matrixOf, relatednessDensity, valueAt } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

interface Input {
  readonly mat: number[][];
  readonly relatedness: number[][];
}

/** Relatedness density under a given relatedness, its diagonal as it stands, in per cent; NaN of the peer is null here. */
export const adapter: Adapter = {
  cases: /^relatedness-density-/,
  check({ inputs, expected, tolerance }) {
    const { mat, relatedness } = inputs[0] as Input;
    const m = matrixOf(mat);
    const density = relatednessDensity(m, matrixOf(relatedness), { ownField: 'in' });
    const percent = m.rows.map((row) =>
      m.columns.map((column) => {
        const { value } = valueAt(density, row, column);
        return value === null ? null : 100 * value;
      }),
    );
    eachKey(expected, {
      density: (due, key) => close(percent, due, tolerance.abs, key),
      diagonal_note: () => undefined,
    });
  },
};
