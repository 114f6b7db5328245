import { checkParts } from '../../measures/arguments.ts';
import type { Coefficient, Text } from '../ppml/estimate.ts';

/** What must hold before one may say that a policy caused a change; each is said with whether it does. */
export interface Conditions {
  /** p of the joint test of an earlier trend. */
  readonly pretrend?: number | null;
  /** p by randomisation. */
  readonly placebo?: number | null;
  /** Regions that had the policy. */
  readonly treated?: number;
  /** Asserted by who asks, as no data can show it: that the choice of who got the policy did not depend on future flows. */
  readonly assigned?: boolean;
  /** Asserted: that flows outside the region were not changed by it. */
  readonly contained?: boolean;
  /** Asserted: that there was no other shock at that time. */
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
  /** The sentence without its conditions: direction, size, interval, what it rests on, the caveat, and how far it goes. */
  readonly lead: Text;
  readonly conditions: readonly Condition[];
}

/** What a sentence is about, in both languages. */
export interface SentenceWords {
  readonly flows: Text;
  readonly policy: Text;
  /** What the number rests on, such as pairs and works: stands beside it in brackets. */
  readonly basis?: Text;
  /** What a reader must know of the comparison before reading on: whole sentences. */
  readonly caveat?: Text;
}

const NOTHING: Text = { en: '', zh: '' };
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
  what: SentenceWords,
  given: Conditions = {},
): Sentence {
  checkParts('coefficient', coefficient, { name: 'text' });
  checkParts('what', what, { flows: 'record', policy: 'record' });
  const { interval, change, detectable } = coefficient;
  if (interval === null || change?.interval == null || detectable === null)
    throw new RangeError(
      `nothing may be said of ${coefficient.name}: ${coefficient.reason?.en ?? 'it is no effect on flows'}`,
    );
  const conditions = conditionsOf(given);
  const range = rangeOf(change.value, change.interval);
  const rests = {
    en: what.basis === undefined ? '' : ` (${what.basis.en})`,
    zh: what.basis === undefined ? '' : `（${what.basis.zh}）`,
  };
  const caveat = {
    en: what.caveat === undefined ? '' : ` ${what.caveat.en}`,
    zh: what.caveat === undefined ? '' : what.caveat.zh,
  };
  const told = (verb: Sentence['verb'], found: Text, reach: Text, open: Text): Sentence => {
    const lead = {
      en: `${found.en}.${caveat.en}${reach.en}`,
      zh: `${found.zh}。${caveat.zh}${reach.zh}`,
    };
    return Object.freeze({ verb, lead, en: lead.en + open.en, zh: lead.zh + open.zh, conditions });
  };
  if (interval[0] <= 0 && interval[1] >= 0) {
    const least = percent(Math.expm1(detectable));
    return told(
      'not told from none',
      {
        en: `The change of ${what.flows.en} after ${what.policy.en}, ${range.en}${rests.en}, cannot be distinguished from no change`,
        zh: `${what.policy.zh}之后${what.flows.zh}的变化为${range.zh}${rests.zh}，与没有变化无法区分`,
      },
      {
        en: ` A change of ${least}% or more would likely have been detected.`,
        zh: `若变化达到${least}%以上，很可能会被观察到。`,
      },
      NOTHING,
    );
  }
  const rose = change.value > 0;
  // "Fell by" has no sign of its own, and its interval begins with the smaller fall.
  const moved = rose ? range : rangeOf(-change.value, [-change.interval[1], -change.interval[0]]);
  const failing = conditions.filter(({ holds }) => holds !== true);
  if (failing.length === 0)
    return told(
      'caused',
      {
        en: `${capital(what.policy.en)} caused ${what.flows.en} to ${rose ? 'rise' : 'fall'} by ${moved.en}${rests.en}, relative to what the same places did elsewhere, under the conditions listed`,
        zh: `在所列条件下，与同一批地点的其他合作相比，${what.policy.zh}使${what.flows.zh}${rose ? '增加' : '减少'}${moved.zh}${rests.zh}`,
      },
      NOTHING,
      NOTHING,
    );
  return told(
    'consistent with',
    {
      en: `After ${what.policy.en}, ${what.flows.en} ${rose ? 'rose' : 'fell'} by ${moved.en} relative to what the same places did elsewhere${rests.en}`,
      zh: `与同一批地点的其他合作相比，${what.policy.zh}之后${what.flows.zh}${rose ? '增加' : '减少'}了${moved.zh}${rests.zh}`,
    },
    {
      en: ' This is consistent with an effect and does not show one.',
      zh: '这与政策效应相一致，但不能证明因果。',
    },
    {
      en: ` Not met or not tested: ${failing.map(({ text }) => text.en).join('; ')}.`,
      zh: `尚未满足或未检验：${failing.map(({ text }) => text.zh).join('；')}。`,
    },
  );
}

function rangeOf(part: number, interval: readonly [number, number]): Text {
  const [low, high] = interval.map(percent);
  return {
    en: `${percent(part)}% [${low}, ${high}]`,
    zh: `${percent(part)}%（区间${low}%至${high}%）`,
  };
}

function conditionsOf(given: Conditions): readonly Condition[] {
  const { pretrend = null, placebo = null, treated = 1 } = given;
  const of = (id: keyof Conditions, holds: boolean | null, en: string, zh: string): Condition =>
    Object.freeze({ id, holds, text: { en, zh } });
  const p = (value: number | null): string => (value === null ? '' : ` (p ${value.toFixed(3)})`);
  const pZh = (value: number | null): string => (value === null ? '' : `（p ${value.toFixed(3)}）`);
  return [
    of(
      'pretrend',
      pretrend === null ? null : pretrend > QUIET,
      `no earlier trend${p(pretrend)}`,
      `政策前没有趋势差异${pZh(pretrend)}`,
    ),
    of(
      'placebo',
      placebo === null ? null : placebo <= 0.05,
      `few placebo regions changed as much${p(placebo)}`,
      `很少有安慰剂区域出现同等变化${pZh(placebo)}`,
    ),
    of(
      'treated',
      treated >= FEW_TREATED,
      `at least ${FEW_TREATED} regions had the policy (${treated} did)`,
      `至少${FEW_TREATED}个区域实施了该政策（实际${treated}个）`,
    ),
    of(
      'assigned',
      given.assigned ?? null,
      'the choice of the region did not depend on its future collaboration',
      '政策对象的选择与其未来的合作无关',
    ),
    of(
      'contained',
      given.contained ?? null,
      'the policy did not change collaboration outside the region',
      '政策没有改变区域外的合作',
    ),
    of('alone', given.alone ?? null, 'no other shock at that time', '同期没有其他冲击'),
  ];
}

function percent(part: number): string {
  return (100 * part).toFixed(1).replace('-', '−');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
