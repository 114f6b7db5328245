import { checkParts } from '../../measures/arguments.ts';
import { codeTogether, cross, type Labels } from './labels.ts';
import { checkLabels, type FixedEffect } from '../ppml/model.ts';
import type { Named } from '../ppml/sample.ts';

/** Flows between two places without direction, a row each pair and year. */
export interface UndirectedFlows {
  readonly first: Labels;
  readonly second: Labels;
  readonly year: Labels;
}

/**
 * The pair of each row, whichever end comes first: what pair effects and clusters take.
 *
 * @throws RangeError where the ends differ in number; as `checkKind` of labels
 */
export function pairs(flows: Pick<UndirectedFlows, 'first' | 'second'>): Int32Array {
  checkParts('flows', flows, { first: 'list', second: 'list' });
  const { first, second } = flows;
  checkLabels('ends', [first, second], first.length);
  const [a, b] = codeTogether([first, second]);
  return cross(
    a.codes.map((end, i) => Math.min(end, b.codes[i])),
    b.codes.map((end, i) => Math.max(end, a.codes[i])),
  );
}

/**
 * Fixed effects of undirected flows: one of each pair, and one of each city in each year at whichever end the city
 * stands. Separate effects for "the first" and "the second" city of the half panel are a trap: which comes first is the
 * alphabet's choice, and so is the estimate then. On flows between eight cities, where this gives 0.41, they gave 0.22,
 * and from 0.14 to 0.78 with the cities renamed.
 *
 * @throws RangeError where the lists differ in length; as `checkKind` of labels
 */
export function undirectedEffects(flows: UndirectedFlows): readonly FixedEffect[] {
  checkParts('flows', flows, { first: 'list', second: 'list', year: 'list' });
  const { first, second, year } = flows;
  const n = first.length;
  checkLabels('ends', [first, second], n);
  checkLabels('year', [year], n);
  const [a, b] = codeTogether([first, second]);
  const ends = new Int32Array(2 * n);
  ends.set(a.codes);
  ends.set(b.codes, n);
  const years = codeTogether([year])[0].codes;
  const twice = new Int32Array(2 * n);
  twice.set(years);
  twice.set(years, n);
  const cityYears = cross(ends, twice);
  return [
    { name: 'pair', of: pairs({ first, second }) },
    { name: 'city-year', ends: [cityYears.subarray(0, n), cityYears.subarray(n)] },
  ];
}

/** The least that errors of flows between places are clustered by: the pair, both directions together. */
export function pairClusters(flows: Pick<UndirectedFlows, 'first' | 'second'>): readonly Named[] {
  return [{ name: 'pair', of: pairs(flows) }];
}
