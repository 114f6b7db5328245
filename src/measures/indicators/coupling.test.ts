import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUPLING_GRADES, couplingCoordination, couplingGrade, type CouplingForm } from './coupling.ts';

const FORMS: readonly CouplingForm[] = ['standard', 'wang', 'fan'];

describe('coupling coordination', () => {
  it('of two systems by hand', () => {
    expect(couplingCoordination([0.8, 0.2], 'standard')).toMatchObject({ level: 0.5, conventional: false });
    expect(couplingCoordination([0.8, 0.2], 'standard').coupling).toBeCloseTo(0.8, 14);
    expect(couplingCoordination([0.8, 0.2], 'standard').coordination).toBeCloseTo(Math.sqrt(0.4), 14);
    expect(couplingCoordination([0.8, 0.2], 'wang').coupling).toBeCloseTo(Math.sqrt(0.1), 14);
    expect(couplingCoordination([0.8, 0.2], 'fan').coupling).toBeCloseTo(0.4, 14);
  });

  it('puts weights into the level alone', () => {
    const even = couplingCoordination([0.8, 0.2], 'wang');
    const uneven = couplingCoordination([0.8, 0.2], 'wang', [3, 1]);
    expect(uneven.coupling).toBe(even.coupling);
    expect(uneven.level).toBeCloseTo(0.65, 14);
  });

  it('says that it measures similarity of levels, not interaction', () => {
    for (const form of FORMS)
      expect(couplingCoordination([0.5, 0.4], form).measures).toContain(
        'similarity of levels, not interaction',
      );
  });

  it('is 0 by convention where all levels are 0, and says so', () => {
    for (const form of FORMS)
      expect(couplingCoordination([0, 0], form)).toMatchObject({ coordination: 0, conventional: true });
  });

  it('keeps small levels of many systems from vanishing', () => {
    expect(couplingCoordination(new Array<number>(400).fill(1e-3), 'standard').coupling).toBeCloseTo(1, 12);
    expect(couplingCoordination(new Array<number>(400).fill(1e-3), 'wang').coupling).toBeCloseTo(1, 12);
  });

  it('refuses one system, levels outside 0 … 1, and weights that are none', () => {
    expect(() => couplingCoordination([0.5], 'wang')).toThrow('levels must be of two systems or more, got 1');
    expect(() => couplingCoordination([0.5, 1.2], 'wang')).toThrow(
      'level 1 must lie between 0 and 1, got 1.2',
    );
    expect(() => couplingCoordination([0.5, NaN], 'wang')).toThrow(RangeError);
    expect(() => couplingCoordination([0.5, 0.5], 'wang', [1])).toThrow('2 levels, 1 weights');
    expect(() => couplingCoordination([0.5, 0.5], 'wang', [0, 0])).toThrow('weights must not all be 0');
    expect(() => couplingCoordination([0.5, 0.5], 'wong' as CouplingForm)).toThrow(
      'form must be one of standard, wang, fan, got wong',
    );
  });

  it('lies between 0 and 1, does not change with the order of systems, and rises with a common factor', () => {
    const levels = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(levels, fc.double({ min: 0.1, max: 1, noNaN: true }), (u, factor) => {
        for (const form of FORMS) {
          const { coupling, level, coordination } = couplingCoordination(u, form);
          for (const part of [coupling, level, coordination]) {
            expect(part).toBeGreaterThanOrEqual(0);
            expect(part).toBeLessThanOrEqual(1);
          }
          expect(couplingCoordination(u.toReversed(), form).coordination).toBeCloseTo(coordination, 7);
          const lower = couplingCoordination(
            u.map((value) => value * factor),
            form,
          ).coordination;
          if (form === 'standard') expect(lower).toBeLessThanOrEqual(coordination + 1e-9);
        }
        const alike = u.map(() => u[0]);
        if (u[0] > 0)
          for (const form of FORMS) expect(couplingCoordination(alike, form).coupling).toBeCloseTo(1, 7);
      }),
      { seed: 9 },
    );
  });

  it("Wang's coupling of two is at most the standard one", () => {
    const level = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(level, level, (a, b) => {
        const [wang, standard] = (['wang', 'standard'] as const).map(
          (form) => couplingCoordination([a, b], form).coupling,
        );
        expect(wang).toBeLessThanOrEqual(standard + 1e-12);
      }),
      { seed: 10 },
    );
  });
});

describe('the grades of coordination', () => {
  it('cover 0 to 1 without a gap, each with its thresholds', () => {
    for (const [i, { from, to }] of COUPLING_GRADES.entries())
      expect([from, to]).toEqual([i / 10, (i + 1) / 10]);
    expect(couplingGrade(0)).toMatchObject({ word: 'extreme imbalance', from: 0 });
    expect(couplingGrade(0.8)).toEqual({ word: 'good coordination', from: 0.8, to: 0.9 });
    expect(couplingGrade(1).word).toBe('quality coordination');
    expect(() => couplingGrade(1.1)).toThrow('coordination must lie between 0 and 1, got 1.1');
  });
});
