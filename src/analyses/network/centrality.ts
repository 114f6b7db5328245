import {
  betweenness,
  closeness,
  constraint,
  coreNumbers,
  degrees,
  eigenvectorCentrality,
  linkCount,
  localClustering,
  type Network,
  pageRank,
  type Quantity,
  known,
  unknown,
} from '../../measures/index.ts';

/** How each node stands in a network; n of each, in the order of the nodes. */
export interface Centralities {
  readonly degree: readonly number[];
  readonly core: readonly number[];
  readonly betweenness: readonly Quantity[];
  readonly closeness: readonly Quantity[];
  readonly eigenvector: readonly Quantity[];
  readonly pageRank: readonly Quantity[];
  readonly clustering: readonly Quantity[];
  readonly constraint: readonly Quantity[];
}

/**
 * Every centrality by `synopolis/measures`. Where no city is linked, or there are no pairs of others, what the measures
 * put at 0 or share out evenly says nothing of a city and is undefined here.
 */
export function centralities(network: Network): Centralities {
  const n = network.nodes.length;
  const linked = linkCount(network) > 0;
  const none = unknown('no links', 'empty');
  const each = (values: ArrayLike<number>): Quantity[] => Array.from(values, known);
  const all = (quantity: Quantity): Quantity[] => network.nodes.map(() => quantity);
  const vector = eigenvectorCentrality(network);
  return {
    degree: Array.from(degrees(network)),
    core: Array.from(coreNumbers(network)),
    betweenness:
      n < 3
        ? all(unknown('there are no two other places', 'too-few'))
        : linked
          ? each(betweenness(network, { normalised: true }))
          : all(none),
    closeness: closeness(network),
    eigenvector: vector.reason === null ? each(vector.value) : all(unknown(vector.reason, vector.code)),
    pageRank: linked ? each(pageRank(network)) : all(none),
    clustering: localClustering(network),
    constraint: constraint(network),
  };
}
