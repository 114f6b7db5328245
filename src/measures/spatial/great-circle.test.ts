import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDegrees, EARTH_RADIUS_KM, greatCircle } from './great-circle.ts';

describe('a great-circle distance', () => {
  it('is a part of the circumference along the equator and a meridian, over a pole too', () => {
    const degree = (Math.PI * EARTH_RADIUS_KM) / 180;
    expect(greatCircle(0, 0, 0, 1)).toBeCloseTo(degree, 9);
    expect(greatCircle(10, 20, 12, 20)).toBeCloseTo(2 * degree, 9);
    expect(greatCircle(89, 0, 89, 180)).toBeCloseTo(2 * degree, 9);
    expect(greatCircle(0, 0, 0, 180)).toBeCloseTo(180 * degree, 9);
  });

  it('crosses the antimeridian on the short side', () => {
    expect(greatCircle(0, 179.5, 0, -179.5)).toBeCloseTo(greatCircle(0, -0.5, 0, 0.5), 9);
  });

  it('is that of the spherical law of cosines, symmetric, and obeys the triangle', () => {
    const point = fc.tuple(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
    );
    const radians = Math.PI / 180;
    fc.assert(
      fc.property(point, point, point, ([a, b], [c, d], [e, f]) => {
        const km = greatCircle(a, b, c, d);
        const cosine =
          Math.sin(a * radians) * Math.sin(c * radians) +
          Math.cos(a * radians) * Math.cos(c * radians) * Math.cos((d - b) * radians);
        expect(Math.cos(km / EARTH_RADIUS_KM)).toBeCloseTo(cosine, 12);
        expect(greatCircle(c, d, a, b)).toBeCloseTo(km, 9);
        expect(greatCircle(a, b, e, f) + greatCircle(e, f, c, d)).toBeGreaterThanOrEqual(km - 1e-6);
      }),
      { seed: 4 },
    );
  });

  it('is not asked of points off the globe', () => {
    expect(() => greatCircle(0, 0, 91, 0)).toThrow('latitudes must lie between -90 and 90, got 0 and 91');
    expect(() => greatCircle(0, 0, 0, NaN)).toThrow(
      'longitudes must lie between -180 and 180, got 0 and NaN',
    );
    expect(() => checkDegrees([91], [0])).toThrow('latitude 0 must lie between -90 and 90, got 91');
    expect(() => checkDegrees([0], [NaN])).toThrow('longitude 0 must lie between -180 and 180, got NaN');
    expect(() => checkDegrees([0], [])).toThrow('1 latitudes, 0 longitudes');
  });
});
