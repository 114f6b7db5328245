import {
  affinityOfCollaborations,
  jaccard,
  saltonCosine,
  steijnProbability,
  type Quantity,
} from '../../src/measures/index.ts';
import type { Adapter } from '../adapter.ts';
import { close, eachKey } from '../reference.ts';

type Table = readonly (readonly number[])[];

/** Similarities on collaborations, the diagonal left out, as EconGeo has them. */
export const adapter: Adapter = {
  cases: /^similarity-/,
  check({ inputs, expected, tolerance }) {
    const table = (inputs[0] as { cooccurrence: Table }).cooccurrence;
    const S = table.map((row, i) => row.reduce((sum, value, j) => (i === j ? sum : sum + value), 0));
    const T = S.reduce((sum, value) => sum + value, 0);
    const off =
      (measure: (c: number, i: number, j: number) => Quantity) =>
      (due: Table, key: string): void => {
        const actual = table.map((row, i) => row.map((c, j) => (i === j ? 0 : measure(c, i, j).value)));
        const without = due.map((row, i) => row.map((value, j) => (i === j ? 0 : value)));
        close(actual, without, tolerance.abs, key);
      };
    eachKey(expected, {
      prob: off((c, i, j) => steijnProbability(c, S[i], S[j], T)),
      association: off((c, i, j) => affinityOfCollaborations(c, S[i], S[j], T)),
      cosine: off((c, i, j) => saltonCosine(c, S[i], S[j])),
      Jaccard: off((c, i, j) => jaccard(c, S[i], S[j])),
    });
  },
};
