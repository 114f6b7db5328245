import { describe, expect, it } from 'vitest';
import type { Coefficient } from '../ppml/estimate.ts';
import { type Conditions, sentence } from './sentence.ts';

const of = (low: number, estimate: number, high: number): Coefficient => ({
  name: 'policy',
  estimate,
  standardError: (high - low) / 4,
  interval: [low, high],
  statistic: 1,
  p: 0.01,
  change: { value: Math.expm1(estimate), interval: [Math.expm1(low), Math.expm1(high)] },
  detectable: Math.log(1.3),
  reason: null,
  code: null,
  said: { en: '', zh: '' },
});
const what = {
  flows: { en: 'joint works inside', zh: '内部合作论文' },
  policy: { en: 'the plan', zh: '规划' },
};
const all: Conditions = {
  pretrend: 0.5,
  placebo: 0.01,
  treated: 5,
  assigned: true,
  contained: true,
  alone: true,
};
const rise = of(Math.log(1.1), Math.log(1.2), Math.log(1.3));

describe('the sentence that may be said', () => {
  it('is of what would have been seen, where the interval holds none', () => {
    const { verb, en, zh } = sentence(of(Math.log(0.9), Math.log(1.05), Math.log(1.2)), what, all);
    expect(verb).toBe('not told from none');
    expect(en).toBe(
      'The change of joint works inside after the plan, 5.0% [−10.0, 20.0], cannot be distinguished from no change. A change of 30.0% or more would likely have been detected.',
    );
    expect(zh).toContain('5.0%（区间−10.0%至20.0%）');
    expect(sentence(of(0, 0.1, 0.2), what).verb).toBe('not told from none');
  });

  it('is "consistent with" where any condition is open, and names those', () => {
    const { verb, en, conditions } = sentence(rise, what, { ...all, placebo: 0.2 });
    expect(verb).toBe('consistent with');
    expect(en).toContain('After the plan, joint works inside rose by 20.0% [10.0, 30.0]');
    expect(en).toContain('Not met or not tested: few placebo regions changed as much (p 0.200).');
    expect(en).not.toContain('caused');
    expect(conditions.map(({ holds }) => holds)).toEqual([true, false, true, true, true, true]);
    expect(sentence(rise, what).conditions.map(({ holds }) => holds)).toEqual([
      null,
      null,
      false,
      null,
      null,
      null,
    ]);
  });

  it('is "caused" only where every one of the six holds', () => {
    expect(sentence(rise, what, all)).toMatchObject({ verb: 'caused' });
    expect(sentence(rise, what, all).en).toContain(
      'The plan caused joint works inside to rise by 20.0% [10.0, 30.0]',
    );
    const open: Conditions[] = [
      { pretrend: 0.05 },
      { pretrend: null },
      { placebo: 0.06 },
      { placebo: null },
      { treated: 4 },
      { assigned: false },
      { contained: false },
      { alone: false },
    ];
    for (const change of open)
      expect(sentence(rise, what, { ...all, ...change }).verb).toBe('consistent with');
  });

  it('tells a fall as one, by how much and not by how much less than nothing', () => {
    const effect = of(Math.log(0.7), Math.log(0.8), Math.log(0.9));
    const fall = sentence(effect, what);
    expect(fall.en).toContain('fell by 20.0% [10.0, 30.0]');
    expect(fall.zh).toContain('减少了20.0%（区间10.0%至30.0%）');
    const caused = sentence(effect, what, all);
    expect(caused.en).toContain('to fall by 20.0% [10.0, 30.0]');
    expect(caused.zh).toContain('减少20.0%（区间10.0%至30.0%）');
  });

  it('has what the number rests on in brackets beside it, and the caveat before how far it goes', () => {
    const basis = { en: '4 pairs', zh: '4对城市' };
    const caveat = { en: 'Not compared.', zh: '尚未比较。' };
    const { lead, en, zh } = sentence(rise, { ...what, basis, caveat });
    expect(lead.en).toBe(
      'After the plan, joint works inside rose by 20.0% [10.0, 30.0] relative to what the same places did elsewhere (4 pairs). Not compared. This is consistent with an effect and does not show one.',
    );
    expect(en.startsWith(`${lead.en} Not met or not tested: `)).toBe(true);
    expect(zh.startsWith(lead.zh)).toBe(true);
    const told = sentence(of(-0.1, 0.1, 0.3), { ...what, basis, caveat });
    expect(told.en).toMatch(/\(4 pairs\), cannot be distinguished from no change\. Not compared\. A change/);
    expect(sentence(rise, { ...what, basis, caveat }, all).zh).toContain('（4对城市）。尚未比较。');
  });

  it('is refused where there is no interval', () => {
    const gone = {
      ...rise,
      estimate: null,
      interval: null,
      change: null,
      detectable: null,
      reason: { en: 'nothing is left', zh: '' },
    };
    expect(() => sentence(gone, what)).toThrow('nothing may be said of policy: nothing is left');
    expect(() => sentence({ ...rise, change: null }, what)).toThrow(
      'nothing may be said of policy: it is no effect on flows',
    );
  });
});
