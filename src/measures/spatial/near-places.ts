import { greatest } from '../extremes.ts';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { checkDegrees, EARTH_RADIUS_KM, greatCircle } from './great-circle.ts';
import { spatialWeights, type SpatialWeights } from './spatial-weights.ts';

/** The kilometres of geokdbush, over a sphere of 6371 km, a hair more than asked so that rounding loses nobody. */
const ITS_KM = (6371 / EARTH_RADIUS_KM) * (1 + 1e-9);

/**
 * The k nearest other places of each, by great-circle distance, weight 1: every place has k neighbours, however lonely it
 * is, so that there are no islands; not symmetric. Like distances go by the place's number.
 *
 * @param latitudes and longitudes: n numbers in degrees
 * @throws RangeError for degrees off the globe, or k that is no whole number from 1 to n − 1
 */
export function nearestPlaces(
  latitudes: ArrayLike<number>,
  longitudes: ArrayLike<number>,
  k: number,
): SpatialWeights {
  checkDegrees(latitudes, longitudes);
  const n = latitudes.length;
  if (!Number.isInteger(k) || k < 1 || k > n - 1)
    throw new RangeError(`k must be a whole number from 1 to ${n - 1}, one less than the places, got ${k}`);
  const index = indexOf(latitudes, longitudes);
  const lists = Array.from({ length: n }, (_, i) => {
    const km = (j: number): number => greatCircle(latitudes[i], longitudes[i], latitudes[j], longitudes[j]);
    const other = (j: number): boolean => j !== i;
    const nearest = around(index, longitudes[i], latitudes[i], k, Infinity, other);
    // All as far as the last of them, so that their number decides between like distances, not the tree.
    const reach = greatest(nearest.map(km)) * ITS_KM + 1e-9;
    return around(index, longitudes[i], latitudes[i], Infinity, reach, other)
      .map((j) => ({ j, km: km(j) }))
      .sort((a, b) => a.km - b.km || a.j - b.j)
      .slice(0, k)
      .map(({ j }) => j);
  });
  return spatialWeights(lists);
}

/**
 * All other places within `kilometres` of each (its edge included), by great-circle distance, weight 1. Symmetric. Lonely
 * places are islands, and places in a crowd have many neighbours: choose the distance by what it says, and show others.
 *
 * @param latitudes and longitudes: n numbers in degrees
 * @throws RangeError for degrees off the globe, or a distance that is no finite number above 0
 */
export function placesWithin(
  latitudes: ArrayLike<number>,
  longitudes: ArrayLike<number>,
  kilometres: number,
): SpatialWeights {
  checkDegrees(latitudes, longitudes);
  if (!(kilometres > 0) || !Number.isFinite(kilometres))
    throw new RangeError(`kilometres must be a finite number above 0, got ${kilometres}`);
  const index = indexOf(latitudes, longitudes);
  const reach = Math.min(kilometres * ITS_KM, Math.PI * 6371);
  const lists = Array.from({ length: latitudes.length }, (_, i) =>
    around(index, longitudes[i], latitudes[i], Infinity, reach, (j) => j !== i).filter(
      (j) => greatCircle(latitudes[i], longitudes[i], latitudes[j], longitudes[j]) <= kilometres,
    ),
  );
  return spatialWeights(lists);
}

function indexOf(latitudes: ArrayLike<number>, longitudes: ArrayLike<number>): KDBush {
  const n = latitudes.length;
  const index = new KDBush(n);
  for (let i = 0; i < n; i++) index.add(longitudes[i], latitudes[i]);
  return index.finish();
}
