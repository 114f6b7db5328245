import type { Language } from '../../base/index.ts';

/** Why a figure is missing, in Chinese: the words of the measures and analyses that tell through time. */
const CHINESE: Readonly<Record<string, string>> = {
  'not asked for': '未要求计算',
  'no variation between works': '成果之间没有差异',
  'no works there in these years': '这些年份该地没有成果',
  'no works in these years': '这些年份没有成果',
  'one window of years': '只有一个时段',
  'the first and the last window have years in common': '首末两个时段有共同年份',
  'no interval': '没有区间',
  'fewer than two works': '成果不足两篇',
  'fewer than two whole years': '完整年份不足两年',
  'fewer than two different times': '不同年份不足两年',
  'all counts are 0': '全为0',
  'all counts stand at one end, which makes the slope infinite': '只在首年或末年有产出，增长无从计算',
  'an amount is not positive': '有年份为0',
  'fewer than four values have no trend to test': '不足四年，无法检验趋势',
  'no two values differ': '各年相同',
  'not positive': '不大于0',
  'not below 1': '不小于1',
  'nothing to divide by': '除数为0',
  'no links': '没有合作',
  'all links have one place in common': '所有合作都涉及同一城市',
  'the region has no links inside': '区域内没有合作',
  'the region has no links outside': '与区域外没有合作',
  'the region is one city': '区域只有一个城市',
  'fewer than three cities with links': '有合作的城市不足三个',
  'a network of fewer than two nodes has no pairs': '城市不足两个，没有城市对',
  'the amounts sum to 0': '总量为0',
  'there is no place': '没有城市',
  'there is no other place': '没有其他地点',
  'there are no people': '没有人口',
  'there are no values': '没有数值',
  'there is nothing to share out': '没有可分配的总量',
  'a part has no people': '有组成部分没有人口',
  'a group of one has no pairs': '只有一个成员，没有配对',
  'a sample of one does not vary': '样本只有一个，没有差异',
  'all ends of links have the same number of partners': '各方的伙伴数相同',
  'all places begin alike': '各地起点相同',
  'both partitions are trivial, and agree whatever is there': '两种划分均无意义，必然一致',
  'everything is on the topic': '全部属于该主题',
  'nothing is on the topic': '没有属于该主题者',
  'nothing is relevant': '没有相关者',
  'nothing that was judged is relevant': '经判断者均不相关',
  'nothing was judged': '没有经判断者',
  'no query has anything relevant': '没有查询有相关结果',
  'fewer than two places': '地点不足两个',
  'fewer than three places': '地点不足三个',
  'fewer than two places are specialised in anything': '有专长的地点不足两个',
  'all places are specialised alike': '各地专长相同',
  'the places fall into parts that share no field': '各地分为没有共同领域的几部分',
  'one place holds half of all links': '一个地点占有半数合作',
  'the margins are not met within 500 iterations': '迭代500次后边际仍未满足',
  'the place lacks no field': '该地没有所缺的领域',
  'the field is related to no other': '该领域与其他领域无关联',
  'an end is too large for a number': '区间端点过大，无法表示',
  'the cell is empty': '该单元为空',
  'no works': '没有成果',
  'no author': '没有作者',
  'no works in that year': '该年没有成果',
  'a place without weight has an amount': '没有权重的地点有数值',
  'the weights sum to 0': '权重之和为0',
  'no place makes a difference': '没有一个地点使结果改变',
  'nothing in the row': '该行为空',
  'the directory of resources is not open': '资源目录未打开',
  'the margin of a place is 0': '有地点的边际为0',
  'the quotient is undefined in every draw': '每次抽取中区位商均无定义',
  'the region has no links': '区域没有合作',
  'there are no draws': '没有抽取',
  'there are no two other places': '没有另外两个地点',
  'undefined without one of the places': '略去其中一个地点即无定义',
  'it cannot be said': '无法判断',
  'there is no expectation': '没有期望值',
  'fewer than two places have an amount': '有数值的地点不足两个',
  'fewer than two values': '数值不足两个',
  'fewer than two years': '不足两年',
  'it does not grow': '没有增长',
  'no cell of this kind has a density': '没有此类的密度',
  'no indicator varies': '各指标均无差异',
  'the indicator does not vary': '该指标没有差异',
  'no replicates': '没有重抽样',
  'one place has no difference': '只有一个地点，没有差异',
  'one place holds all links': '一个地点占有全部合作',
  'one run agrees with no other': '只有一次划分，无从比较',
  'places overshoot: 1 + βT is not positive': '各地越过彼此：1 + βT不大于0',
  'the difference of the two does not vary between works': '两者之差在成果之间没有差异',
  'the gap does not close': '差距没有缩小',
  'the place has fewer than two partners': '该地的伙伴不足两个',
  'the place has no links': '该地没有合作',
  'the place has no neighbour': '该地没有相邻地点',
  'the unit has no flow': '没有往来量',
  'all orders of the values give the same, but for rounding': '数值无论怎样排列，结果都相同（仅有舍入差异）',
  'the values are all alike': '各值相同',
  'the values of a list are all alike': '有一列的值全部相同',
  'what sets the places apart at first is no more than noise': '各地起初的差距不过是噪声',
  'what sets the places apart is no more than noise': '各地的差距不过是噪声',
  'σ is undefined in some year': '有年份σ无定义',
  'no populations': '没有人口数据',
  'no expectation between two sectors': '两个部门之间没有期望值',
  'not asked of a region': '不适用于区域',
  'no value': '没有数值',
  undefined: '无定义',
  incomplete: '不完整',
};

type Pattern = readonly [RegExp, (...parts: string[]) => string];

/** Reasons that hold a number. */
const PATTERNS: readonly Pattern[] = [
  [
    /^(\S+) of (.+) (\S+) is not stored, and its parts lack (.+) and (\d+) more \((.*)\)$/,
    (metric, place, years, lacked, more, vintage) =>
      `没有收录 ${place} ${years}年的 ${metric}，其组成部分中缺 ${lacked}等（另有${more}个）（${vintage}）`,
  ],
  [
    /^(\S+) of (.+) (\S+) is not stored, and its parts lack (.+) \((.*)\)$/,
    (metric, place, years, lacked, vintage) =>
      `没有收录 ${place} ${years}年的 ${metric}，其组成部分中缺 ${lacked}（${vintage}）`,
  ],
  [
    /^(\S+) of (.+) is not stored, and \S+ may not be summed from parts$/,
    (metric, place) => `没有收录 ${place} 的 ${metric}，且该指标不能由组成部分相加`,
  ],
  [
    /^(\S+) of (.+) is not stored with the vintage (.+)$/,
    (metric, place, vintage) => `没有收录 ${place} 的 ${metric}的版本${vintage}`,
  ],
  [/^(\S+) of (.+) is not stored$/, (metric, place) => `没有收录 ${place} 的 ${metric}`],
  [
    /^(\S+) of (.+) is stored for (.+), not for (\S+)$/,
    (metric, place, have, wanted) => `${place} 的 ${metric} 只收录了${have}，没有${wanted}年`,
  ],
  [
    /^the parts of (\S+) of (.+) are in units that do not add up$/,
    (metric, place) => `${place}的${metric}各部分单位不一，不能相加`,
  ],
  [/^(\S.*) has no work under these filters$/, (place) => `所选条件下${place}没有成果`],
  [/^(\S.*) is not among the first (\d+)$/, (place, n) => `${place}不在前${n}名之内`],
  [
    /^the second and third eigenvalues are both (\S+).*$/,
    (value) => `第二与第三特征值均为${value}，方向无法确定`,
  ],
  [/^fewer than (\d+) others to compare with$/, (n) => `可比较者不足${n}个`],
  [/^fewer than four places \((\d+)\)$/, (n) => `地点不足四个（${n}个）`],
  [/^fewer than four places have a neighbour \((\d+)\)$/, (n) => `有相邻地点者不足四个（${n}个）`],
  [/^not within (\S+) after (\d+) iterations$/, (tolerance, n) => `迭代${n}次后误差仍大于${tolerance}`],
  [/^the links fall into (\d+) components that do not meet$/, (n) => `合作分为互不相连的${n}个部分`],
];

function matched(reason: string): string {
  // Several in one, such as of both sides of a comparison.
  const parts = reason.split(/; (?=\S+ of )/);
  if (parts.length > 1) return parts.map(matched).join('；');
  for (const [pattern, say] of PATTERNS) {
    const found = pattern.exec(reason);
    if (found !== null) return say(...found.slice(1));
  }
  return reason;
}

/** A reason in the language asked for; in English where it has no Chinese words. */
export function sayReason(reason: string | null, language: Language = 'en'): string | null {
  if (reason === null || language === 'en') return reason;
  return Object.hasOwn(CHINESE, reason) ? CHINESE[reason] : matched(reason);
}
