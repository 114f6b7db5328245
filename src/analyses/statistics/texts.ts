import type { Bound } from '../../facts/index.ts';
import type { Bilingual } from '../../base/index.ts';

/** Money in Chinese, by how much of it is one. */
const AMOUNTS: Readonly<Record<string, string>> = {
  '': '',
  '10k ': '万',
  'million ': '百万',
  '100m ': '亿',
  'bn ': '十亿',
  'trn ': '万亿',
};
const CURRENCIES: Readonly<Record<string, string>> = { CNY: '元', USD: '美元', EUR: '欧元' };

const UNITS: Readonly<Record<string, string>> = {
  persons: '人',
  '10k persons': '万人',
  'million persons': '百万人',
  km2: '平方公里',
  fraction: '比例',
  '% per year': '%/年',
  'per 10k persons': '每万人',
  'per million persons': '每百万人',
  'persons per km2': '人/平方公里',
  count: '个',
  rank: '名次',
  index: '指数',
  year: '年',
  works: '篇',
  Share: '份额',
  Count: '论文数',
  probability: '概率',
  'CNY per USD': '元/美元',
  ...Object.fromEntries(
    Object.entries(CURRENCIES).flatMap(([currency, name]) => [
      ...Object.entries(AMOUNTS).map(([amount, zh]) => [`${amount}${currency}`, `${zh}${name}`] as const),
      [`${currency} per person`, `${name}/人`],
      [`${currency} per km2`, `${name}/平方公里`],
      [`million ${currency} per km2`, `百万${name}/平方公里`],
    ]),
  ),
};

/** A unit in Chinese; of a quotient, that of each. */
export function unitZh(unit: string): string {
  if (Object.hasOwn(UNITS, unit)) return UNITS[unit];
  const parts = unit.split(' per ');
  if (parts.length !== 2) return unit;
  const [top, bottom] = parts;
  return `${unitZh(top)}/${bottom === 'person' ? '人' : unitZh(bottom)}`;
}

export const unitIn = (unit: string): Bilingual => ({ en: unit, zh: unitZh(unit) });

const BOUNDS: Readonly<Record<Bound, string>> = { over: '超过', under: '不足', nearly: '近', about: '约' };
export const boundIn = (bound: Bound): Bilingual => ({ en: bound, zh: BOUNDS[bound] });
