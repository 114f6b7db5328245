import type { Coefficient, EventStudy } from '../../effects/index.ts';
import type { Bilingual } from '../../base/index.ts';
import type { CityFlows } from './flows.ts';
import type { PolicyYears } from './estimate.ts';
import type { EffectRow, Section } from './question.ts';
import { WORDS } from './texts.ts';

const NOTHING: Omit<EffectRow, 'section' | 'what'> = {
  since: null,
  estimate: null,
  interval: null,
  standardError: null,
  change: null,
  changeInterval: null,
  p: null,
  flow: null,
  reason: null,
};

/** A row without figures, and why. */
export function emptyRow(section: Section, what: Bilingual, reason: Bilingual): EffectRow {
  return { ...NOTHING, section, what, reason };
}

export function effectRow(section: Section, what: Bilingual, coefficient: Coefficient): EffectRow {
  const { estimate, interval, standardError, change, p, reason } = coefficient;
  return {
    ...NOTHING,
    section,
    what,
    estimate,
    interval,
    standardError,
    change: change?.value ?? null,
    changeInterval: change?.interval ?? null,
    p,
    reason,
  };
}

export function eventRows({ points }: EventStudy): EffectRow[] {
  return points.map(({ since, years: [from, to], coefficient }) => {
    const span = from === to ? String(from) : `${from}–${to}`;
    const what = { en: span, zh: `${span}年` };
    const row =
      coefficient === null
        ? { ...emptyRow('event', what, WORDS.reference), estimate: 0, change: 0 }
        : effectRow('event', what, coefficient);
    return { ...row, since };
  });
}

/** Mean joint works of a pair and year, before the policy and after: inside, between the region and others, and among others. */
export function flowRows(flows: CityFlows, flow: Float64Array, policy: PolicyYears): EffectRow[] {
  const inside = new Set(flows.region);
  const sums = [0, 1, 2].map(() => ({ before: 0, after: 0, rowsBefore: 0, rowsAfter: 0 }));
  for (let i = 0; i < flow.length; i++) {
    const ends = Number(inside.has(flows.first[i])) + Number(inside.has(flows.second[i]));
    const sum = sums[ends];
    if (flows.year[i] < policy.year) {
      sum.before += flow[i];
      sum.rowsBefore += 1;
    } else if (flows.year[i] >= policy.from) {
      sum.after += flow[i];
      sum.rowsAfter += 1;
    }
  }
  const words = [
    { en: 'among the others', zh: '对照城市之间' },
    { en: 'between region and others', zh: '区域与对照城市之间' },
    { en: 'inside', zh: '区域内' },
  ];
  return [2, 1, 0].flatMap((ends) => {
    const { before, after, rowsBefore, rowsAfter } = sums[ends];
    if (rowsBefore === 0 || rowsAfter === 0) return [];
    return [
      {
        ...NOTHING,
        section: 'flows' as const,
        what: { en: `${words[ends].en}, before`, zh: `${words[ends].zh}，政策前` },
        flow: before / rowsBefore,
      },
      {
        ...NOTHING,
        section: 'flows' as const,
        what: { en: `${words[ends].en}, after`, zh: `${words[ends].zh}，政策后` },
        flow: after / rowsAfter,
      },
    ];
  });
}
