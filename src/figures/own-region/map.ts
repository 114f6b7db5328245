import type { Figure, WithNotes } from '../figure.ts';
import type { MapData } from '../map/layout.ts';
import { mapNumbers } from '../map/numbers.ts';
import { drawMap } from '../map/svg.ts';
import type { Language } from '../../base/index.ts';
import { MEASURE } from '../ranking.ts';
import { COLUMNS } from '../words/columns.ts';
import { WORDS } from './words.ts';

interface RegionOnMap {
  readonly name: string;
  readonly cities: readonly string[];
}

/**
 * Every city there is, with the links inside a region of the reader's own.
 * @param shares Share of each city under the filters; null while it is not known
 */
export function ownRegionMap(
  region: RegionOnMap,
  data: MapData,
  shares: ReadonlyMap<string, number> | null,
  told: WithNotes,
  language: Language,
): Figure {
  const words = WORDS[language].map;
  const own = new Set(region.cities);
  return {
    name: 'own-region-map',
    title: own.size === 0 ? words.pick : words.title(region.name, own.size),
    subtitle: words.subtitle,
    about: told.told,
    synthetic: told.synthetic,
    numbers: mapNumbers(
      { links: data.links, names: new Map(data.cities.map(({ id, name }) => [id, name])) },
      data.cities.map(({ id }) => id),
      [
        {
          title: MEASURE.share[language],
          digits: 1,
          of: (id) => (shares === null ? null : (shares.get(id) ?? 0)),
        },
        { title: words.inRegion, of: (id) => (own.has(id) ? words.yes : words.no) },
      ],
      COLUMNS[language].jointWorks,
      language,
    ),
    draw: (space) => drawMap(data, own, space, language),
  };
}
