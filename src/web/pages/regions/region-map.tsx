import { useMemo } from 'preact/hooks';
import type { Links } from '../../../analyses/link-params.ts';
import type { Ranking } from '../../../analyses/ranking-question.ts';
import type { MapData } from '../../../figures/map/layout.ts';
import type { Space } from '../../../figures/figure.ts';
import { drawMap } from '../../../figures/map/svg.ts';
import { nameOf } from '../../../figures/names.ts';
import { whole } from '../../../figures/numbers.ts';
import { pathOf } from '../../ask/ask.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { useCityPoints } from '../../frame/observatory.ts';
import { CityMap } from '../../parts/map/city-map.tsx';
import { OnPaper } from '../../parts/on-paper.tsx';
import { useLand } from '../../parts/map/use-land.ts';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { idOf, type OwnRegion, textOf } from './own-region.ts';
import { words } from './words.ts';

const CITIES = 5000;
const ARCS = 100;

interface RegionMapProps {
  readonly region: OwnRegion;
  /** Cities that the map is fitted to; null for the world. */
  readonly fit: readonly string[] | null;
  readonly set: (region: OwnRegion) => void;
}

/** Every city, to be picked; the region's own with its hull and the links inside. */
export function RegionMap({ region, fit, set }: RegionMapProps) {
  const selection = useSelection();
  const { lang } = selection;
  const text = words[lang];
  const filters = filtersOf(selection);
  const points = useCityPoints();
  const land = useLand(fit === null ? 'world' : 'part');
  const all = useAnswer<Pick<Ranking, 'rows'>>(
    pathOf('analyses/ranking', { ...filters, top: CITIES, intervals: 'false', lang, parts: 'rows' }),
  ).answer;
  const links = useAnswer<Pick<Links, 'rows'>>(
    region.cities.length < 2
      ? null
      : pathOf('analyses/links', {
          ...filters,
          region: textOf(region),
          place: idOf(region),
          rows: 'inside',
          top: ARCS,
          lang,
          parts: 'rows',
        }),
  ).answer;
  const cities = region.cities.join(',');
  const data = useMemo((): MapData => {
    const share = new Map((all?.rows ?? []).map((row) => [row.place.id, row.share]));
    return {
      // A city without works under these filters can be a member too.
      cities: [...points.values()].flatMap((point) =>
        point.longitude === null || point.latitude === null
          ? []
          : [
              {
                id: point.id,
                name: nameOf(point, lang),
                at: [point.longitude, point.latitude] as const,
                value: share.get(point.id) ?? 0,
              },
            ],
      ),
      links: (links?.rows ?? []).map((row) => ({
        a: row.a.id,
        b: row.b.id,
        value: row.full,
        faded: row.fewWorks,
      })),
      hull: region.cities,
      fit: fit ?? 'world',
      land,
    };
  }, [all, links, points, cities, fit, land, lang]);
  const paper = useMemo(
    () => ({ draw: (space: Space) => drawMap(data, new Set(region.cities), space, lang) }),
    [data, cities, lang],
  );
  return (
    <section class="region-map">
      <h2>{text.mapTitle(region.name, whole(region.cities.length, lang))}</h2>
      <p class="quiet-text">{text.mapTable}</p>
      <CityMap
        data={data}
        selected={region.cities}
        onPick={(id) =>
          set({
            ...region,
            cities: region.cities.includes(id)
              ? region.cities.filter((other) => other !== id)
              : [...region.cities, id],
          })
        }
      />
      <OnPaper figure={paper} />
    </section>
  );
}
