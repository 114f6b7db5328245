import { checkMatrix, checkParts } from '../arguments.ts';
import { fromGoalposts, sampleGoalposts } from './goalposts.ts';
import type { Matrix } from '../matrix.ts';
import { known, unknown, type Quantity } from '../quantity.ts';
import { shannon } from '../inequality/shannon.ts';

/** The entropy weight of one indicator. */
export interface EntropyWeight {
  readonly indicator: string;
  /** e_j, from 0 (one place has it all) to 1 (all have the same). */
  readonly entropy: Quantity;
  /** Σ = 1; undefined where no indicator varies. */
  readonly weight: Quantity;
}

export interface EntropyWeights {
  readonly indicators: readonly EntropyWeight[];
  /** Levels by min and max of each indicator, rows × columns of the input; 0 throughout for one that does not vary. */
  readonly levels: Float64Array;
  /** Σ_j w_j z_ij, one a row; null where weights are undefined. */
  readonly scores: Float64Array | null;
  readonly epsilon: number;
}

/**
 * Weights of indicators by how unevenly the places have them:
 *
 *     z_ij = (x_ij − min_j)/(max_j − min_j), turned round where less is better, + ε
 *     p_ij = z_ij / Σ_i z_ij,   e_j = −Σ_i p_ij ln p_ij / ln m,   w_j = (1 − e_j) / Σ_j (1 − e_j)
 *
 * over m places; 0 ln 0 = 0. They reward spread, not importance, and move with the places, the years taken together and ε
 * (usual: 0, 0.0001, 0.01), so that a result needs the run with equal weights beside it, and a panel one set of weights
 * from all years. An indicator that does not vary has the weight 0. Undefined where none varies.
 *
 * Source: Shannon 1948, Bell System Technical Journal 27:379, for the entropy; the weights are a habit of the literature.
 *
 * @param values places × indicators
 * @param options.lessIsBetter names of the indicators to turn round; `epsilon` is added to every level (0)
 * @throws RangeError for fewer than two places, a name that is no indicator, or an ε that is negative or not finite
 */
export function entropyWeights(
  values: Matrix,
  options: { readonly lessIsBetter?: readonly string[]; readonly epsilon?: number } = {},
): EntropyWeights {
  checkMatrix('values', values);
  checkParts('options', options, { 'lessIsBetter?': 'list' });
  const { lessIsBetter = [], epsilon = 0 } = options;
  const { rows, columns } = values;
  const m = rows.length;
  if (m < 2) throw new RangeError(`values must have two rows or more, got ${m}`);
  if (!(epsilon >= 0) || !Number.isFinite(epsilon))
    throw new RangeError(`epsilon must be a finite number from 0, got ${epsilon}`);
  for (const name of lessIsBetter)
    if (!columns.includes(name))
      throw new RangeError(`lessIsBetter must name indicators (${columns.join(', ')}), got ${name}`);
  const levels = new Float64Array(m * columns.length);
  const entropies = columns.map((name, j): number | null => {
    const column = rows.map((_, i) => values.values[i * columns.length + j]);
    const posts = sampleGoalposts(column, lessIsBetter.includes(name) ? 'less' : 'more');
    if ('code' in posts) return null;
    const z = fromGoalposts(column, posts).levels;
    for (let i = 0; i < m; i++) levels[i * columns.length + j] = z[i];
    return entropyOf(z.map((level) => level + epsilon));
  });
  const spread = entropies.reduce<number>((sum, entropy) => sum + (entropy === null ? 0 : 1 - entropy), 0);
  const none = unknown('no indicator varies', 'constant');
  const indicators = entropies.map((entropy, j): EntropyWeight => {
    const weight = entropy === null ? 0 : (1 - entropy) / spread;
    return Object.freeze({
      indicator: columns[j],
      entropy: entropy === null ? unknown('the indicator does not vary', 'constant') : known(entropy),
      weight: spread > 0 ? known(weight) : none,
    });
  });
  const scores =
    spread > 0
      ? Float64Array.from(rows, (_, i) =>
          indicators.reduce((sum, { weight }, j) => sum + weight.value! * levels[i * columns.length + j], 0),
        )
      : null;
  return Object.freeze({ indicators: Object.freeze(indicators), levels, scores, epsilon });
}

function entropyOf(amounts: Float64Array): number {
  return shannon(amounts).value! / Math.log(amounts.length);
}
