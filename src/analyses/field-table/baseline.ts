import { messages } from '../messages.ts';
import { list, type Sql, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { placeNames, type PlaceName } from '../places/names.ts';

/** What places are held against: all cities of the observatory, or those of one nation. */
export interface Baseline {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  /** Its cities as a query; left out for all. */
  readonly cities?: Sql;
}

const WORLD: Baseline = {
  id: 'world',
  name: 'all cities of this observatory',
  nameZh: '本观测库的全部城市',
};

/**
 * The baseline of some places, and which cities are in it.
 * @throws InputError where the nation of their cities is asked for, and they lie in none or in several
 */
export async function baselineOf(
  observatory: Observatory,
  kind: 'world' | 'nation',
  places: readonly PlaceName[],
  cities: readonly string[],
): Promise<Baseline> {
  if (kind === 'world') return WORLD;
  const found = await observatory.query<{ nation: string | null }>(
    sql`SELECT DISTINCT nation FROM places WHERE place IN (${list(cities)}) ORDER BY nation`,
  );
  const nation = found.at(0)?.nation ?? null;
  if (found.length !== 1 || nation === null)
    throw new InputError(messages.severalNations({ places, nations: found.length }));
  const named = (await placeNames(observatory, [nation])).get(nation);
  const name = named?.name ?? nation;
  return {
    id: nation,
    name: `the cities of ${name}`,
    nameZh: `${named?.nameZh ?? name}的城市`,
    cities: sql`SELECT place FROM places WHERE kind = 'city' AND nation = ${nation}`,
  };
}
