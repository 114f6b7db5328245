import { useMemo } from 'preact/hooks';
import type { MapData } from '../../../figures/map/layout.ts';
import type { WithNotes } from '../../../figures/figure.ts';
import { labelOf } from '../../../figures/names.ts';
import { ownRegionMap } from '../../../figures/own-region/map.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { useCityPoints } from '../../frame/observatory.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { CityMap } from '../../parts/map/city-map.tsx';
import { useLand } from '../../parts/map/use-land.ts';
import { State } from '../../parts/states.tsx';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { idOf, type OwnRegion, textOf } from './own-region.ts';
import { words } from './words.ts';

const CITIES = 5000;
const ARCS = 100;
/** Until the works are counted, the map has nothing to say of them. */
const NO_NOTES: WithNotes = { told: [], synthetic: null };

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
  const all = useAnswer(
    pathOf('analyses/ranking', {
      ...filters,
      top: CITIES,
      intervals: 'false',
      lang,
      parts: 'rows,told,synthetic',
    }),
  );
  const links = useAnswer(
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
  );
  const cities = region.cities.join(',');
  const shares = useMemo(
    () => (all.answer === null ? null : new Map(all.answer.rows.map((row) => [row.place.id, row.share]))),
    [all.answer],
  );
  const data = useMemo((): MapData => {
    return {
      // A city without works under these filters can be a member too.
      cities: [...points.values()].flatMap((point) =>
        point.longitude === null || point.latitude === null
          ? []
          : [
              {
                id: point.id,
                name: labelOf(point, lang),
                at: [point.longitude, point.latitude] as const,
                value: shares?.get(point.id) ?? 0,
              },
            ],
      ),
      links: (links.answer?.rows ?? []).map((row) => ({
        a: row.a.id,
        b: row.b.id,
        value: row.full,
        faded: row.fewWorks,
      })),
      hull: region.cities,
      fit: fit ?? 'world',
      land,
    };
  }, [shares, links.answer, points, cities, fit, land, lang]);
  const figure = useMemo(
    () => ownRegionMap(region, data, shares, all.answer ?? NO_NOTES, lang),
    [data, region.name, cities, shares, all.answer, lang],
  );
  return (
    <section class="region-map">
      <FigureBox
        figure={figure}
        note={
          <div class="part-states">
            <State of={all} name={text.shareOf} />
            <State of={links} name={text.arcs} />
          </div>
        }
        drawing={
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
        }
      />
    </section>
  );
}
