import { list, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { kilometres } from '../../places/index.ts';

/** Kilometres between two cities; null where one of them is no point. */
export async function distances(
  observatory: Observatory,
  cities: readonly string[],
): Promise<(a: string, b: string) => number | null> {
  const rows = await observatory.query<{ id: string; latitude: number | null; longitude: number | null }>(
    sql`SELECT place AS id, latitude, longitude FROM places WHERE place IN (${list(cities)})`,
  );
  const points = new Map(rows.map(({ id, ...point }) => [id, point]));
  return (a, b) => {
    const [here, there] = [points.get(a), points.get(b)];
    return here === undefined ||
      there === undefined ||
      here.latitude === null ||
      here.longitude === null ||
      there.latitude === null ||
      there.longitude === null
      ? null
      : kilometres(here.latitude, here.longitude, there.latitude, there.longitude);
  };
}
