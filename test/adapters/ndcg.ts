import { expect } from 'vitest';
import { dcg, dcgOfScores, type Gain, ndcg, ndcgOfScores } from '../../src/measures/retrieval/ndcg.ts';
import type { Adapter } from '../adapter.ts';
import { close } from '../reference.ts';

type Lists = Readonly<Record<string, readonly (readonly number[])[]>>;

/** scikit-learn's scores of one list, ties either way, and gains in the order of a ranking. */
export const adapter: Adapter = {
  cases: /^ndcg/,
  check({ inputs, params, expected, tolerance }) {
    const lists = inputs[0] as Lists;
    const grades = lists.rel[0];
    const due = (value: unknown, actual: number | null, key: string): void =>
      close(actual, value, tolerance.abs, key);
    for (const [key, value] of Object.entries(expected as Readonly<Record<string, object | string>>)) {
      const scored = /^sklearn_case(\d+)$/.exec(key);
      if (scored !== null) byScores(lists[`scores${scored[1]}`][0], grades, value as object, due);
      else if (key === 'ties') byTies(lists.ties[0], grades, Number(params.k ?? 1), value as object, due);
      else if (key === 'no_relevant') expect(ndcg([0, 0], [0, 0]).value, key).toBeNull();
      else if ('relevance_in_rank_order' in (value as object)) inOrder(value as Ranked, due);
      else throw new Error(`no check for ${key}`);
    }
  },
};

type Due = (value: unknown, actual: number | null, key: string) => void;

function byScores(scores: readonly number[], grades: readonly number[], expected: object, due: Due): void {
  for (const [key, value] of Object.entries(expected)) {
    const asked = /^(n?dcg)(?:_at(\d+))?$/.exec(key);
    if (asked === null) throw new Error(`no check for ${key}`);
    const at = asked.at(2) === undefined ? {} : { at: Number(asked[2]) };
    const own = asked[1] === 'dcg' ? dcgOfScores(scores, grades, at) : ndcgOfScores(scores, grades, at).value;
    due(value, own, key);
  }
}

function byTies(
  scores: readonly number[],
  grades: readonly number[],
  at: number,
  expected: object,
  due: Due,
): void {
  // Without averaging, scikit-learn sorts and reverses: of tied ones the last goes first.
  const ties = { avg: 'average', ignore_ties: 'last' } as const;
  for (const [key, value] of Object.entries(expected)) {
    if (!Object.hasOwn(ties, key)) throw new Error(`no check for ${key}`);
    due(value, ndcgOfScores(scores, grades, { at, ties: ties[key as keyof typeof ties] }).value, key);
  }
}

interface Ranked {
  readonly relevance_in_rank_order: readonly number[];
}

function inOrder({ relevance_in_rank_order: grades, ...expected }: Ranked, due: Due): void {
  const best = [...grades].sort((a, b) => b - a);
  for (const [key, value] of Object.entries(expected)) {
    const asked = /^([In]?)DCG(\d+)_(linear|exp)$/.exec(key);
    if (asked === null) throw new Error(`no check for ${key}`);
    const gain: Gain = asked[3] === 'exp' ? 'exponential' : 'linear';
    const options = { at: Number(asked[2]), gain };
    const own =
      asked[1] === 'n' ? ndcg(grades, grades, options).value : dcg(asked[1] === 'I' ? best : grades, options);
    due(value, own, key);
  }
}
