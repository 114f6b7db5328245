import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { functionalAreas } from './functional-areas.ts';
import { matrixOf } from '../matrix.ts';

const UNITS = ['A', 'B', 'x', 'y', 'z'];
const FLOWS = matrixOf(
  [
    [80, 20, 0, 0, 0],
    [5, 95, 0, 0, 0],
    [20, 15, 65, 0, 0],
    [10, 4, 50, 36, 0],
    [0, 0, 0, 0, 0],
  ],
  UNITS,
  UNITS,
);
const coreOf = (...given: Parameters<typeof functionalAreas>): (string | null)[] =>
  functionalAreas(...given).members.map(({ core }) => core);

describe('functional areas', () => {
  it('give a unit to the core with the greatest part of its flow, from the threshold on', () => {
    const { members, areas } = functionalAreas(FLOWS, ['A', 'B']);
    expect(members.map(({ core }) => core)).toEqual(['A', 'B', 'A', null, null]);
    expect(members[2].share.value).toBe(0.2);
    expect(members[3].share.value).toBe(0.1);
    expect(areas).toEqual([
      { core: 'A', cores: ['A'], units: ['A', 'x'] },
      { core: 'B', cores: ['B'], units: ['B'] },
    ]);
  });

  it('do not follow flow over a unit that is no core, and take the edge of the threshold', () => {
    expect(coreOf(FLOWS, ['A', 'B'])[3]).toBeNull();
    expect(coreOf(FLOWS, ['A', 'B'], { threshold: 0.1 })[3]).toBe('A');
    expect(coreOf(FLOWS, ['A', 'B'], { threshold: 0.2 })[2]).toBe('A');
    expect(coreOf(FLOWS, ['A', 'B'], { threshold: 0.21 })[2]).toBeNull();
  });

  it('merge cores of which one sends enough to the other, and add up what goes to them', () => {
    const { members, areas } = functionalAreas(FLOWS, ['B', 'A'], { mergeFrom: 0.15 });
    expect(areas).toEqual([{ core: 'B', cores: ['B', 'A'], units: ['A', 'B', 'x'] }]);
    expect(members[2].share.value).toBeCloseTo(0.35, 14);
    expect(functionalAreas(FLOWS, ['A', 'B'], { mergeFrom: 0.25 }).areas).toHaveLength(2);
  });

  it('say of a unit without flow that its part is undefined, and leave it out', () => {
    const { members } = functionalAreas(FLOWS, ['A']);
    expect(members[4]).toMatchObject({ core: null, share: { value: null, code: 'zero-margin' } });
    expect(coreOf(FLOWS, [])).toEqual([null, null, null, null, null]);
    expect(coreOf(FLOWS, ['z'])[4]).toBe('z');
  });

  it('refuse what is no core, no flow or no threshold', () => {
    expect(() => functionalAreas(FLOWS, ['Q'])).toThrow('cores must be units of the flows, and Q is none');
    expect(() => functionalAreas(FLOWS, ['A', 'A'])).toThrow('cores must differ');
    expect(() => functionalAreas(FLOWS, ['A'], { threshold: 0 })).toThrow('threshold must be above 0');
    expect(() => functionalAreas(FLOWS, ['A'], { mergeFrom: 2 })).toThrow('mergeFrom must be above 0');
    expect(() => functionalAreas(matrixOf([[-1]]), [])).toThrow('flows must be 0 or more, got -1 in row 0');
    expect(() => functionalAreas(matrixOf([[1, 2]]), [])).toThrow('flows must have the same units');
  });

  it('lose units, never gain any, as the threshold rises, and do not change with the unit of flow', () => {
    const flows = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(flows, (table) => {
        const names = ['0', '1'];
        const at = (threshold: number, factor = 1): (string | null)[] =>
          coreOf(matrixOf(table.map((row) => row.map((flow) => flow * factor))), names, { threshold });
        const [low, high] = [at(0.1), at(0.3)];
        for (const [i, core] of high.entries()) if (core !== null) expect(low[i]).toBe(core);
        expect(at(0.1, 8)).toEqual(low);
      }),
      { seed: 14 },
    );
  });
});
