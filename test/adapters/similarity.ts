import { matrixOf, similarityMatrix, type SimilarityMeasure } from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

type Table = readonly (readonly number[])[];

/** Similarities on collaborations, the diagonal left out, as EconGeo has them. */
export const adapter: Adapter = {
  cases: /^similarity-/,
  check({ inputs, expected, tolerance }) {
    const { cooccurrence, labels } = inputs[0] as { cooccurrence: Table; labels?: readonly string[] };
    const joint = matrixOf(cooccurrence, labels, labels);
    const off =
      (measure: SimilarityMeasure) =>
      (due: Table, key: string): void => {
        const without = due.map((row, i) => row.map((value, j) => (i === j ? 0 : value)));
        const { values } = similarityMatrix(joint, measure, { of: 'collaborations' });
        close([...values], without.flat(), tolerance.abs, key);
      };
    eachKey(expected, {
      prob: off('probability'),
      association: off('association'),
      cosine: off('salton'),
      Jaccard: off('jaccard'),
      jaccard: off('jaccard'),
      inclusion: off('inclusion'),
    });
  },
};
