import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emsOf } from '../text-width.ts';
import { ratioDomain, ratioTicks, roomyTicks, wholes } from './ticks.ts';

describe('ticks of an axis across', () => {
  it('keep the one that the axis is read from, and no two labels touch', () => {
    const ends = fc.tuple(
      fc.double({ min: 0.02, max: 1, noNaN: true }),
      fc.double({ min: 1, max: 20, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, fc.integer({ min: 10, max: 60 }), (values, ems) => {
        const domain = ratioDomain(values);
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

  it('are the whole numbers between two ends, either way round', () => {
    expect(wholes([0.4, 3.2])).toEqual([1, 2, 3]);
    expect(wholes([3.2, 0.4])).toEqual([1, 2, 3]);
  });
});
