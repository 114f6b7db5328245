import { type Language, nameIn } from '../../../base/index.ts';
import type { Network, NetworkLink, NetworkRow } from '../question.ts';
import { CITY_FIGURES, defined, type Figure, LINK_FIGURES, titleOf, wordsOf } from './figures.ts';
import { document, element } from './xml.ts';

/** Gephi draws in units of about a pixel. */
const UNIT = 500;
/** Sizes of the weakest and the strongest city; area grows with strength. */
const SIZES = [4, 40] as const;
/** One a community, the largest first, and again from the first: Okabe & Ito's, which colour-blind readers tell apart. */
const COLOURS = ['0072b2', 'e69f00', '009e73', 'cc79a7', '56b4e9', 'd55e00', 'f0e442', '999999'] as const;

/**
 * The network as GEXF 1.3 (gexf.net): cities with every figure that is defined, position, size and colour by community;
 * links with weight. `meta` says what it is: findings and about as lines in the description.
 */
export function gexf(network: Network, language: Language): string {
  const { rows, links, about } = network;
  const most = rows.reduce((top, { strength }) => Math.max(top, strength), 0);
  return document(
    element(
      'gexf',
      { xmlns: 'http://gexf.net/1.3', 'xmlns:viz': 'http://gexf.net/1.3/viz', version: '1.3' },
      [
        // The day of the observatory, not of today, so that the same answer is the same file.
        element('meta', { lastmodifieddate: about.observatory?.built.slice(0, 10) ?? null }, [
          element('creator', {}, `Synopolis ${about.observatory?.version ?? ''}`.trim()),
          element('description', {}, [titleOf(network, language), ...wordsOf(network, language)].join('\n')),
        ]),
        element('graph', { mode: 'static', defaultedgetype: 'undirected', idtype: 'string' }, [
          declared('node', CITY_FIGURES),
          declared('edge', LINK_FIGURES),
          element(
            'nodes',
            { count: rows.length },
            rows.map((row) => city(row, most, language)),
          ),
          element('edges', { count: links.length }, links.map(link)),
        ]),
      ],
    ),
  );
}

function declared<T>(what: 'node' | 'edge', figures: readonly Figure<T>[]): string {
  return element(
    'attributes',
    { class: what },
    figures.map(({ id, type }) => element('attribute', { id, title: id, type })),
  );
}

function values<T>(figures: readonly Figure<T>[], of: T): string {
  return element(
    'attvalues',
    {},
    defined(figures, of).map(([id, value]) => element('attvalue', { for: id, value: String(value) })),
  );
}

function city(row: NetworkRow, most: number, language: Language): string {
  const { place, strength, community, x, y } = row;
  const [least, largest] = SIZES;
  const size = least + (largest - least) * Math.sqrt(most === 0 ? 0 : strength / most);
  const hex = community === null ? null : COLOURS[(community - 1) % COLOURS.length];
  const channel = (at: number): number => parseInt(hex!.slice(at, at + 2), 16);
  return element('node', { id: place.id, label: nameIn(place, language) }, [
    values(CITY_FIGURES, row),
    ...(hex === null ? [] : [element('viz:color', { r: channel(0), g: channel(2), b: channel(4) })]),
    element('viz:position', { x: placed(x), y: placed(y), z: 0 }),
    element('viz:size', { value: Number(size.toFixed(3)) }),
  ]);
}

function placed(coordinate: number): number {
  return Number((coordinate * UNIT).toFixed(2));
}

function link(one: NetworkLink, i: number): string {
  const { a, b, weight } = one;
  return element('edge', { id: i, source: a, target: b, weight }, [values(LINK_FIGURES, one)]);
}
