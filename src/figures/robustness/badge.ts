import type { Verdict } from '../../analyses/sensitivity/question.ts';

/** What a badge says of an answer: its verdict, and of those without one whether it is a *level*. */
export type Judged = 'robust' | 'sensitive' | 'close' | 'level' | 'none';

const JUDGED: Readonly<Record<Verdict['verdict'], Judged>> = {
  robust: 'robust',
  sensitive: 'sensitive',
  'too close to call': 'close',
  'no verdict': 'none',
};

export const judge = ({ kind, verdict }: Pick<Verdict, 'kind' | 'verdict'>): Judged =>
  kind === 'level' ? 'level' : JUDGED[verdict];
