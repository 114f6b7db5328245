import { checkMatrix, checkParts } from '../arguments.ts';
import { matrix, type Matrix } from '../matrix.ts';
import type { Quantity } from '../quantity.ts';
import {
  affinityOfCollaborations,
  affinityOfWorks,
  inclusion,
  jaccard,
  saltonCosine,
  steijnProbability,
} from './similarity.ts';
import { checkSymmetric } from './symmetric.ts';

/** `association` is observed/expected under independence; `probability` that of Steijn, for collaborations only. */
export type SimilarityMeasure = 'association' | 'probability' | 'salton' | 'jaccard' | 'inclusion';

/** What the size of a place is: its collaborations S_i = Σ_j c_ij, or its works n_i, domestic ones included, of N. */
export type Margin =
  | Readonly<{ of: 'collaborations' }>
  | Readonly<{ of: 'works'; works: ArrayLike<number>; total: number }>;

/**
 * A measure of similarity for all pairs of a table of joint works, by the functions of `similarity`. The margin decides
 * the numbers and is named by the caller: rankings of partners differ between the two. Pairs without joint works have 0,
 * also of a place without partners; the diagonal of the table is left out, and that of the result is 0.
 *
 * @param joint c_ij, n × n, symmetric, 0 or more
 * @returns n × n, symmetric, with the names of `joint`
 * @throws RangeError for a table that is not symmetric, works fewer than joint works or more than `total`, lengths that
 *   differ, or `probability` on works
 */
export function similarityMatrix(joint: Matrix, measure: SimilarityMeasure, margin: Margin): Matrix {
  checkMatrix('joint', joint);
  checkParts('margin', margin, { of: 'text' });
  checkSymmetric(joint, 'joint');
  const n = joint.rows.length;
  const size = margin.of === 'collaborations' ? collaborations(joint) : worksOf(joint, margin);
  const total = margin.of === 'collaborations' ? size.reduce((sum, value) => sum + value, 0) : margin.total;
  if (measure === 'probability' && margin.of === 'works')
    throw new RangeError(
      'probability must be of collaborations: it corrects for missing pairs of a place with itself',
    );
  const affinity = margin.of === 'works' ? affinityOfWorks : affinityOfCollaborations;
  const of: Readonly<Record<SimilarityMeasure, (c: number, mi: number, mj: number) => Quantity>> = {
    association: (c, mi, mj) => affinity(c, mi, mj, total),
    probability: (c, mi, mj) => steijnProbability(c, mi, mj, total),
    salton: saltonCosine,
    jaccard,
    inclusion,
  };
  if (!Object.hasOwn(of, measure))
    throw new RangeError(`measure must be one of ${Object.keys(of).join(', ')}, got ${measure}`);
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const c = joint.values[i * n + j];
      // Where there are joint works both margins are above 0, and every measure is defined.
      if (c > 0) values[i * n + j] = values[j * n + i] = of[measure](c, size[i], size[j]).value!;
    }
  return matrix(joint.rows, joint.columns, values);
}

/** S_i = Σ_{j ≠ i} c_ij. */
function collaborations({ rows, values }: Matrix): Float64Array {
  const n = rows.length;
  return Float64Array.from(rows, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) if (j !== i) sum += values[i * n + j];
    return sum;
  });
}

function worksOf(joint: Matrix, margin: Extract<Margin, { of: 'works' }>): Float64Array {
  checkParts('margin', margin, { works: 'list' });
  const { works, total } = margin;
  const n = joint.rows.length;
  if (works.length !== n)
    throw new RangeError(`works must be one for each of ${n} places, got ${works.length}`);
  if (!(total >= 0) || !Number.isFinite(total))
    throw new RangeError(`total must be a number of works, got ${total}`);
  return Float64Array.from(joint.rows, (name, i) => {
    let most = 0;
    for (let j = 0; j < n; j++) if (j !== i) most = Math.max(most, joint.values[i * n + j]);
    if (!(works[i] >= most && works[i] <= total))
      throw new RangeError(
        `works must be from the ${most} joint works of ${name} to the ${total} works in all, got ${works[i]}`,
      );
    return works[i];
  });
}
