import type { ResultFile } from '../../analysis.ts';
import type { Network } from '../question.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { vosviewer } from './vosviewer.ts';

/** The formats of programs that draw and compute networks. */
export const networkFiles = {
  gexf: {
    title: { en: 'GEXF 1.3, for Gephi', zh: 'GEXF 1.3（Gephi）' },
    mediaType: 'application/gexf+xml',
    extension: 'gexf',
    write: gexf,
  },
  graphml: {
    title: { en: 'GraphML, for igraph, networkx, Cytoscape', zh: 'GraphML（igraph、networkx、Cytoscape）' },
    mediaType: 'application/graphml+xml',
    extension: 'graphml',
    write: graphml,
  },
  vosviewer: {
    title: { en: 'JSON for VOSviewer', zh: 'VOSviewer 的 JSON' },
    mediaType: 'application/json',
    extension: 'json',
    write: vosviewer,
  },
} as const satisfies Readonly<Record<string, ResultFile<Network>>>;
