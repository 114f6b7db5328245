import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Network } from '../../../analyses/network/question.ts';
import { networkFigure } from '../../../figures/network/figure.ts';
import type { Layout } from '../../../figures/network/place.ts';
import { hueOf, leastAtFirst, shownOf } from '../../../figures/network/link-filter.ts';
import { type Parameters, pathOf } from '../../api-client/client.ts';
import type { Answered } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { useLand } from '../../parts/map/use-land.ts';
import { PlaceName } from '../../parts/place-name.tsx';
import { useRegionQuery } from '../../parts/region/region-query.ts';
import { Answer } from '../../parts/states.tsx';
import { addressOf, go, select, useLocation } from '../../state/location.ts';
import { filtersOf, kept, useSelection } from '../../state/selection.ts';
import { CitiesTable } from './cities-table.tsx';
import { Communities } from './communities.tsx';
import { MINIMUM, NetworkControls, TOP } from './controls.tsx';
import { isolate, listen } from './isolate.ts';
import { LinkDetail } from './link-detail.tsx';
import { endsOf, linkKey } from './link-key.ts';
import { LinksTable } from './links-table.tsx';
import { Threshold } from './threshold.tsx';
import './page.css';
import { words } from './words.ts';

/** Who works with whom: cities and their links, where the layout has them or on the map. */
export default function NetworkPage() {
  const selection = useSelection();
  const { lang, counting } = selection;
  const text = words[lang];
  const { query } = useLocation();
  const region = useRegionQuery('world');
  const works: Parameters = { ...filtersOf(selection), counting: counting ?? 'full' };
  const asked: Parameters = {
    ...works,
    ...region,
    top: query.top?.at(-1) ?? TOP,
    minimum: query.minimum?.at(-1) ?? MINIMUM,
    lang,
  };
  const network = useAnswer(pathOf('analyses/network', asked));
  const open = query.link?.at(-1) ?? null;
  const ends = endsOf(open);
  return (
    <>
      <h1 class="visually-hidden">{text.heading}</h1>
      <NetworkControls region={region} answer={network.last} />
      <Answer of={network}>{(answer) => <View network={answer} open={open} />}</Answer>
      {ends === null ? null : <LinkDetail a={ends[0]} b={ends[1]} asked={works} />}
      <p class="downloads files">
        <span>{text.files}:</span>
        {FILES.map(([format, label, ending]) => (
          <FileButton
            key={format}
            path={pathOf('analyses/network', asked, `.${format}`)}
            name={`network.${ending}`}
            label={label}
          />
        ))}
      </p>
    </>
  );
}

const FILES = [
  ['gexf', 'GEXF (Gephi)', 'gexf'],
  ['graphml', 'GraphML', 'graphml'],
  ['vosviewer', 'VOSviewer', 'json'],
] as const;

interface ViewProps {
  readonly network: Network & Answered;
  /** The link that is open. */
  readonly open: string | null;
}

/** Drawing, threshold and tables: what is pointed at in one stands out in the other. */
function View({ network, open }: ViewProps) {
  const { lang, places } = useSelection();
  const text = words[lang];
  const { query } = useLocation();
  const layout: Layout = query.layout?.at(-1) === 'map' ? 'map' : 'force';
  const given = Number(query.least?.at(-1) ?? NaN);
  const least = Number.isFinite(given) ? given : leastAtFirst(network);
  const shown = useMemo(() => shownOf(network, least), [network, least]);
  const hues = useMemo(() => hueOf(network), [network]);
  const land = useLand(network.place === null ? 'world' : 'part');
  const wanted = query.city?.at(-1) ?? null;
  // A city that was chosen in another network has no links in this one.
  const pinned = network.rows.some(({ place }) => place.id === wanted) ? wanted : null;
  const [pointed, setPointed] = useState<string | null>(null);
  const drawing = useRef<SVGSVGElement | null>(null);
  const city = pointed ?? pinned;
  const now = useRef(city);
  now.current = city;
  const figure = useMemo(
    () => networkFigure(network, { layout, shown, selected: places, land }, lang),
    [network, layout, shown, places, land, lang],
  );
  useEffect(() => {
    if (drawing.current !== null) isolate(drawing.current, shown, city);
  }, [city, shown]);
  const pin = (id: string | null): void => select({ city: id });
  return (
    <div class="overview network-view">
      <FigureBox
        figure={figure}
        note={
          <>
            <div class="layouts" role="group" aria-label={text.layout}>
              {(['force', 'map'] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={layout === one}
                  onClick={() => select({ layout: one === 'force' ? null : one })}
                >
                  {text[one]}
                </button>
              ))}
            </div>
            <Threshold network={network} shown={shown} />
          </>
        }
        onDrawn={(drawn) => {
          drawing.current = drawn;
          isolate(drawn, shown, now.current);
          listen(drawn, {
            onCity: setPointed,
            onOpenCity: (id) => go(addressOf(`/place/${id}`, kept(query))),
            onOpenLink: (a, b) => select({ link: linkKey(a, b) }),
          });
        }}
      />
      <div class="beside">
        <CitiesTable network={network} hues={hues} pinned={pinned} onPoint={setPointed} onPin={pin} />
        <Communities network={network} hues={hues} />
        {wanted === pinned || wanted === null ? null : (
          <p class="note" role="status">
            <PlaceName id={wanted} />
            {text.notHere}{' '}
            <button type="button" class="quiet" onClick={() => pin(null)}>
              {text.forget}
            </button>
          </p>
        )}
        <LinksTable network={network} shown={shown} pinned={pinned} open={open} onPin={pin} />
        <p class="quiet-text">{text.linkHelp}</p>
      </div>
    </div>
  );
}
