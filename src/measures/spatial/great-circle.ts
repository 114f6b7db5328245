import { checkKind } from '../arguments.ts';

/** Mean radius of the Earth in kilometres (IUGG 2015: a third of twice the equatorial and once the polar radius). */
export const EARTH_RADIUS_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/**
 * Great-circle distance in kilometres between two points in degrees, by the haversine formula, exact to rounding for near
 * points, over a sphere of the mean radius (the ellipsoid differs by up to 0.5 %):
 *
 *     d = 2R asin √( sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2) )
 *
 * Longitudes may lie on either side of the antimeridian; 0 ≤ d ≤ πR.
 *
 * Source: Sinnott 1984, Sky and Telescope 68:159.
 *
 * @throws RangeError for a latitude outside −90 … 90 or a longitude outside −180 … 180
 */
export function greatCircle(
  latitude: number,
  longitude: number,
  toLatitude: number,
  toLongitude: number,
): number {
  if (!(Math.abs(latitude) <= 90 && Math.abs(toLatitude) <= 90))
    throw new RangeError(`latitudes must lie between -90 and 90, got ${latitude} and ${toLatitude}`);
  if (!(Math.abs(longitude) <= 180 && Math.abs(toLongitude) <= 180))
    throw new RangeError(`longitudes must lie between -180 and 180, got ${longitude} and ${toLongitude}`);
  const north = Math.sin(((toLatitude - latitude) * RADIANS) / 2) ** 2;
  const east = Math.sin(((toLongitude - longitude) * RADIANS) / 2) ** 2;
  const chord = north + Math.cos(latitude * RADIANS) * Math.cos(toLatitude * RADIANS) * east;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * Holds degrees to what they may be, one latitude and one longitude a point.
 *
 * @throws RangeError for lists of different lengths, latitudes outside −90 … 90 or longitudes outside −180 … 180
 */
export function checkDegrees(latitudes: ArrayLike<number>, longitudes: ArrayLike<number>): void {
  checkKind('latitudes', latitudes, 'list');
  checkKind('longitudes', longitudes, 'list');
  if (latitudes.length !== longitudes.length)
    throw new RangeError(`${latitudes.length} latitudes, ${longitudes.length} longitudes`);
  for (let i = 0; i < latitudes.length; i++) {
    if (!(Math.abs(latitudes[i]) <= 90))
      throw new RangeError(`latitude ${i} must lie between -90 and 90, got ${latitudes[i]}`);
    if (!(Math.abs(longitudes[i]) <= 180))
      throw new RangeError(`longitude ${i} must lie between -180 and 180, got ${longitudes[i]}`);
  }
}
