import { useMemo } from 'preact/hooks';
import type { Ranking } from '../../../analyses/ranking/question.ts';
import type { MapData } from '../../../figures/map/layout.ts';
import { rankingMap } from '../../../figures/ranking.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { CityMap } from '../../parts/map/city-map.tsx';
import { citiesOnMap, linksOnMap } from '../../parts/map/map-data.ts';
import { useLand } from '../../parts/map/use-land.ts';
import { Answer, State } from '../../parts/states.tsx';
import { select } from '../../state/location.ts';
import { filtersOf, type Selection, useSelection } from '../../state/selection.ts';
import { toggled } from '../../state/toggle.ts';
import { RankingTable } from '../../parts/ranking/ranking-table.tsx';
import type { FigureProps, PartProps } from './output.tsx';
import { words } from './words.ts';

const CITIES = 400;
const ARCS = 150;
/** Cities whose growth is asked for: all at once, or the first of them once these are known. */
const GROWING = 60;

/** The cities of a region, province or nation: ranked among each other, on the map, with the links between them. */
export function Cities({ id, place }: PartProps) {
  const selection = useSelection();
  const { lang, by } = selection;
  const map = useMapQueries(id, selection);
  const ranking = useAnswer(
    pathOf('analyses/ranking', { ...filtersOf(selection), inside: id, by, top: CITIES, lang }),
  );
  const ranked = (ranking.answer?.rows ?? []).map((row) => row.place);
  const members = place?.cities ?? [];
  const growing = members.length <= GROWING ? members : ranked.slice(0, GROWING);
  const growth = useAnswer(
    growing.length === 0
      ? null
      : pathOf('analyses/trend', {
          ...filtersOf(selection),
          place: growing.map(({ id }) => id).join(','),
          by,
          lang,
          parts: 'growth',
        }),
    ranking.waiting,
  );
  return (
    <section aria-label={words[lang].cities}>
      <Answer of={ranking}>
        {(answer) =>
          place === null ? null : (
            <div class="overview" data-side="both">
              <CitiesMap place={place} answer={answer} map={map} />
              <div class="ranking">
                <RankingTable ranking={answer} growth={growth} />
              </div>
            </div>
          )
        }
      </Answer>
    </section>
  );
}

/** What the map shows besides the ranking: asked for with it, not after it, so that the map is drawn once. */
function useMapQueries(id: string, selection: Selection) {
  const { lang, counting } = selection;
  return {
    land: useLand('part'),
    links: useAnswer(
      pathOf('analyses/links', {
        ...filtersOf(selection),
        place: id,
        rows: 'inside',
        counting,
        top: ARCS,
        lang,
        parts: 'findings,rows',
      }),
    ),
  };
}

interface CitiesMapProps extends FigureProps<Ranking> {
  readonly map: ReturnType<typeof useMapQueries>;
}

function CitiesMap({ place, answer: ranking, map }: CitiesMapProps) {
  const { land } = map;
  const links = map.links.answer;
  const { lang, places, counting } = useSelection();
  const data = useMemo(
    (): MapData => ({
      cities: citiesOnMap(ranking, new Map(place.cities.map((city) => [city.id, city])), lang),
      links: linksOnMap(links, counting),
      hull: place.cities.map(({ id }) => id),
      fit: 'hull',
      land,
    }),
    [place, ranking, links, land, lang, counting],
  );
  const figure = useMemo(() => rankingMap(ranking, data, places, lang), [ranking, data, places, lang]);
  return (
    <div class="map-side">
      <FigureBox
        figure={figure}
        drawing={
          <CityMap data={data} selected={places} onPick={(id) => select({ places: toggled(places, id) })} />
        }
        note={
          <>
            <div class="part-states">
              <State of={map.links} name={words[lang].arcs} />
            </div>
            {(links?.findings ?? []).map((finding) => (
              <p key={finding} class="links-note">
                {finding}
              </p>
            ))}
          </>
        }
      />
    </div>
  );
}
