import { type Language, nameIn } from '../../../base/index.ts';
import type { Network, NetworkRow } from '../question.ts';
import { titleOf, wordsOf } from './figures.ts';

/** What VOSviewer may size items by: at least 0. */
const WEIGHTS = ['strength', 'share', 'degree', 'betweenness', 'pageRank', 'core'] as const;
/** What it may colour items by. */
const SCORES = ['closeness', 'eigenvector', 'clustering', 'constraint', 'stability'] as const;
/** It knows clusters from 1 to so many. */
const MOST_CLUSTERS = 1000;

/**
 * The network as a JSON file of VOSviewer and VOSviewer Online (app.vosviewer.com/docs): items with the layout, clusters
 * for communities, weights and scores for what is defined; `info` says what it is. Its descriptions are HTML. The whole
 * `about` stands beside, under a name that VOSviewer passes over.
 */
export function vosviewer(network: Network, language: Language): string {
  const { rows, links, communities, about } = network;
  const names = new Map(rows.map(({ place }) => [place.id, nameIn(place, language)]));
  const file = {
    network: {
      items: rows.map((row) => item(row, language)),
      links: links.map(({ a, b, weight }) => ({ source_id: a, target_id: b, strength: weight })),
      clusters: communities
        .filter(({ number }) => number <= MOST_CLUSTERS)
        .map(({ number, members }) => ({ cluster: number, label: names.get(members[0])! })),
    },
    info: {
      title: titleOf(network, language),
      description: wordsOf(network, language)
        .map((line) => `<p>${html(line)}</p>`)
        .join(''),
    },
    about,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function item(row: NetworkRow, language: Language): object {
  const { place, x, y, community } = row;
  const own = (ids: readonly (typeof WEIGHTS | typeof SCORES)[number][]): object =>
    Object.fromEntries(ids.flatMap((id) => (row[id] === null ? [] : [[id, row[id]]])));
  return {
    id: place.id,
    label: nameIn(place, language),
    description: html([place.name, place.nameZh, place.country, place.id].filter(Boolean).join(', ')),
    x,
    y,
    ...(community === null || community > MOST_CLUSTERS ? {} : { cluster: community }),
    weights: own(WEIGHTS),
    scores: own(SCORES),
  };
}

/** A text for HTML. */
function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
