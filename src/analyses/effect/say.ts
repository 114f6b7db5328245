import { sentence, type Sentence } from '../../effects/statements/sentence.ts';
import { type Bilingual, nameIn } from '../../base/index.ts';
import { placeboCentre } from './placebo-centre.ts';
import type { Effect, JointWorks, Treated } from './question.ts';
import { WORDS } from './texts.ts';

/** What nobody can read from works, and who asks may assume. */
export type Assertion = 'assigned' | 'contained' | 'alone';

type Estimated = Pick<Effect, 'place' | 'policy' | 'rows' | 'fit' | 'pretrend' | 'placebo' | 'treated'>;

/** Differences before the policy are noticed from here on, as the conditions of a sentence have it. */
const NOTICED = 0.1;
/** Fewer pairs, or fewer joint works before or after, are called few: errors by pair are too small then. */
const FEW = 30;

/**
 * The sentence that may be said of an effect that was estimated, under the conditions that are assumed: no new estimate is
 * needed for it, so that a page can have it at once. Beside the number stand the pairs and the joint works that it rests
 * on; after it, how the placebo regions lie. null where there is no interval.
 */
export function sayEffect(answer: Estimated, assumed: readonly Assertion[]): Sentence | null {
  const { place, policy, fit, pretrend, placebo, treated } = answer;
  const row = effectRowOf(answer);
  if (row?.interval == null || row.change === null || fit?.detectable == null) return null;
  if (policy === null || treated === null) return null;
  return sentence(
    {
      name: 'policy',
      interval: row.interval,
      change: { value: row.change, interval: row.changeInterval },
      detectable: Math.log1p(fit.detectable),
      reason: null,
    },
    {
      flows: { en: `joint works inside ${place.name}`, zh: `${nameIn(place, 'zh')}内部的合作论文` },
      policy: { en: `the policy of ${policy.year}`, zh: `${policy.year}年政策` },
      basis: sayTreated(treated),
      caveat: caveatOf(answer),
    },
    {
      pretrend: pretrend?.p ?? null,
      // Groups of which none is like the region, or that are not centred on zero, confirm nothing.
      placebo:
        placebo === null || placebo.within === 0 || !placeboCentre(placebo.distribution)?.centred
          ? null
          : placebo.p,
      ...Object.fromEntries(assumed.map((one) => [one, true])),
    },
  );
}

/**
 * What every surface puts above an effect: direction, size and interval, the pairs and joint works behind them, and how
 * the placebo regions lie; that nothing can be estimated, where that is so.
 */
export function effectHeadline(answer: Estimated): Bilingual {
  const { place } = answer;
  return (
    sayEffect(answer, [])?.lead ?? {
      en: `${place.name}: no effect can be estimated`,
      zh: `${nameIn(place, 'zh')}：无法估计政策效应`,
    }
  );
}

/** Pairs and joint works before and after, for the brackets beside a number. */
function sayTreated({ pairs, allPairs, before, after }: Treated): Bilingual {
  const few = Math.min(pairs, before.works, after.works) < FEW;
  const of = (count: number, one: string, many: string): string =>
    `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
  return {
    en: `${pairs} of ${of(allPairs, 'pair', 'pairs')} of cities with ${of(before.works, 'joint work', 'joint works')} in ${span(before)} and ${after.works.toLocaleString('en')} in ${span(after)}${few ? ': few, so the interval is too narrow' : ''}`,
    zh: `${allPairs}对城市中${pairs}对有合作论文，${span(before)}年${before.works.toLocaleString('en')}篇次，${span(after)}年${after.works.toLocaleString('en')}篇次${few ? '；数量较少，区间偏窄' : ''}`,
  };
}

/** The row of the effect in a table, with what it rests on. */
export function pooledOver({ pairs, before, after }: Treated): Bilingual {
  return {
    en: `${WORDS.pooled.en} (pairs: ${pairs}; works: ${before.works} before, ${after.works} after)`,
    zh: `${WORDS.pooled.zh}（${pairs}对；政策前${before.works}篇次，政策后${after.works}篇次）`,
  };
}

const span = ({ from, to }: JointWorks): string => (from === to ? String(from) : `${from}–${to}`);

/** What a reader must know of the comparison before believing the number: whole sentences. */
function caveatOf({ pretrend, placebo }: Estimated): Bilingual {
  const early: readonly Bilingual[] =
    pretrend === null || pretrend.p > NOTICED
      ? []
      : [
          {
            en: `The years before the policy already differed (${sayP(pretrend.p)}).`,
            zh: `政策前各年已有差异（${sayP(pretrend.p)}）。`,
          },
        ];
  const said = [...early, ofPlacebo(placebo)];
  return { en: said.map(({ en }) => en).join(' '), zh: said.map(({ zh }) => zh).join('') };
}

function ofPlacebo(placebo: Estimated['placebo']): Bilingual {
  const centre = placebo === null ? null : placeboCentre(placebo.distribution);
  if (placebo === null || centre === null)
    return {
      en: 'It has not been compared with placebo regions.',
      zh: '尚未与安慰剂区域比较。',
    };
  const n = placebo.distribution.length;
  const median = signed(Math.expm1(centre.median));
  return centre.centred
    ? {
        en: `${n} placebo regions (groups of other cities, compared in the same way) changed by ${median}% at the median.`,
        zh: `${n}个安慰剂区域（由其他城市组成、按同样方法比较）变化的中位数为${median}%。`,
      }
    : {
        en: `The comparison is not centred on zero: ${n} placebo regions (groups of other cities, compared in the same way) should change by about 0% at the median but changed by ${median}%.`,
        zh: `这一比较并不以零为中心：${n}个安慰剂区域（由其他城市组成、按同样方法比较）变化的中位数本应接近0，实际为${median}%。`,
      };
}

/** The same in a few words, for titles of other choices; null where the placebo regions are centred on zero or none were drawn. */
export function notCentred({ placebo }: Pick<Effect, 'placebo'>): Bilingual | null {
  const centre = placebo === null ? null : placeboCentre(placebo.distribution);
  if (centre === null || centre.centred) return null;
  const median = signed(Math.expm1(centre.median));
  return {
    en: `the placebo regions are not centred on zero (median ${median}%), so no effect is shown`,
    zh: `安慰剂区域不以零为中心（中位数${median}%），不能证明政策效应`,
  };
}

/**
 * How many placebo regions changed by as large a factor as the region, those that went its way apart from those that went
 * the other; their median; how many are like the region; and p. null where none were drawn or nothing was estimated.
 */
export function sayPlacebo(answer: Pick<Effect, 'place' | 'placebo' | 'rows'>): Bilingual | null {
  const { place, placebo } = answer;
  const effect = effectRowOf(answer)?.estimate ?? null;
  const centre = placebo === null ? null : placeboCentre(placebo.distribution);
  if (placebo?.p == null || centre === null || effect === null) return null;
  const n = placebo.distribution.length;
  const large = placebo.distribution.filter((b) => Math.abs(b) >= Math.abs(effect));
  const same = large.filter((b) => b < 0 === effect < 0).length;
  const other = large.length - same;
  const [ours, theirs] = effect < 0 ? (['fell', 'rose'] as const) : (['rose', 'fell'] as const);
  const median = signed(Math.expm1(centre.median));
  const alike = placebo.within;
  const [name, nameZh] = [place.name, nameIn(place, 'zh')];
  const ZH = { fell: '下降', rose: '上升' } as const;
  const count = (found: number): string => (found === 0 ? 'none' : String(found));
  return {
    en: [
      `Of ${n} placebo regions (groups of other cities, compared in the same way), ${count(same)} ${ours} by as large a factor as ${name} and ${count(other)} ${theirs} by as large a factor; their median change is ${median}%.`,
      ...(alike === n
        ? []
        : [
            alike === 0
              ? 'None of them is like it in distance and volume.'
              : `Only ${alike} of them ${alike === 1 ? 'is' : 'are'} like it in distance and volume.`,
          ]),
      centre.centred
        ? `Both directions counted: ${sayP(placebo.p)}.`
        : `They are not centred on zero, so ${sayP(placebo.p)} (both directions counted) is not a test of the policy.`,
    ].join(' '),
    zh: [
      `${n}个安慰剂区域（由其他城市组成、按同样方法比较）中，${same === 0 ? '没有一个' : `${same}个`}与${nameZh}同样${ZH[ours]}且倍数不小于它，${other === 0 ? '没有一个' : `${other}个`}反向${ZH[theirs]}且倍数不小于它；变化的中位数为${median}%。`,
      ...(alike === n
        ? []
        : [alike === 0 ? '它们的距离和合作量都与之不相近。' : `其中仅${alike}个的距离和合作量与之相近。`]),
      centre.centred
        ? `两个方向合计：${sayP(placebo.p)}。`
        : `分布不以零为中心，${sayP(placebo.p)}（两个方向合计）不能用来检验政策。`,
    ].join(''),
  };
}

/** What the test before the policy says. */
export function sayPretrend({ pretrend }: Pick<Effect, 'pretrend'>): Bilingual {
  if (pretrend === null)
    return {
      en: 'There are too few years before the policy for a test of an earlier trend.',
      zh: '政策前的年份不足，无法检验。',
    };
  const p = sayP(pretrend.p);
  return pretrend.p <= NOTICED
    ? {
        en: `The years before the policy already differed (joint test, ${p}): what came after cannot be read as its effect.`,
        zh: `政策前各年已有差异（联合检验${p}）：不能把此后的变化读作政策效应。`,
      }
    : {
        en: `No difference was found between the years before the policy (joint test, ${p}). That proves nothing by itself: the test may have had no power.`,
        zh: `政策前各年没有发现联合差异（${p}）；这本身不证明任何结论，检验可能缺乏功效。`,
      };
}

const effectRowOf = ({ rows }: Pick<Effect, 'rows'>): Effect['rows'][number] | undefined =>
  rows.find(({ section }) => section === 'effect');

const sayP = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p ${p.toFixed(3)}`);

/** A part of one in percent with its sign: `+60.7`, `−53.2`. */
function signed(part: number): string {
  const text = (100 * part).toFixed(1).replace('-', '−');
  return part > 0 ? `+${text}` : text;
}
