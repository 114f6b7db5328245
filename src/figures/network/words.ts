import { inBoth, percent, whole } from '../../base/index.ts';

/** Words of the figure of the network of cities. */
export const WORDS = inBoth({
  en: {
    weights: {
      full: 'joint works of the two cities (full counting)',
      fractional: 'joint works of the two cities, one of k cities counted as 1/C(k,2)',
      partner: 'joint works of the two cities, one of k cities counted as 1/(k−1)',
      score: 'bilateral collaboration score of the two cities',
    },
    subtitle: (weight: string) =>
      `Area of a circle: strength, the sum of its links. Width of a line, growing with the square root: ${weight}. Faint: fewer than 10 joint works`,
    positions: '. Positions are schematic: distance has no meaning',
    none: 'no joint works between these cities',
    strength: 'Strength',
    degree: 'Degree',
    betweenness: 'Betweenness',
    community: 'Community',
    stability: 'Stability',
    shown: (n: number, all: number, least: string, hidden: number) =>
      `${whole(n, 'en')} of ${whole(all, 'en')} links are shown, those of ${least} works or more; ${percent(hidden, 'en')} of all weight is not shown.`,
    world: 'the world',
    noLinks: (of: string) => `No links between the cities of ${of}`,
    strongest: (of: string, name: string, strength: string) =>
      `${name} is the strongest in the network of ${of}: ${strength} works`,
    unsettled: (of: string, name: string, rival: string) =>
      `Whether ${name} or ${rival} is the strongest in the network of ${of} is too close to call`,
    divided: (n: number, rand: string) =>
      `it falls into ${whole(n, 'en')} communities that come back when works are resampled (adjusted Rand index ${rand})`,
    undivided: (rand: string) => `it has no robust division into communities (adjusted Rand index ${rand})`,
  },
  zh: {
    weights: {
      full: '两城市的合作论文数（全计数）',
      fractional: '两城市的合作论文数（涉及k个城市的一篇计1/C(k,2)）',
      partner: '两城市的合作论文数（涉及k个城市的一篇计1/(k−1)）',
      score: '两城市的双边合作得分',
    },
    subtitle: (weight) =>
      `圆的面积表示合作强度，即各合作之和；线宽按平方根表示${weight}；淡线：合作论文不足10篇`,
    positions: '。位置仅为示意，远近没有含义',
    none: '这些城市之间没有合作论文',
    strength: '合作强度',
    degree: '度',
    betweenness: '中介中心性',
    community: '社群',
    stability: '稳定性',
    shown: (n, all, least, hidden) =>
      `绘出${whole(all, 'zh')}条合作中的${whole(n, 'zh')}条（权重不低于${least}篇）；未绘出的占全部权重的${percent(hidden, 'zh')}。`,
    world: '全球',
    noLinks: (of) => `${of}：这些城市之间没有合作`,
    strongest: (of, name, strength) => `${of}的合作网络中${name}最强：${strength}篇`,
    unsettled: (of, name, rival) => `${of}的合作网络中${name}与${rival}难分高下`,
    divided: (n, rand) => `分为${whole(n, 'zh')}个社群，对论文重抽样后大体重现（调整兰德指数${rand}）`,
    undivided: (rand) => `没有稳健的社群划分（调整兰德指数${rand}）`,
  },
});
