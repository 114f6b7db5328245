import { type Language, nameIn } from '../../../base/index.ts';
import type { Network, NetworkLink, NetworkRow } from '../question.ts';
import { CITY_FIGURES, defined, type Figure, LINK_FIGURES, titleOf, wordsOf } from './figures.ts';
import { document, element } from './xml.ts';

const CITY: readonly Figure<NetworkRow>[] = [
  ...CITY_FIGURES,
  { id: 'x', type: 'double', value: ({ x }) => x },
  { id: 'y', type: 'double', value: ({ y }) => y },
];
const LINK: readonly Figure<NetworkLink>[] = [
  { id: 'weight', type: 'double', value: ({ weight }) => weight },
  ...LINK_FIGURES,
];
const TYPES: Readonly<Record<Figure<never>['type'], string>> = {
  string: 'string',
  double: 'double',
  integer: 'int',
  boolean: 'boolean',
};

/**
 * The network as GraphML (graphml.graphdrawing.org), which igraph, networkx and Cytoscape read: every figure that is
 * defined as `data`; title, description (findings and about as lines) and `about` (as JSON) are data of the graph.
 */
export function graphml(network: Network, language: Language): string {
  const { rows, links, about } = network;
  const graph = {
    title: titleOf(network, language),
    description: wordsOf(network, language).join('\n'),
    about: JSON.stringify(about),
  };
  return document(
    element(
      'graphml',
      {
        xmlns: 'http://graphml.graphdrawing.org/xmlns',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
      },
      [
        ...Object.keys(graph).map((id) => key('graph', id, 'string')),
        key('node', 'label', 'string'),
        ...CITY.map(({ id, type }) => key('node', id, TYPES[type])),
        ...LINK.map(({ id, type }) => key('edge', id, TYPES[type])),
        element('graph', { id: 'network', edgedefault: 'undirected' }, [
          ...Object.entries(graph).map(([id, text]) => data('graph', id, text)),
          ...rows.map((row) =>
            element('node', { id: row.place.id }, [
              data('node', 'label', nameIn(row.place, language)),
              ...defined(CITY, row).map(([id, value]) => data('node', id, value)),
            ]),
          ),
          ...links.map((one, i) =>
            element(
              'edge',
              { id: `e${i}`, source: one.a, target: one.b },
              defined(LINK, one).map(([id, value]) => data('edge', id, value)),
            ),
          ),
        ]),
      ],
    ),
  );
}

type Domain = 'graph' | 'node' | 'edge';

/** Ids of keys are unique in a file. */
function key(domain: Domain, id: string, type: string): string {
  return element('key', { id: `${domain}-${id}`, for: domain, 'attr.name': id, 'attr.type': type });
}

function data(domain: Domain, id: string, value: string | number | boolean): string {
  return element('data', { key: `${domain}-${id}` }, String(value));
}
