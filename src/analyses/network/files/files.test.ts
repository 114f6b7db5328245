import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysedWorld, type AnalysedWorld } from '../../../../test/analysed-world.ts';
import { synopolis } from '../../../../test/cli/shell.ts';
import { fewAndMany } from '../../../../test/few-and-many.ts';
import { network as analysis } from '../analysis.ts';
import type { Network } from '../question.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { vosviewer } from './vosviewer.ts';

const folder = mkdtempSync(join(tmpdir(), 'network-files-'));
let world: AnalysedWorld;
let network: Network;
beforeAll(async () => {
  world = await analysedWorld({ works: 2500, seed: 5 });
  network = await analysis.run(
    world.observatory,
    analysis.params.parse({ place: 'def:yrd_41', replicates: 5, minimum: 2 }),
  );
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const LISTS = ['node', 'edge', 'attribute', 'attributes', 'attvalue', 'key', 'data'];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // oxlint-disable-next-line typescript/no-deprecated -- the decoder that replaces it is another package
  htmlEntities: true,
  isArray: (name, _path, _leaf, attribute) => !attribute && LISTS.includes(name),
});
type Parsed = Record<string, string> & { '#text'?: string };

/** Characters that no XML may hold, and references to what is not one of the five or a number. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/u;

/** What a file holds. The parser is lenient: what it would let through is refused first. */
function parsed(text: string): unknown {
  expect(text).not.toMatch(NO_XML);
  return parser.parse(text);
}
const parseGexf = (text: string): Gexf => parsed(text) as Gexf;
const parseGraphml = (text: string): Graphml => parsed(text) as Graphml;

interface Gexf {
  gexf: {
    version: string;
    xmlns: string;
    meta: { creator: string; description: string; lastmodifieddate: string };
    graph: {
      defaultedgetype: string;
      attributes: { class: string; attribute: Parsed[] }[];
      nodes: {
        count: string;
        node: { id: string; label: string; attvalues: { attvalue: Parsed[] }; 'viz:position': Parsed }[];
      };
      edges: { count: string; edge: (Parsed & { attvalues: { attvalue: Parsed[] } })[] };
    };
  };
}

interface Graphml {
  graphml: {
    key: Parsed[];
    graph: {
      edgedefault: string;
      data: Parsed[];
      node: { id: string; data: Parsed[] }[];
      edge: (Parsed & { data: Parsed[] })[];
    };
  };
}

interface Vosviewer {
  network: {
    items: {
      id: string;
      label: string;
      x: number;
      y: number;
      cluster?: number;
      weights: Record<string, number>;
    }[];
    links: { source_id: string; target_id: string; strength: number }[];
    clusters: { cluster: number; label: string }[];
  };
  info: { title: string; description: string };
  about: unknown;
}

/** What names may hold: markup, quotes, spaces of all kinds, emoji, whatever text there is. */
const HOSTILE = [
  'A & B <c> "d" \'e\' ]]> <!-- -->',
  '&amp; &#38; &lt;',
  'tab\tline\nreturn\r end ',
  '<script>alert(1)</script>',
  '上海 👩🏽‍🔬 \u202eright to left',
];

/** The network with names of our own, one after the other. */
function named(names: readonly string[]): Network {
  return {
    ...network,
    rows: network.rows.map((row, i) => ({
      ...row,
      place: { ...row.place, name: names[i % names.length], nameZh: null },
    })),
  };
}

describe('GEXF', () => {
  it('has the cities and links with their figures, and says what they are', () => {
    const { gexf: root } = parseGexf(gexf(network, 'en'));
    expect([root.version, root.xmlns]).toEqual(['1.3', 'http://gexf.net/1.3']);
    expect(root.meta.description.split('\n')[0]).toBe(
      'Network: Yangtze River Delta (41 cities) — synthetic demonstration',
    );
    expect(root.meta.description).toContain('Definitions: def:yrd_41');
    for (const note of network.about.notes) expect(root.meta.description).toContain(note);
    expect(root.meta.lastmodifieddate).toBe(network.about.observatory!.built.slice(0, 10));
    const { nodes, edges, attributes, defaultedgetype } = root.graph;
    expect(defaultedgetype).toBe('undirected');
    expect([nodes.count, edges.count]).toEqual([network.rows.length, network.links.length].map(String));
    expect(nodes.node).toHaveLength(network.rows.length);
    expect(edges.edge).toHaveLength(network.links.length);
    const declared = new Map(
      attributes.map(({ class: of, attribute }) => [of, attribute.map(({ id }) => id)]),
    );
    for (const [i, row] of network.rows.entries()) {
      const node = nodes.node[i];
      expect([node.id, node.label]).toEqual([row.place.id, row.place.name]);
      const values = new Map(node.attvalues.attvalue.map(({ for: id, value }) => [id, value]));
      for (const id of values.keys()) expect(declared.get('node')).toContain(id);
      expect(Number(values.get('strength'))).toBe(row.strength);
      expect(Number(values.get('betweenness'))).toBe(row.betweenness);
      // What is undefined is left out.
      expect(values.has('closeness')).toBe(row.closeness !== null);
      expect(values.has('community')).toBe(row.community !== null);
      expect(Number(node['viz:position'].x)).toBeCloseTo(row.x * 500, 1);
    }
    for (const [i, link] of network.links.entries()) {
      const edge = edges.edge[i];
      expect([edge.source, edge.target, Number(edge.weight)]).toEqual([link.a, link.b, link.weight]);
      const values = new Map(edge.attvalues.attvalue.map(({ for: id, value }) => [id, value]));
      expect(Number(values.get('works'))).toBe(link.works);
      expect(values.get('fewWorks')).toBe(String(link.fewWorks));
      expect(values.has('ratioLow')).toBe(link.ratioInterval !== null);
    }
  });
});

describe('GraphML', () => {
  it('has the cities and links with their figures, and the about as data of the graph', () => {
    const { graphml: root } = parseGraphml(graphml(network, 'zh'));
    const { graph } = root;
    const keys = root.key.map(({ id }) => id);
    expect(new Set(keys).size).toBe(keys.length);
    expect(graph.edgedefault).toBe('undirected');
    expect([graph.node.length, graph.edge.length]).toEqual([network.rows.length, network.links.length]);
    const dataOf = (data: readonly Parsed[]): Map<string, string> =>
      new Map(
        data.map(({ key, '#text': text }) => {
          expect(keys).toContain(key);
          return [key, text ?? ''];
        }),
      );
    const own = dataOf(graph.data);
    expect(JSON.parse(own.get('graph-about')!)).toEqual(JSON.parse(JSON.stringify(network.about)));
    expect(own.get('graph-title')).toContain('合作网络：长三角');
    expect(own.get('graph-description')).toContain('个社群');
    for (const [i, { place, x, eigenvector }] of network.rows.entries()) {
      const data = dataOf(graph.node[i].data);
      expect([graph.node[i].id, data.get('node-label')]).toEqual([place.id, place.nameZh ?? place.name]);
      expect(Number(data.get('node-x'))).toBe(x);
      expect(data.has('node-eigenvector')).toBe(eigenvector !== null);
    }
    for (const [i, { a, b, weight, works }] of network.links.entries()) {
      const data = dataOf(graph.edge[i].data);
      expect([graph.edge[i].source, graph.edge[i].target]).toEqual([a, b]);
      expect([data.get('edge-weight'), data.get('edge-works')].map(Number)).toEqual([weight, works]);
    }
  });
});

describe('the JSON of VOSviewer', () => {
  it('has items, links and clusters as its documentation wants them, and the about', () => {
    const file = JSON.parse(vosviewer(network, 'en')) as Vosviewer;
    expect(file.network.items).toHaveLength(network.rows.length);
    const ids = new Set(file.network.items.map(({ id }) => id));
    const clusters = new Set(file.network.clusters.map(({ cluster }) => cluster));
    for (const [i, { id, x, y, cluster, weights }] of file.network.items.entries()) {
      const row = network.rows[i];
      expect([id, x, y, cluster ?? null]).toEqual([row.place.id, row.x, row.y, row.community]);
      if (cluster !== undefined) expect(clusters).toContain(cluster);
      for (const weight of Object.values(weights)) expect(weight).toBeGreaterThanOrEqual(0);
    }
    expect(file.network.links.map(({ strength }) => strength)).toEqual(
      network.links.map(({ weight }) => weight),
    );
    for (const { source_id: a, target_id: b } of file.network.links)
      expect([ids.has(a), ids.has(b)]).toEqual([true, true]);
    expect(file.info.title).toContain('Yangtze River Delta');
    expect(file.info.description).toContain('<p>Note: ');
    expect(file.about).toEqual(JSON.parse(JSON.stringify(network.about)));
  });
});

describe('names', () => {
  /** The labels that come back from each format, in the order of the rows. */
  const labels = (of: Network): string[][] => [
    parseGexf(gexf(of, 'en')).gexf.graph.nodes.node.map(({ label }) => label),
    parseGraphml(graphml(of, 'en')).graphml.graph.node.map(
      ({ data }) => data.find(({ key }) => key === 'node-label')!['#text']!,
    ),
    (JSON.parse(vosviewer(of, 'en')) as Vosviewer).network.items.map(({ label }) => label),
  ];

  it('come back as they were, whatever they hold', () => {
    const of = named(HOSTILE);
    for (const found of labels(of)) expect(found).toEqual(of.rows.map(({ place }) => place.name));
  });

  it('that no XML may hold come back with the sign of a lost character, the rest as it was', () => {
    const of = named(['bell\u0007 lone \ud800 end\uffff', '\udc00x']);
    const [inGexf, inGraphml] = labels(of);
    for (const found of [inGexf, inGraphml])
      expect(found.slice(0, 2)).toEqual(['bell\ufffd lone \ufffd end\ufffd', '\ufffdx']);
  });

  fewAndMany('of any text make a file that parses', { few: 5, many: 20 }, (numRuns) => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 5 }),
        (names) => {
          expect(parseGexf(gexf(named(names), 'en')).gexf.graph.nodes.node).toHaveLength(network.rows.length);
          expect(parseGraphml(graphml(named(names), 'en')).graphml.graph.node).toHaveLength(
            network.rows.length,
          );
        },
      ),
      { numRuns },
    );
  });

  it('are no markup for who shows a description as HTML', () => {
    const of = named(['<script>alert(1)</script>']);
    const file = vosviewer(of, 'en');
    const { info, network: items } = JSON.parse(file) as {
      info: Vosviewer['info'];
      network: { items: { description: string }[] };
    };
    for (const text of [info.description, ...items.items.map(({ description }) => description)])
      expect(text).not.toContain('<script');
  });
});

describe('an empty network', () => {
  it('is a file too', async () => {
    const none = await analysis.run(
      world.observatory,
      analysis.params.parse({ years: { from: 1950, to: 1950 } }),
    );
    const { graph } = parseGexf(gexf(none, 'en')).gexf;
    expect(graph.nodes.count).toBe('0');
    parseGraphml(graphml(none, 'zh'));
    expect((JSON.parse(vosviewer(none, 'zh')) as Vosviewer).network).toEqual({
      items: [],
      links: [],
      clusters: [],
    });
  });
});

describe('the command line', () => {
  const run = (...words: string[]) =>
    synopolis(
      'network',
      world.folder,
      '--place',
      'def:yrd_41',
      '--replicates',
      '5',
      '--minimum',
      '2',
      ...words,
    );

  it.each(Object.keys(analysis.files!))('prints %s, and writes the same bytes to a file', async (format) => {
    const printed = await run('--format', format);
    expect([printed.code, printed.err]).toEqual([0, '']);
    expect(printed.out).toBe(analysis.files![format].write(network, 'en'));
    const file = join(folder, `network.${analysis.files![format].extension}`);
    expect((await run('--format', format, '--out', file)).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(printed.out);
  });

  it('knows a format by what the file ends with; .json is that of every answer', async () => {
    const [drawn, table] = [join(folder, 'own.graphml'), join(folder, 'own.json')];
    await run('--out', drawn, '--lang', 'zh');
    expect(readFileSync(drawn, 'utf8')).toBe(graphml(network, 'zh'));
    await run('--out', table);
    expect(JSON.parse(readFileSync(table, 'utf8'))).toHaveProperty('communities');
  });

  it('refuses them of an answer that has no such format, and says which there are', async () => {
    const { code, err } = await synopolis('links', world.folder, '--format', 'gexf');
    expect(code).toBe(2);
    expect(err).toContain('Allowed choices are table, csv, json, parquet, xlsx.');
  });

  it('says where a file cannot be written', async () => {
    const { code, err } = await run('--format', 'gexf', '--out', join(folder, 'nowhere', 'a.gexf'));
    expect(code).toBe(1);
    expect(err).toContain('its folder does not exist');
  });
});
