// Weighted betweenness, lengths 1/weight, beside networkx.
import { betweenness, createRandom, networkOfEdges } from '../../src/measures/index.ts';

const LINKS_A_NODE = 20;

export const comparison = {
  id: 'betweenness',
  title: 'betweenness, 20 links a node',
  packages: ['networkx'],
  peer: 'betweenness.py',
  sizes: [500, 1000, 2000],
  /** The peer takes minutes for the largest. */
  rounds: 1,
  /** Places of Zipf-like size that link in proportion to it, with weights of a few to a few hundred joint works. */
  input(nodes) {
    const random = createRandom(nodes);
    const links = new Map();
    while (links.size < LINKS_A_NODE * nodes) {
      const [i, j] = [0, 0].map(() => Math.floor(nodes * random.uniform() ** 1.5));
      if (i === j) continue;
      const [a, b] = i < j ? [i, j] : [j, i];
      links.set(a * nodes + b, [a, b, 1 + Math.floor(200 * random.uniform() ** 4)]);
    }
    return { nodes, links: [...links.values()] };
  },
  ours({ nodes, links }) {
    const names = Array.from({ length: nodes }, (_, i) => String(i));
    const edges = links.map(([a, b, weight]) => ({ a: names[a], b: names[b], weight }));
    return betweenness(networkOfEdges(names, edges));
  },
  agree(ours, theirs) {
    const largest = Math.max(...ours);
    const apart = Math.max(...ours.map((value, i) => Math.abs(value - theirs[i])));
    return `largest difference ${(apart / largest).toExponential(1)} of the largest betweenness (the peer does not take 1/3 + 1/6 for 1/2)`;
  },
};
