import { pearson } from '../association/correlation.ts';

/**
 * What gave a complexity vector its sign, which the algebra leaves free: agreement with the year before, or a positive
 * correlation with diversity, or, where neither varies, a positive greatest entry.
 */
export interface Anchor {
  readonly by: 'previous' | 'diversity' | 'greatest';
  /** The correlation that decided, after the sign. Null for `greatest`. */
  readonly correlation: number | null;
  /** |correlation| below 0.2, or none: the sign may turn with one more work. */
  readonly weak: boolean;
}

/** Correlations below this decide a sign only weakly. */
const WEAK = 0.2;

/**
 * The sign of a vector over places, and what anchored it. The year before is used where three places or more stand in it.
 *
 * ECI is orthogonal to diversity in the sense Σ k_c v_c = 0, so that corr(ECI, diversity) > 0 says no more than that the
 * mean of v lies below 0 (Mealy, Farmer & Teytelboym 2019): a series over years should be anchored to the year before.
 */
export function anchorSign(
  places: readonly string[],
  vector: Float64Array,
  diversity: readonly number[],
  previous?: ReadonlyMap<string, number>,
): { readonly sign: 1 | -1; readonly anchor: Anchor } {
  const common = places.flatMap((name, i) => (previous?.has(name) ? [i] : []));
  const candidates = [
    ...(common.length >= 3
      ? [
          {
            by: 'previous' as const,
            value: pearson(
              common.map((i) => vector[i]),
              common.map((i) => previous?.get(places[i]) ?? 0),
            ).value,
          },
        ]
      : []),
    { by: 'diversity' as const, value: pearson(vector, diversity).value },
  ];
  for (const { by, value } of candidates) {
    if (value === null || Math.abs(value) < 1e-9) continue;
    const correlation = Math.abs(value);
    return {
      sign: value > 0 ? 1 : -1,
      anchor: Object.freeze({ by, correlation, weak: correlation < WEAK }),
    };
  }
  const greatest = vector.reduce((most, x) => (Math.abs(x) > Math.abs(most) + 1e-9 ? x : most), 0);
  return {
    sign: greatest >= 0 ? 1 : -1,
    anchor: Object.freeze({ by: 'greatest', correlation: null, weak: true }),
  };
}
