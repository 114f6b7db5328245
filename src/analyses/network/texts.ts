import type { Quantity, ReasonCode } from '../../measures/index.ts';
import type { Bilingual } from '../../base/index.ts';

/** Why a figure is undefined, in both languages; by the measure's own words where there is no more to say. */
const REASONS: Readonly<Partial<Record<ReasonCode, Bilingual>>> = {
  island: { en: 'no links in this network', zh: '在本网络中没有合作' },
  empty: { en: 'no links in this network', zh: '在本网络中没有合作' },
  disconnected: {
    en: 'the links fall into parts that do not meet',
    zh: '合作分成互不相连的几部分',
  },
  'not-converged': { en: 'the iteration did not end', zh: '迭代未收敛' },
  constant: { en: 'every replicate is trivial alike', zh: '各次重复抽样的分组均无内容' },
};

/** What there is too little of, by measure. */
const TOO_FEW: Readonly<Record<string, Bilingual>> = {
  betweenness: { en: 'no two other cities', zh: '没有另外两个城市' },
  clustering: { en: 'fewer than two partners here', zh: '在此的伙伴不足两个' },
  stability: { en: 'no replicates', zh: '没有重抽样' },
  together: { en: 'one city, or no replicates', zh: '只有一个城市，或没有重抽样' },
};

const MEASURES: Readonly<Record<string, Bilingual>> = {
  betweenness: { en: 'betweenness', zh: '中介中心性' },
  closeness: { en: 'closeness', zh: '接近中心性' },
  eigenvector: { en: 'eigenvector', zh: '特征向量' },
  pageRank: { en: 'PageRank', zh: 'PageRank' },
  clustering: { en: 'clustering', zh: '聚类系数' },
  constraint: { en: 'constraint', zh: '约束度' },
  stability: { en: 'stability', zh: '稳定性' },
  together: { en: 'together', zh: '同组比例' },
};

/** Why some of the figures of a row are undefined: measures of one reason together; null where none is. */
export function whyUndefined(figures: Readonly<Record<string, Quantity>>): Bilingual | null {
  const byReason = new Map<string, { reason: Bilingual; measures: Bilingual[] }>();
  for (const [measure, quantity] of Object.entries(figures)) {
    if (quantity.value !== null) continue;
    const reason = (quantity.code === 'too-few' ? TOO_FEW[measure] : REASONS[quantity.code]) ?? {
      en: quantity.reason,
      zh: quantity.reason,
    };
    const one = byReason.get(reason.en) ?? { reason, measures: [] };
    byReason.set(reason.en, one);
    one.measures.push(MEASURES[measure]);
  }
  if (byReason.size === 0) return null;
  const all = [...byReason.values()];
  return {
    en: all
      .map(({ reason, measures }) => `${measures.map(({ en }) => en).join(', ')}: ${reason.en}`)
      .join('; '),
    zh: all
      .map(({ reason, measures }) => `${measures.map(({ zh }) => zh).join('、')}：${reason.zh}`)
      .join('；'),
  };
}

export const RATIO_REASONS = {
  notAsked: {
    en: 'no interval: only the strongest links have one',
    zh: '无区间：仅最强的若干合作给出区间',
  },
  nothingExpected: { en: 'nothing is expected', zh: '预期值为零' },
  noExpectation: { en: 'no year has an expectation', zh: '没有一年有预期值' },
  noVariation: { en: 'no interval: no variation between works', zh: '无区间：各篇论文之间没有差异' },
} as const satisfies Record<string, Bilingual>;
