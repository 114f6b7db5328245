import type { PlaceFound } from '../../api-client/contract.ts';
import type { Links } from '../../../analyses/links/question.ts';
import type { Ranking } from '../../../analyses/ranking/question.ts';
import { type Language, nameIn } from '../../../base/index.ts';
import type { MapCity, MapLink } from '../../../figures/map/layout.ts';
import type { Counting } from '../../state/selection.ts';

/** The cities of a ranking as circles, where it is known where they lie. */
export function citiesOnMap(
  { rows, by }: Pick<Ranking, 'rows' | 'by'>,
  points: ReadonlyMap<string, Pick<PlaceFound, 'latitude' | 'longitude'>>,
  lang: Language,
): MapCity[] {
  return rows.flatMap((row) => {
    const { longitude = null, latitude = null } = points.get(row.place.id) ?? {};
    if (longitude === null || latitude === null) return [];
    return {
      id: row.place.id,
      name: nameIn(row.place, lang),
      at: [longitude, latitude] as const,
      value: row[by],
      rank: row.rank,
    };
  });
}

/** Links as arcs, as wide as they are counted. */
export const linksOnMap = (links: Pick<Links, 'rows'> | null, counting: Counting | null): MapLink[] =>
  (links?.rows ?? []).map((row) => ({
    a: row.a.id,
    b: row.b.id,
    value: row[counting ?? 'full'],
    faded: row.fewWorks,
  }));
