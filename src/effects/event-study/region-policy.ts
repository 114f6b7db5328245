import { EstimationError, messages } from '../estimation-error.ts';
import { checkParts } from '../../measures/arguments.ts';
import { codeTogether, type Labels } from '../flows/labels.ts';
import type { FlowModel } from '../ppml/model.ts';
import { checkPolicy, type Policy } from './policy.ts';
import type { Named } from '../ppml/sample.ts';
import { pairClusters, undirectedEffects, type UndirectedFlows } from '../flows/undirected.ts';

/** A policy for the cities of a region, in flows between cities without direction: a row each pair and year. */
export interface RegionPolicy extends UndirectedFlows {
  readonly flow: ArrayLike<number>;
  /** Labels of the cities of the region. */
  readonly region: readonly (string | number)[];
  /** First year of the policy. */
  readonly from: number;
  readonly regressors?: FlowModel['regressors'];
  /** Of the ends of each row, such as kilometres: what placebo regions are matched by. */
  readonly distance?: ArrayLike<number>;
}

/** A policy of a region as the estimators take it. */
export interface RegionDesign {
  readonly model: FlowModel;
  readonly policy: Policy;
  readonly clusters: readonly Named[];
}

/**
 * The design of a region's policy: effects of pairs and of cities in years at both ends, treated where both ends lie in
 * the region. The coefficient says how much more flows inside rose than those of the same cities with others.
 *
 * @throws RangeError for cities of the region that have no flow, a region of fewer than two, and as `checkPolicy`
 */
export function regionDesign(given: RegionPolicy): RegionDesign {
  checkRegionParts(given);
  const { first, second, region, from } = given;
  const inside = new Set(region);
  if (inside.size < 2) throw new EstimationError(messages.smallRegion({ cities: inside.size }));
  const seen = new Set<string | number>();
  for (const ends of [first, second]) for (let i = 0; i < ends.length; i++) seen.add(ends[i]);
  const absent = [...inside].filter((city) => !seen.has(city));
  if (absent.length > 0) throw new EstimationError(messages.absentCities({ cities: absent.map(String) }));
  const treated = Uint8Array.from({ length: first.length }, (_, i) =>
    inside.has(first[i]) && inside.has(second[i]) ? 1 : 0,
  );
  const model: FlowModel = {
    y: given.flow,
    regressors: given.regressors ?? {},
    effects: undirectedEffects(given),
  };
  const policy: Policy = { time: numbersOf(given.year), treated, from };
  checkPolicy(model, policy);
  return Object.freeze({ model, policy, clusters: pairClusters(given) });
}

/** @throws TypeError that names a part that is missing or of another kind */
export function checkRegionParts(given: RegionPolicy): void {
  checkParts('policy', given, {
    first: 'list',
    second: 'list',
    year: 'list',
    flow: 'list',
    region: 'list',
    from: 'number',
    'regressors?': 'record',
    'distance?': 'list',
  });
}

function numbersOf(labels: Labels): ArrayLike<number> {
  for (let i = 0; i < labels.length; i++)
    if (typeof labels[i] !== 'number')
      throw new RangeError(`years must be numbers, number ${i} is ${String(labels[i])}`);
  return labels as ArrayLike<number>;
}

/** Cities as whole numbers: the ends of each row, and which of them are in the region. */
export function citiesOf(given: RegionPolicy): {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly labels: readonly (string | number)[];
  readonly inside: Uint8Array;
} {
  checkRegionParts(given);
  const { first, second, region } = given;
  const [a, b] = codeTogether([first, second]);
  const labels = new Array<string | number>(a.count);
  for (let i = 0; i < first.length; i++) {
    labels[a.codes[i]] = first[i];
    labels[b.codes[i]] = second[i];
  }
  const own = new Set(region);
  return {
    first: a.codes,
    second: b.codes,
    labels,
    inside: Uint8Array.from(labels, (label) => (own.has(label) ? 1 : 0)),
  };
}
