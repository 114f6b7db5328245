import type { Facts } from '../../facts/index.ts';
import { listedPlaces } from '../places/distinct-names.ts';
import type { PartnersRow, UnnamedRow } from './question.ts';
import { apartIn } from '../places/names.ts';

/** Rows with the names of their places: partners that are places and cities of others, those of one name told apart. */
export function withPlaces(rows: readonly UnnamedRow[], facts: Facts): PartnersRow[] {
  const listed = listedPlaces(
    rows.flatMap(({ city }) => city ?? []),
    facts,
  );
  const partners = rows.flatMap(({ of, id, name, nameZh }) =>
    of === 'place' && id !== null ? [{ id, name, nameZh }] : [],
  );
  const all = [...listed.values(), ...partners].map(
    (place) => [place.id, { ...place, kind: 'city' as const, country: null }] as const,
  );
  const names = apartIn(new Map(all), facts.gazetteer);
  return rows.map(({ city, ...row }) => {
    const own = row.of === 'place' && row.id !== null ? names.get(row.id) : undefined;
    const place = city === null ? undefined : names.get(city);
    return {
      ...row,
      ...(own === undefined ? {} : { name: own.name, nameZh: own.nameZh }),
      place: place?.name ?? null,
      placeZh: place === undefined ? null : (place.nameZh ?? place.name),
    };
  });
}
