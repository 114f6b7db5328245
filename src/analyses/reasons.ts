import type { Language } from '../places/index.ts';

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
};

/** A reason in the language asked for; in English where it has no Chinese words. */
export function sayReason(reason: string | null, language: Language = 'en'): string | null {
  return reason !== null && language === 'zh' ? (CHINESE[reason] ?? reason) : reason;
}
