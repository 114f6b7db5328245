import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emsOf } from '../text-width.ts';
import { ratioAxis } from './axis.ts';
import { amountTicks, ratioTicks, roomyTicks, wholes } from './ticks.ts';

describe('ticks of an axis across', () => {
  it('keep the one that the axis is read from, and no two labels touch', () => {
    const ends = fc.tuple(
      fc.double({ min: 0.02, max: 1, noNaN: true }),
      fc.double({ min: 1, max: 20, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, fc.integer({ min: 10, max: 60 }), (values, ems) => {
        const domain = ratioAxis(values.map((value) => ({ value, ends: null })));
        const place = (value: number): number =>
          (ems * Math.log(value / domain[0])) / Math.log(domain[1] / domain[0]);
        const given = ratioTicks(domain);
        const kept = roomyTicks(given, { from: 1, text: String, place });
        expect(given).toEqual(expect.arrayContaining(kept));
        expect(kept.includes(1)).toBe(given.includes(1));
        kept.slice(1).forEach((tick, i) => {
          const room = (emsOf(String(tick)) + emsOf(String(kept[i]))) / 2;
          expect(place(tick) - place(kept[i])).toBeGreaterThan(room);
        });
      }),
    );
  });

  it('are all there where there is room', () => {
    const place = (value: number): number => 10 * Math.log2(value);
    const ticks = [0.25, 0.5, 1, 2, 4];
    expect(roomyTicks(ticks, { from: 1, text: String, place })).toEqual(ticks);
    expect(
      roomyTicks([0.0625, 0.125, 0.25, 0.5, 1], { from: 1, text: String, place: (x) => Math.log2(x) }),
    ).toEqual([0.125, 1]);
  });

  it('are powers of ten where ratios are far apart, few enough to be read', () => {
    expect(ratioTicks([0.02, 3000])).toEqual([0.1, 1, 10, 100, 1000]);
    const wild = ratioTicks([1e-30, 1e30]);
    expect(wild).toContain(1);
    expect(wild.length).toBeLessThanOrEqual(10);
  });

  it('are round amounts as a reader writes them', () => {
    expect(amountTicks([0, 0.31], 5)).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
    expect(amountTicks([-31, 90], 5)).toEqual([-20, 0, 20, 40, 60, 80]);
    expect(amountTicks([12.3, 0.7], 5)).toEqual([2, 4, 6, 8, 10, 12]);
  });

  it('are the whole numbers between two ends, either way round', () => {
    expect(wholes([0.4, 3.2])).toEqual([1, 2, 3]);
    expect(wholes([3.2, 0.4])).toEqual([1, 2, 3]);
  });
});
