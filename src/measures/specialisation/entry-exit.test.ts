import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryExit } from './entry-exit.ts';
import { matrixOf } from '../matrix.ts';
import { proximity } from '../complexity/proximity.ts';
import { createRandom } from '../random.ts';

const BEFORE = matrixOf(
  [
    [1, 1, 0, 0],
    [0, 1, 1, 0],
    [0, 0, 1, 1],
  ],
  ['a', 'b', 'c'],
  ['f', 'g', 'h', 'i'],
);
const AFTER = matrixOf(
  [
    [1, 1, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 1, 1],
  ],
  ['a', 'b', 'c'],
  ['f', 'g', 'h', 'i'],
);

describe('entry and exit', () => {
  it('are the cells that turned, with the density before, by hand', () => {
    const found = entryExit(BEFORE, AFTER, proximity(BEFORE).matrix);
    // φ: f–g ½, g–h ½, h–i ½. Around h: g and i, of which a has g. Around g: f and h, of which b has h.
    expect(found.turnover).toEqual([
      { kind: 'entry', place: 'a', field: 'h', density: { value: 0.5, reason: null } },
      { kind: 'exit', place: 'b', field: 'g', density: { value: 0.5, reason: null } },
    ]);
    expect([found.entries, found.openings, found.exits, found.incumbents]).toEqual([1, 6, 1, 6]);
    expect(found.entryRate.value).toBeCloseTo(1 / 6, 15);
    // Open: a–i 0, b–f 1, b–i 1, c–f 0, c–g ½.
    expect(found.densityOf.open.value).toBeCloseTo(0.5, 15);
    expect(found.densityOf.entered.value).toBe(0.5);
  });

  it('are on places and fields of both periods, by name and in any order', () => {
    const turned = matrixOf(
      [
        [0, 1, 1],
        [1, 1, 0],
      ],
      ['c', 'a'],
      ['f', 'h', 'new'],
    );
    const found = entryExit(BEFORE, turned, proximity(BEFORE).matrix);
    expect(found.turnover.map(({ kind, place, field }) => [kind, place, field])).toEqual([
      ['entry', 'a', 'h'],
    ]);
    expect(found.openings + found.incumbents).toBe(4);
  });

  it('exchange where the periods do', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const random = createRandom(seed);
        const draw = () =>
          matrixOf(Array.from({ length: 5 }, () => Array.from({ length: 6 }, () => random.integer(2))));
        const [one, other] = [draw(), draw()];
        const phi = proximity(one).matrix;
        const [there, back] = [entryExit(one, other, phi), entryExit(other, one, phi)];
        expect([back.entries, back.exits]).toEqual([there.exits, there.entries]);
        expect(there.entries + there.exits).toBe(there.turnover.length);
        expect(there.openings + there.incumbents).toBe(30);
      }),
    );
  });

  it('find that places enter what is near, where they do', () => {
    const random = createRandom(2);
    const [places, fields] = [40, 30];
    const at = (i: number): number => (i / places) * fields;
    const before = Array.from({ length: places }, (_, i) =>
      Array.from({ length: fields }, (__, j) =>
        random.uniform() < Math.exp(-(((at(i) - j) / 4) ** 2)) ? 1 : 0,
      ),
    );
    const after = before.map((row, i) =>
      row.map((m, j) => (m === 1 || random.uniform() < 0.3 * Math.exp(-(((at(i) - j) / 6) ** 2)) ? 1 : 0)),
    );
    const m = matrixOf(before);
    const { densityOf, exits } = entryExit(m, matrixOf(after), proximity(m).matrix);
    expect(exits).toBe(0);
    expect(densityOf.entered.value!).toBeGreaterThan(1.5 * densityOf.open.value!);
    expect(densityOf.left).toMatchObject({ value: null, code: 'empty' });
  });

  it('have no rate where nothing could turn, and are not asked of other numbers', () => {
    const full = matrixOf([
      [1, 1],
      [1, 1],
    ]);
    const found = entryExit(full, full, proximity(full).matrix);
    expect(found.entryRate).toMatchObject({ value: null, code: 'empty' });
    expect(found.exitRate.value).toBe(0);
    expect(() =>
      entryExit(
        full,
        matrixOf([
          [3, 1],
          [1, 1],
        ]),
        proximity(full).matrix,
      ),
    ).toThrow('must be 0 or 1');
  });
});
