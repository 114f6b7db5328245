import type { Verdict } from '../../analyses/sensitivity/question.ts';

/** The badge of an answer: its verdict, and of those without one whether it is a *level*. */
export type Badge = 'robust' | 'sensitive' | 'close' | 'level' | 'none';

const BADGES: Readonly<Record<Verdict['verdict'], Badge>> = {
  robust: 'robust',
  sensitive: 'sensitive',
  'too close to call': 'close',
  'no verdict': 'none',
};

export const badgeOf = ({ kind, verdict }: Pick<Verdict, 'kind' | 'verdict'>): Badge =>
  kind === 'level' ? 'level' : BADGES[verdict];
