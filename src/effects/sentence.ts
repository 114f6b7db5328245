import type { Coefficient, Text } from './estimate.ts';

/** What must hold before one may say that a policy caused a change; each is said with whether it does. */
export interface Conditions {
  /** p of the joint test that nothing was afoot before. */
  readonly pretrend?: number | null;
  /** p by randomisation. */
  readonly placebo?: number | null;
  /** Regions that had the policy. */
  readonly treated?: number;
  /** Asserted by who asks, as no data can show it: that who got the policy did not depend on flows to come. */
  readonly assigned?: boolean;
  /** Asserted: that flows outside the region were not changed by it. */
  readonly contained?: boolean;
  /** Asserted: that nothing else befell the region then. */
  readonly alone?: boolean;
}

/** A condition, and whether it holds: null where nobody looked. */
export interface Condition {
  readonly id: keyof Conditions;
  readonly holds: boolean | null;
  readonly text: Text;
}

export interface Sentence extends Text {
  /** How far the words go. */
  readonly verb: 'caused' | 'consistent with' | 'not told from none';
  readonly conditions: readonly Condition[];
}

/** Pre-trends must be farther from being noticed than this. */
const QUIET = 0.1;
const FEW_TREATED = 5;

/**
 * The sentence that may be said of an effect. An interval that holds 0 is "not told from none", with what would have been
 * seen; else it is "consistent with" an effect, and "caused" only where every condition holds, of which three nobody can
 * read from flows.
 *
 * @param what the flows and the policy in both languages, such as { flows: { en: 'flows inside the region', … }, … }
 * @throws RangeError for a coefficient without an interval
 */
export function sentence(
  coefficient: Pick<Coefficient, 'name' | 'interval' | 'change' | 'detectable' | 'reason'>,
  what: { readonly flows: Text; readonly policy: Text },
  given: Conditions = {},
): Sentence {
  const { interval, change, detectable } = coefficient;
  if (interval === null || change?.interval == null || detectable === null)
    throw new RangeError(
      `nothing may be said of ${coefficient.name}: ${coefficient.reason?.en ?? 'it is no effect on flows'}`,
    );
  const conditions = conditionsOf(given);
  const range = rangeOf(change.value, change.interval);
  const failing = conditions.filter(({ holds }) => holds !== true);
  const but = {
    en: failing.length === 0 ? '' : ` Open: ${failing.map(({ text }) => text.en).join('; ')}.`,
    zh: failing.length === 0 ? '' : `尚未满足或未检验：${failing.map(({ text }) => text.zh).join('；')}。`,
  };
  if (interval[0] <= 0 && interval[1] >= 0) {
    const least = percent(Math.expm1(detectable));
    return Object.freeze({
      verb: 'not told from none' as const,
      en: `The change of ${what.flows.en} after ${what.policy.en}, ${range.en}, cannot be told from none; a change of ${least} % or more would likely have been seen.`,
      zh: `${what.policy.zh}之后${what.flows.zh}的变化为${range.zh}，与零无法区分；若变化达到${least}%以上，很可能会被观察到。`,
      conditions,
    });
  }
  const rose = change.value > 0;
  // "Fell by" has no sign of its own, and its interval begins with the smaller fall.
  const moved = rose ? range : rangeOf(-change.value, [-change.interval[1], -change.interval[0]]);
  if (failing.length === 0)
    return Object.freeze({
      verb: 'caused' as const,
      en: `${capital(what.policy.en)} caused ${what.flows.en} to ${rose ? 'rise' : 'fall'} by ${moved.en}, relative to what the same places did elsewhere, under the conditions listed.`,
      zh: `在所列条件下，${what.policy.zh}使${what.flows.zh}相对于同一地点的其他流量${rose ? '上升' : '下降'}${moved.zh}。`,
      conditions,
    });
  return Object.freeze({
    verb: 'consistent with' as const,
    en: `After ${what.policy.en}, ${what.flows.en} ${rose ? 'rose' : 'fell'} by ${moved.en}, relative to what the same places did elsewhere. This is consistent with an effect of it and shows none by itself.${but.en}`,
    zh: `${what.policy.zh}之后，${what.flows.zh}相对于同一地点的其他流量${rose ? '上升' : '下降'}了${moved.zh}。这与政策效应相一致，但其本身不能证明因果。${but.zh}`,
    conditions,
  });
}

function rangeOf(part: number, interval: readonly [number, number]): Text {
  const [low, high] = interval.map(percent);
  return {
    en: `${percent(part)} % [${low}, ${high}]`,
    zh: `${percent(part)}%（区间${low}%至${high}%）`,
  };
}

function conditionsOf(given: Conditions): readonly Condition[] {
  const { pretrend = null, placebo = null, treated = 1 } = given;
  const of = (id: keyof Conditions, holds: boolean | null, en: string, zh: string): Condition =>
    Object.freeze({ id, holds, text: { en, zh } });
  const p = (value: number | null): string => (value === null ? '' : ` (p ${value.toFixed(3)})`);
  return [
    of(
      'pretrend',
      pretrend === null ? null : pretrend > QUIET,
      `nothing was afoot before${p(pretrend)}`,
      `政策前无趋势差异${p(pretrend)}`,
    ),
    of(
      'placebo',
      placebo === null ? null : placebo <= 0.05,
      `few pseudo-regions show as much${p(placebo)}`,
      `极少数伪区域出现同等变化${p(placebo)}`,
    ),
    of(
      'treated',
      treated >= FEW_TREATED,
      `${FEW_TREATED} regions or more had the policy (${treated})`,
      `至少${FEW_TREATED}个区域实施了该政策（实际${treated}个）`,
    ),
    of(
      'assigned',
      given.assigned ?? null,
      'who got it did not depend on flows to come',
      '政策对象的选择与未来流量无关',
    ),
    of('contained', given.contained ?? null, 'flows outside were not changed by it', '区域外流量未受影响'),
    of('alone', given.alone ?? null, 'nothing else befell the region then', '同期没有其他冲击'),
  ];
}

function percent(part: number): string {
  return (100 * part).toFixed(1).replace('-', '−');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
