import { useMemo, useState } from 'preact/hooks';
import type { Ranking } from '../../../analyses/ranking/question.ts';
import type { MapData } from '../../../figures/map/layout.ts';
import { nameIn, whole } from '../../../base/index.ts';
import { rankingMap } from '../../../figures/ranking.ts';
import { pathOf } from '../../api-client/client.ts';
import type { Answered } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { useCityPoints, useDefinitions } from '../../frame/observatory.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Link } from '../../parts/link.tsx';
import { Answer, State } from '../../parts/states.tsx';
import { type Query, select, useLocation } from '../../state/location.ts';
import { filtersOf, type Selection, useSelection } from '../../state/selection.ts';
import { CityMap } from '../../parts/map/city-map.tsx';
import { citiesOnMap, linksOnMap } from '../../parts/map/map-data.ts';
import { RankingTable } from '../../parts/ranking/ranking-table.tsx';
import { useLand } from '../../parts/map/use-land.ts';
import { toggled } from '../../state/toggle.ts';
import { RealDemonstration } from './real-demonstration.tsx';
import { words } from './words.ts';

const ROWS = { first: 50, more: 50, most: 300 };
const CITIES = 5000;
const ARCS = 150;

/** Map and ranking: one selection. */
export default function Overview() {
  const selection = useSelection();
  const { lang } = selection;
  const text = words[lang];
  const rows = rowsIn(useLocation().query);
  const [side, setSide] = useState<'table' | 'map'>('table');
  const asked = { ...filtersOf(selection), by: selection.by, lang };
  const { places } = selection;
  const cities = places.filter((id) => !id.startsWith('def:'));
  const ranking = useAnswer(
    pathOf('analyses/ranking', { ...asked, top: rows, also: cities.length === 0 ? null : cities.join(',') }),
  );
  const map = useMapQueries(selection);
  const growth = useAnswer(pathOf('analyses/trend', { ...asked, of: 'cities', top: rows, parts: 'growth' }));
  return (
    <>
      <h1 class="visually-hidden">{text.heading}</h1>
      <RealDemonstration />
      <div class="tabs" role="group" aria-label={text.heading}>
        {(['table', 'map'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={side === one} onClick={() => setSide(one)}>
            {text[one]}
          </button>
        ))}
      </div>
      <Answer of={ranking}>
        {(answer) => (
          <div class="overview" data-side={side}>
            <Cities ranking={answer} selection={selection} map={map} />
            <div class="ranking">
              <RankingTable ranking={answer} growth={growth} />
              {rows < ROWS.most && answer.rows.length < answer.ranked ? (
                <button
                  type="button"
                  onClick={() => select({ rows: String(rows + ROWS.more) }, { replace: true })}
                >
                  {text.more}
                </button>
              ) : null}
            </div>
          </div>
        )}
      </Answer>
    </>
  );
}

/** How many rows the table has, as the address has it. */
function rowsIn({ rows }: Query): number {
  const wanted = Number(rows?.at(-1));
  return Number.isInteger(wanted) ? Math.min(ROWS.most, Math.max(ROWS.first, wanted)) : ROWS.first;
}

/** What the map shows besides the ranking: asked for with it, not after it, so that the map is drawn once. */
function useMapQueries(selection: Selection) {
  const { lang, by, definition, counting } = selection;
  const filters = filtersOf(selection);
  return {
    points: useCityPoints(),
    definitions: useDefinitions(),
    land: useLand(definition === null ? 'world' : 'part'),
    all: useAnswer(
      pathOf('analyses/ranking', {
        ...filters,
        by,
        top: CITIES,
        intervals: 'false',
        lang,
        parts: 'by,rows',
      }),
    ),
    links: useAnswer(
      pathOf('analyses/links', {
        ...filters,
        counting,
        top: ARCS,
        lang,
        parts: 'rows',
        ...(definition === null ? { kind: 'city' } : { place: definition, rows: 'inside' }),
      }),
    ),
  };
}

interface CitiesProps {
  readonly ranking: Ranking & Answered;
  readonly selection: Selection;
  readonly map: ReturnType<typeof useMapQueries>;
}

/** The map, with every city's value and the heaviest links. */
function Cities({ ranking, selection, map }: CitiesProps) {
  const { lang, definition, counting, places } = selection;
  const text = words[lang];
  const { points, definitions, land } = map;
  const [all, links] = [map.all.answer, map.links.answer];
  const data = useMemo((): MapData => {
    const members = definitions.find(({ id }) => id === definition)?.members.map(({ city }) => city) ?? null;
    return {
      cities: citiesOnMap(all ?? ranking, points, lang),
      links: linksOnMap(links, counting),
      hull: members,
      fit: members === null ? 'world' : 'hull',
      land,
    };
  }, [all, ranking, links, points, definitions, definition, land, lang, counting]);
  // Whose rank is looked at: the first that is selected, else the first of all.
  const asked = (ranking.rows.find(({ place }) => places.includes(place.id)) ?? ranking.rows.at(0))?.place;
  const figure = useMemo(() => rankingMap(ranking, data, places, lang), [ranking, data, places, lang]);
  return (
    <div class="map-side">
      <FigureBox
        figure={figure}
        drawing={
          <CityMap data={data} selected={places} onPick={(id) => select({ places: toggled(places, id) })} />
        }
        note={
          <div class="quiet-text part-states">
            <State of={map.all} name={text.otherCities} />
            <State of={map.links} name={text.arcs} />
            {all === null
              ? null
              : `${text.all(whole(data.cities.length, lang), whole(ranking.rows.length, lang))} `}
            {links === null ? null : `${text.links(whole(data.links.length, lang))} `}
            {asked === undefined ? null : (
              <Link to="/robustness" with={{ of: asked.id }}>
                {text.robust(nameIn(asked, lang))}
              </Link>
            )}
          </div>
        }
      />
    </div>
  );
}
