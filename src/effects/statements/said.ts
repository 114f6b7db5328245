import type { Coefficient, Text } from '../ppml/estimate.ts';

/**
 * What may be said of a coefficient where nothing else is known: that flows differed with the regressor, never that it
 * caused it. `sentence` says more of a policy, with the conditions.
 */
export function said(coefficient: Omit<Coefficient, 'said'>): Text {
  const { name, estimate, interval, change, detectable, reason } = coefficient;
  if (estimate === null || interval === null || detectable === null)
    return {
      en: `Nothing may be said of ${name}: ${reason!.en}.`,
      zh: `关于${name}无可表述：${reason!.zh}。`,
    };
  const flows = change !== null;
  const part = (value: number): string =>
    (flows ? `${(100 * value).toFixed(1)}%` : value.toPrecision(3)).replace('-', '−');
  const [low, high] = flows ? change.interval! : interval;
  const size = `${part(flows ? change.value : estimate)} [${part(low)}, ${part(high)}]`;
  const what = flows ? { en: 'flows', zh: '合作量' } : { en: 'outcomes', zh: '结果变量' };
  if (interval[0] <= 0 && interval[1] >= 0) {
    const least = part(flows ? Math.expm1(detectable) : detectable);
    return {
      en: `That ${what.en} differ with ${name}, ${size}, cannot be told from chance; a difference of ${least} or more would likely have been seen.`,
      zh: `${what.zh}随${name}的差异（${size}）与偶然无法区分；差异若达到${least}，很可能会被观察到。`,
    };
  }
  const [en, zh] = estimate > 0 ? ['higher', '高'] : ['lower', '低'];
  return {
    en: `Where ${name} was one more, ${what.en} were ${en}: ${size}, the fixed effects and other regressors equal. This is consistent with an effect of it and shows none by itself.`,
    zh: `在固定效应和其他变量相同的情况下，${name}每增加一，${what.zh}更${zh}：${size}。这与其效应相一致，但其本身不能证明因果。`,
  };
}
