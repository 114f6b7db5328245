import { useMemo } from 'preact/hooks';
import type { MapData } from '../../../figures/map/layout.ts';
import { whole } from '../../../base/index.ts';
import type { CountsAnswer, ResourcesAnswer } from '../../../figures/resources/answer.ts';
import { resourcesThroughTime } from '../../../figures/resources/counts.ts';
import { citiesOf, resourcesMap } from '../../../figures/resources/map.ts';
import type { ResourceRow } from '../../../tabular/resources.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Link } from '../../parts/link.tsx';
import { CityMap } from '../../parts/map/city-map.tsx';
import { useLand } from '../../parts/map/use-land.ts';
import { Answer, State } from '../../parts/states.tsx';
import { select, useLocation } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { FilterBar } from './filter-bar.tsx';
import { askedOf, filtersIn, holding, KEYS, pageOf } from './filters.ts';
import { ResourceTable } from './resource-table.tsx';
import { words } from './words.ts';
import '../../styles/forms.css';
import '../../styles/unfolded.css';
import './page.css';

const ROWS = 40;

/** Who has what: on a map, through time, and as a table with how sure each row is. */
export default function Directory() {
  const { lang } = useSelection();
  const { query } = useLocation();
  const text = words[lang];
  const filters = filtersIn(query);
  const all = pathOf('resources', { lang });
  const path = pathOf('resources', { ...askedOf(filters), lang });
  const asked = useAnswer(path);
  const others = useAnswer(path === all ? null : all);
  const counts = useAnswer(pathOf('resources/counts', { ...askedOf(filters), by: 'all', lang }));
  return (
    <>
      <h1>{text.heading}</h1>
      <p class="intro">
        {text.intro} <Link to="/match">{text.match}</Link>
      </p>
      <FilterBar filters={filters} all={(path === all ? asked : others).last?.rows ?? []} />
      <State of={others} name={text.kind} />
      <Answer of={asked}>
        {(answer) => (
          <>
            <div class="directory">
              <Where answer={answer} rows={holding(answer.rows, filters.words)} />
              {filters.words === null ? (
                <Answer of={counts}>{(counted) => <Opened answer={counted} />}</Answer>
              ) : null}
            </div>
            <Rows answer={answer} rows={holding(answer.rows, filters.words)} />
          </>
        )}
      </Answer>
    </>
  );
}

interface RowsProps {
  readonly answer: ResourcesAnswer;
  readonly rows: readonly ResourceRow[];
}

function Where({ answer, rows }: RowsProps) {
  const { lang } = useSelection();
  const { query } = useLocation();
  const land = useLand();
  const chosen = query.in?.at(-1) ?? null;
  const data = useMemo((): MapData => {
    const cities = citiesOf(rows, lang);
    return {
      cities,
      links: [],
      hull: null,
      fit: chosen === null ? 'world' : cities.map(({ id }) => id),
      land,
    };
  }, [rows, lang, land, chosen]);
  const selected = chosen === null ? [] : [chosen];
  const figure = useMemo(
    () => resourcesMap(rows, answer, data, selected, lang),
    [rows, answer, data, chosen, lang],
  );
  const sited = rows.filter(({ resource }) => resource.coordPrecision === 'site').length;
  return (
    <FigureBox
      figure={figure}
      note={<p class="quiet-text">{words[lang].mapped(whole(sited, lang))}</p>}
      drawing={
        <CityMap
          data={data}
          selected={selected}
          onPick={(id) => select({ in: id === chosen ? null : id, page: null })}
        />
      }
    />
  );
}

function Opened({ answer }: { readonly answer: CountsAnswer }) {
  const { lang } = useSelection();
  const figure = useMemo(() => resourcesThroughTime(answer, lang), [answer, lang]);
  return <FigureBox figure={figure} />;
}

/** The page that a resource is on; the first where it is on none. */
function pageWith(rows: readonly ResourceRow[], id: string | undefined): number {
  const at = rows.findIndex(({ resource }) => resource.id === id);
  return at === -1 ? 1 : Math.floor(at / ROWS) + 1;
}

function Rows({ answer, rows }: RowsProps) {
  const { lang } = useSelection();
  const { query } = useLocation();
  const text = words[lang];
  const {
    rows: shown,
    page,
    pages,
    first,
  } = pageOf(rows, Number(query.page?.at(-1) ?? pageWith(rows, query.id?.at(-1))), ROWS);
  const turn = (to: number): void => select({ page: to === 1 ? null : String(to) });
  return (
    <section class="listed">
      <p class="quiet-text" role="status">
        {text.shown(first + 1, first + shown.length, rows.length, answer.about.listed)}
        {answer.about.warnings.map(text.warning)}
      </p>
      {rows.length === 0 ? (
        <p class="empty">
          {text.none}{' '}
          <button type="button" onClick={() => select(Object.fromEntries(KEYS.map((key) => [key, null])))}>
            {text.clear}
          </button>
        </p>
      ) : (
        <ResourceTable rows={shown} open={query.id?.at(-1) ?? null} />
      )}
      {pages === 1 ? null : (
        <p class="turn">
          <button type="button" disabled={page === 1} onClick={() => turn(page - 1)}>
            {text.before}
          </button>
          <span>{`${page} / ${pages}`}</span>
          <button type="button" disabled={page === pages} onClick={() => turn(page + 1)}>
            {text.after}
          </button>
        </p>
      )}
    </section>
  );
}
