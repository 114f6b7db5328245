import { checkParts } from '../../measures/arguments.ts';
import { greatest } from '../../measures/extremes.ts';
import type { Text } from '../ppml/estimate.ts';
import { basisOf, type FittedFlows, fitFlows } from '../flows/fit-flows.ts';
import { OneStep } from '../ppml/one-step.ts';
import { fewPlacebos, observedEffect, type Placebo, placeboP, type Tails } from './placebo.ts';
import { fitPoisson, turnedBack } from '../ppml/poisson.ts';
import { withPolicy } from '../event-study/policy-effect.ts';
import { estimateOf } from '../ppml/ppml.ts';
import { type PseudoRegions, pseudoRegions } from './pseudo-regions.ts';
import { checkRegionParts, citiesOf, regionDesign, type RegionPolicy } from '../event-study/region-policy.ts';
import { settled } from '../ppml/result.ts';

/** One step that is so far off is warned of. */
const ROUGH = 0.1;

export interface PlaceboRegionOptions {
  /** Placebo regions; 199 where left out. */
  readonly draws?: number;
  readonly seed: number;
  /** 0.25 where left out: see `pseudoRegions`. */
  readonly caliper?: number;
  /** `two-sided` where left out. */
  readonly tails?: Tails;
  /** Whether each placebo region is estimated to the end and not by one step; or how many of them are, to compare. */
  readonly refit?: boolean | number;
}

export interface PlaceboRegions extends Placebo {
  /** Mean distance and volume of the placebo regions against the region's: how well they match. */
  readonly match: {
    readonly distance: number | null;
    readonly volume: number;
    /** How many lie within the caliper; the rest come nearest to it. */
    readonly within: number;
  } | null;
}

/**
 * Could it be chance? Groups of other cities, as many, as far apart and as active, get the policy that they never had
 * (`pseudoRegions`), and the estimate is held against theirs. With one treated region this is the inference that counts:
 * errors clustered by pair know nothing of what all pairs of a region share (Conley & Taber 2011, Review of Economics
 * and Statistics 93). The region keeps its own policy in the model, so that its effect does not reach the placebos.
 *
 * It holds if, without a policy, the region would have been like a group drawn: a region whose inside moves together in
 * a way that groups do not needs real regions to compare with (`groups`).
 *
 * @param groups placebo regions to take instead of drawn ones, such as real regions without the policy
 * @throws RangeError as `regionDesign` and `pseudoRegions`; where the policy's effect cannot be told
 */
export function placeboRegions(
  given: RegionPolicy,
  options: PlaceboRegionOptions,
  groups?: readonly (readonly (string | number)[])[],
): PlaceboRegions {
  checkRegionParts(given);
  checkParts('options', options, { seed: 'number' });
  const { draws = 199, seed, caliper = 0.25, tails = 'two-sided', refit = false } = options;
  if (!Number.isSafeInteger(draws) || draws < 1)
    throw new RangeError(`draws must be a whole number, 1 or more, got ${draws}`);
  if (!(caliper > 0)) throw new RangeError(`caliper must be above 0, got ${caliper}`);
  const { model, policy } = regionDesign(given);
  const fitted = fitFlows(withPolicy(model, policy));
  const observed = observedEffect(estimateOf(fitted, settled({})));
  const drawn = groups === undefined ? pseudoRegions(given, { draws, seed, caliper }) : named(given, groups);
  const step = new OneStep(fitted);
  const mark = marker(given, fitted, drawn);
  const estimates: { group: Int32Array; once: number; full: number | null }[] = [];
  const fully = refit === true ? Infinity : Number(refit);
  for (const group of drawn.groups) {
    const once = step.of(mark(group));
    if (once === null) continue;
    estimates.push({ group, once, full: estimates.length < fully ? refitted(fitted, mark(group)) : null });
  }
  const both = estimates.filter(({ full }) => full !== null);
  const complete = refit === true;
  const distribution = Float64Array.from(complete ? both : estimates, ({ once, full }) =>
    complete ? full! : once,
  );
  const asked = groups?.length ?? draws;
  const match = matchOf(drawn);
  return Object.freeze({
    kind: 'regions' as const,
    observed,
    distribution,
    drawn: (complete ? both : estimates).map(({ group }) =>
      Array.from(group, (city) => drawn.labels[city]).join(', '),
    ),
    tails,
    p: placeboP(observed, distribution, tails),
    seed: groups === undefined ? seed : null,
    by: complete ? ('refit' as const) : ('one-step' as const),
    compared:
      both.length === 0
        ? null
        : {
            refits: both.length,
            worst: greatest(both.map(({ once, full }) => Math.abs(once - full!))),
            p:
              both.length === estimates.length
                ? placeboP(
                    observed,
                    both.map(({ full }) => full!),
                    tails,
                  )
                : null,
          },
    match,
    warnings: [
      ...fewPlacebos(distribution.length, asked),
      ...unmatched(drawn, match),
      ...(complete ? [] : roughly(both.map(({ once, full }) => Math.abs(once - full!)))),
    ],
  });
}

/** Marks the rows of a fitted sample that lie inside a group, from the policy on. */
function marker(
  given: RegionPolicy,
  { sample }: FittedFlows,
  { labels }: PseudoRegions,
): (group: Int32Array) => Float64Array {
  const { first, second } = citiesOf(given);
  return (group) => {
    const inside = new Uint8Array(labels.length);
    for (const city of group) inside[city] = 1;
    const marks = new Float64Array(sample.rows.length);
    for (let i = 0; i < marks.length; i++) {
      const row = sample.rows[i];
      marks[i] =
        inside[first[row]] === 1 && inside[second[row]] === 1 && (given.year[row] as number) >= given.from
          ? 1
          : 0;
    }
    return marks;
  };
}

/** The coefficient of one more regressor, estimated to the end from where the fit stands; null where there is none. */
function refitted(fitted: FittedFlows, regressor: Float64Array): number | null {
  const { incidence, fit } = fitted;
  const sample = {
    ...fitted.sample,
    x: [...fitted.sample.x, regressor],
    names: [...fitted.sample.names, 'placebo'],
  };
  const basis = basisOf(sample, incidence);
  const at = basis.kept.indexOf(sample.x.length - 1);
  if (at < 0) return null;
  const coefficients = new Float64Array(basis.kept.length);
  coefficients.set(fit.coefficients.subarray(0, at));
  const full = fitPoisson(sample, incidence, basis, { eta: fit.eta, coefficients }, true);
  return full.converged ? turnedBack(basis, full.coefficients)[at] : null;
}

/** Groups by the labels of their cities. @throws RangeError for a city without rows, or of the region */
function named(given: RegionPolicy, groups: readonly (readonly (string | number)[])[]): PseudoRegions {
  const { labels, inside } = citiesOf(given);
  const placeOf = new Map(labels.map((label, at) => [label, at]));
  return {
    labels,
    distance: null,
    volume: new Float64Array(0),
    within: groups.length,
    groups: groups.map((cities) =>
      Int32Array.from(cities, (city) => {
        const at = placeOf.get(city);
        if (at === undefined) throw new RangeError(`cities of a placebo must have rows, ${city} has none`);
        if (inside[at] === 1)
          throw new RangeError(`cities of a placebo must lie outside the region, ${city} does not`);
        return at;
      }).sort(),
    ),
  };
}

function matchOf({ distance, volume, within }: PseudoRegions): PlaceboRegions['match'] {
  if (volume.length === 0) return null;
  const mean = (values: Float64Array): number =>
    Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
  return { distance: distance === null ? null : mean(distance), volume: mean(volume), within };
}

/** How far one step is off, where that may move p. */
function roughly(gaps: readonly number[]): readonly Text[] {
  const worst = Math.max(0, greatest(gaps));
  if (worst <= ROUGH) return [];
  return [
    {
      en: `one step is up to ${worst.toFixed(2)} off what a refit of the same placebo region gives: have all of them refitted where p is near the level`,
      zh: `一步估计与同一安慰剂区域的完整估计最多相差${worst.toFixed(2)}：若p值接近显著性水平，应对全部安慰剂区域重新估计`,
    },
  ];
}

/** How well the placebo regions are like the region, where they are not. */
function unmatched(drawn: PseudoRegions, match: PlaceboRegions['match']): readonly Text[] {
  if (match === null) return [];
  const { distance, volume, within } = match;
  const all = drawn.groups.length;
  const apart =
    distance === null
      ? { en: '', zh: '' }
      : {
          en: `lie ${distance.toFixed(1)} times as far apart and `,
          zh: `城市间平均距离为该区域的${distance.toFixed(1)}倍，`,
        };
  return [
    ...(distance === null
      ? [
          {
            en: 'no distances were given: placebo regions match in size and volume only',
            zh: '未提供距离：安慰剂区域仅按规模和合作量匹配',
          },
        ]
      : []),
    ...(within < all
      ? [
          {
            en: `only ${within} of ${all} placebo regions match the region closely: on average their cities ${apart.en}have ${volume.toFixed(1)} times its volume`,
            zh: `${all}个安慰剂区域中仅有${within}个与该区域高度匹配：其${apart.zh}合作量为其${volume.toFixed(1)}倍`,
          },
        ]
      : []),
  ];
}
