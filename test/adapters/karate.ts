import { expect } from 'vitest';
import {
  averageClustering,
  betweenness,
  closeness,
  communities,
  constraint,
  coreNumbers,
  degreeAssortativity,
  degrees,
  eigenvectorCentrality,
  localClustering,
  modularity,
  networkDensity,
  networkOfEdges,
  pageRank,
  strengths,
  transitivity,
  type Network,
  type Quantity,
} from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey, type Columns } from '../reference.ts';

/** The centralities, cores, brokerage and groups of one network, by links alone and by weight. */
export const adapter: Adapter = {
  cases: /^karate-/,
  check({ inputs, expected, tolerance }) {
    const { source, target, weight } = inputs[0] as Columns & { weight?: readonly string[] };
    const { part } = inputs[1] as { part: readonly (string | number)[] };
    const named = [...new Set([...source, ...target])].sort((a, b) => Number(a) - Number(b));
    // Nodes are 1 … n; one without links stands in no row.
    const nodes = named.length === part.length ? named : part.map((_, i) => String(i + 1));
    const network = (of: (row: number) => number): Network =>
      networkOfEdges(
        nodes,
        source.map((a, row) => ({ a, b: target[row], weight: of(row) })),
      );
    eachKey(expected, {
      unweighted: (due) =>
        checkAll(
          network(() => 1),
          part,
          due,
          tolerance,
        ),
      weighted: (due) =>
        checkAll(
          network((row) => Number(weight?.[row] ?? 1)),
          part,
          due,
          tolerance,
        ),
    });
  },
};

function checkAll(
  network: Network,
  part: readonly (string | number)[],
  expected: unknown,
  tolerance: Readonly<Record<string, number | undefined>>,
): void {
  const abs = tolerance.abs!;
  const byModularity = tolerance.modularity_max_abs ?? abs;
  const is =
    (actual: unknown) =>
    (due: unknown, key: string): void =>
      close(actual, due, abs, key);
  /** networkx and igraph print 0 where ours says that there is none. */
  const orZero = (values: readonly Quantity[]): number[] => values.map(({ value }) => value ?? 0);
  const values = (of: readonly Quantity[]): (number | null)[] => of.map(({ value }) => value);
  const numbers = (of: ArrayLike<number>): number[] => Array.from(of);
  /** Keys of betweenness name what is normalised and what a length is. */
  const between = (normalised: boolean, length: 'hops' | 'inverse') =>
    is(numbers(betweenness(network, { normalised, length })));
  const best = communities(network, { seed: 1 }).value!;
  eachKey(expected, {
    degree: is(numbers(degrees(network))),
    strength: is(numbers(strengths(network))),
    betweenness_raw: between(false, 'hops'),
    betweenness_norm: between(true, 'hops'),
    betweenness_raw_length_inverse_weight: between(false, 'inverse'),
    betweenness_norm_length_inverse_weight: between(true, 'inverse'),
    closeness: is(orZero(closeness(network, 'hops'))),
    closeness_length_inverse_weight: is(orZero(closeness(network, 'inverse'))),
    eigenvector_l2: is(numbers(eigenvectorCentrality(network).value ?? [])),
    pagerank_085: is(numbers(pageRank(network, 0.85))),
    local_clustering: is(orZero(localClustering(network))),
    average_clustering: is(averageClustering(network, { fewPartners: 'zero' }).value),
    transitivity: is(transitivity(network).value),
    density: is(networkDensity(network).value),
    assortativity: is(degreeAssortativity(network).value),
    core_number: is(numbers(coreNumbers(network))),
    constraint: is(values(constraint(network))),
    modularity_club: is(modularity(network, part).value),
    modularity_max: (due: number, key) => close(best.modularity, due, byModularity, key),
    /** Modularity is compared, not labels: partitions may tie. */
    optimal_membership: (due: readonly number[], key) => {
      const optimum = modularity(network, due).value!;
      close(best.modularity, optimum, byModularity, key);
      expect(best.groups).toHaveLength(due.length);
    },
  });
}
