import type { Network } from '../../analyses/network/question.ts';
import type { Figure, WithNotes } from '../figure.ts';
import type { Coastlines } from '../map/coastlines.ts';
import { decimals, interval, type Language, nameIn, number } from '../../base/index.ts';
import { clauses, inBrackets } from '../format-text.ts';
import { COLUMNS } from '../words/columns.ts';
import { drawNetwork } from './draw.ts';
import { type Layout, placeByForce, placeOnMap } from './place.ts';
import { hueOf, type Shown } from './link-filter.ts';
import { WORDS } from './words.ts';

/** Below this adjusted Rand index with what resampled works give there is no one division, as the findings have it. */
const HARDLY_AGREES = 0.5;

export interface NetworkView {
  readonly layout: Layout;
  readonly shown: Shown;
  readonly selected: readonly string[];
  readonly land: Coastlines | null;
}

/** The network of cities: where the layout has them, or on the map. */
export function networkFigure(network: Network & WithNotes, view: NetworkView, language: Language): Figure {
  const words = WORDS[language];
  const columns = COLUMNS[language];
  const { layout, shown, selected, land } = view;
  return {
    name: `network-${layout}`,
    title: networkTitle(network, language),
    subtitle: words.subtitle(words.weights[network.counting]) + (layout === 'map' ? '' : words.positions),
    about: [...network.told, sayShown(shown, language)],
    synthetic: network.synthetic,
    ...(network.links.length === 0 ? { empty: words.none } : {}),
    numbers: {
      columns: [
        { title: columns.id },
        { title: columns.city },
        { title: words.strength, digits: 1 },
        { title: columns.from, digits: 1 },
        { title: columns.to, digits: 1 },
        { title: words.degree, digits: 0 },
        { title: words.betweenness, digits: 3 },
        { title: words.community, digits: 0 },
        { title: words.stability, digits: 2 },
      ],
      rows: network.rows.map((row) => [
        row.place.id,
        nameIn(row.place, language),
        row.strength,
        ...(row.strengthInterval ?? [null, null]),
        row.degree,
        row.betweenness,
        row.community,
        row.stability,
      ]),
    },
    draw(space) {
      const size = { width: space.width, height: Math.round(Math.max(340, space.width * 0.66)) };
      const placed =
        layout === 'map'
          ? placeOnMap(network, shown, land, size, language)
          : placeByForce(network, shown, size, language);
      return drawNetwork(placed, space, {
        language,
        hues: hueOf(network),
        selected: new Set(selected),
      });
    },
  };
}

/** What is drawn of the links and how much of their weight is not. */
export const sayShown = ({ links, all, least, hidden }: Shown, language: Language): string =>
  WORDS[language].shown(links.length, all, number(least, language), hidden);

/** Who is strongest, if that is settled, and whether the network falls into communities that come back. */
export function networkTitle({ rows, place, whole: all, communities }: Network, language: Language): string {
  const words = WORDS[language];
  const of = place === null ? words.world : nameIn(place, language);
  const [first, second] = [rows.at(0), rows.at(1)];
  if (first === undefined || all.links === 0) return words.noLinks(of);
  const ends = first.strengthInterval;
  const settled =
    ends !== null &&
    (second === undefined || (second.strengthInterval !== null && second.strengthInterval[1] < ends[0]));
  const name = nameIn(first.place, language);
  const strong = settled
    ? words.strongest(
        of,
        name,
        number(first.strength, language) + inBrackets(interval(ends, number, language), language),
      )
    : words.unsettled(of, name, second === undefined ? '' : nameIn(second.place, language));
  const { agreement } = all;
  if (agreement === null || communities.length < 2) return strong;
  const rand = decimals(agreement, 2, language);
  const divided =
    agreement >= HARDLY_AGREES ? words.divided(communities.length, rand) : words.undivided(rand);
  return clauses([strong, divided], language);
}
