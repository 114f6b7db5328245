import { sentence, type Sentence } from '../../effects/sentence.ts';
import { nameIn } from '../name-in.ts';
import type { Effect } from './question.ts';

/** What nobody can read from works, and who asks may vouch for. */
export type Assertion = 'assigned' | 'contained' | 'alone';

type Told = Pick<Effect, 'place' | 'policy' | 'rows' | 'fit' | 'pretrend' | 'placebo'>;

/**
 * The sentence that may be said of an effect that was estimated, under the conditions that are vouched for: no new
 * estimate is needed for it, so that a page can have it at once. null where there is no interval.
 */
export function sayEffect(answer: Told, vouched: readonly Assertion[]): Sentence | null {
  const { place, policy, fit, pretrend, placebo } = answer;
  const row = answer.rows.find(({ section }) => section === 'effect');
  if (row?.interval == null || row.change === null || fit?.detectable == null || policy === null) return null;
  return sentence(
    {
      name: 'policy',
      interval: row.interval,
      change: { value: row.change, interval: row.changeInterval },
      detectable: Math.log1p(fit.detectable),
      reason: null,
    },
    {
      flows: { en: `joint works inside ${place.name}`, zh: `${nameIn(place, 'zh')}内部的合作成果` },
      policy: { en: `the policy of ${policy.year}`, zh: `${policy.year}年政策` },
    },
    {
      pretrend: pretrend?.p ?? null,
      // Groups of which none is like the region confirm nothing.
      placebo: placebo === null || placebo.within === 0 ? null : placebo.p,
      ...Object.fromEntries(vouched.map((one) => [one, true])),
    },
  );
}
