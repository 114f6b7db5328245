import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';

/** A point that stands for the city of code `code`. */
export interface CodedPoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly code: string;
  readonly name: string;
}

/** Great-circle distance in kilometres between two points in degrees. */
export function kilometres(
  latitude: number,
  longitude: number,
  toLatitude: number,
  toLongitude: number,
): number {
  return distance(longitude, latitude, toLongitude, toLatitude);
}

/** Finds the nearest of a fixed set of points. */
export class NearestPoint {
  readonly #points: readonly CodedPoint[];
  readonly #index: KDBush;

  constructor(points: readonly CodedPoint[]) {
    this.#points = points;
    this.#index = new KDBush(points.length);
    for (const point of points) this.#index.add(point.longitude, point.latitude);
    this.#index.finish();
  }

  /** The nearest point at most `within` kilometres away, with its distance; null when there is none. */
  find(latitude: number, longitude: number, within: number): { point: CodedPoint; km: number } | null {
    const nearest = around(this.#index, longitude, latitude, 1, within).at(0);
    if (nearest === undefined) return null;
    const point = this.#points[nearest];
    return { point, km: kilometres(latitude, longitude, point.latitude, point.longitude) };
  }
}
