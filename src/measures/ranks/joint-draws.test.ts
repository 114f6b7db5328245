import { describe, expect, it } from 'vitest';
import { type JointDrawing, eachBlock } from './joint-draws.ts';
import { COLUMNS } from './draw-block.ts';

const NUMBERS: JointDrawing = {
  totals: [10, 20, 30],
  covariance: [4, 1.2, -1, 1.2, 1, 0.3, -1, 0.3, 2],
  alone: { totals: [50, 60], errors: [0.5, 3] },
  draws: 501,
  seed: 3,
};

/** Draws as rows, those drawn alone behind. */
function drawn(drawing: JointDrawing): number[][] {
  const rows: number[][] = [];
  const n = drawing.totals.length + (drawing.alone?.totals.length ?? 0);
  eachBlock(drawing, ({ drawn: block }, { first, step, many }) => {
    for (let b = 0; b < many; b++)
      rows[first + step * b] = Array.from({ length: n }, (_, i) => block[COLUMNS * i + b]);
  });
  return rows;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('joint draws', () => {
  it.each([1, 2, 7, 8, 9, 16, 501])('are as many as are asked for, mirrored or not: %i', (draws) => {
    for (const mirrored of [true, false]) {
      const rows = drawn({ ...NUMBERS, draws, mirrored });
      expect(rows).toHaveLength(draws);
      expect(rows.flat().every(Number.isFinite)).toBe(true);
      expect(Object.keys(rows)).toHaveLength(draws);
    }
  });

  it('come in pairs around the means where they are mirrored', () => {
    const rows = drawn({ ...NUMBERS, mirrored: true });
    for (let pair = 0; pair < 250; pair++)
      for (const [i, centre] of [10, 20, 30, 50, 60].entries())
        expect((rows[2 * pair][i] + rows[2 * pair + 1][i]) / 2).toBeCloseTo(centre, 7);
    // The last has no mirror, and no two pairs are the same.
    expect(new Set(rows.map(([first]) => first)).size).toBe(501);
  });

  it.each([true, false])(
    'have the covariance given, and none with those drawn alone; mirrored: %s',
    (mirrored) => {
      const draws = 60_000;
      const rows = drawn({ ...NUMBERS, draws, mirrored });
      const centres = [10, 20, 30, 50, 60];
      const due = [
        [4, 1.2, -1, 0, 0],
        [1.2, 1, 0.3, 0, 0],
        [-1, 0.3, 2, 0, 0],
        [0, 0, 0, 0.25, 0],
        [0, 0, 0, 0, 9],
      ];
      for (let i = 0; i < 5; i++)
        for (let j = 0; j < 5; j++) {
          const found = mean(rows.map((row) => (row[i] - centres[i]) * (row[j] - centres[j])));
          // Of mirrored draws half as many say it.
          const error = Math.sqrt((due[i][i] * due[j][j] + due[i][j] ** 2) / (mirrored ? draws / 2 : draws));
          expect(Math.abs(found - due[i][j])).toBeLessThan(4.5 * error);
        }
    },
  );

  it('tell the ends of an interval at least as closely where they are mirrored', () => {
    const spread = (mirrored: boolean): number => {
      const ends = Array.from({ length: 300 }, (_, seed) => {
        const values = drawn({ totals: [0], covariance: [1], draws: 400, seed, mirrored }).map(([x]) => x);
        return values.sort((a, b) => a - b)[9];
      });
      const centre = mean(ends);
      return mean(ends.map((end) => (end - centre) ** 2));
    };
    // 300 seeds know a variance to 8 %.
    expect(spread(true) / spread(false)).toBeLessThan(1.3);
  });

  it('refuse errors that are no numbers', () => {
    expect(() => drawn({ ...NUMBERS, alone: { totals: [1], errors: [NaN] } })).toThrow(
      'errors must be finite',
    );
  });
});
