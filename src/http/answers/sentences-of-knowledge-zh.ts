import { kindsZh, kindZh } from './kinds-zh.ts';
import type { Pattern } from './sentences-zh.ts';

/** The years or the vintage that a series was asked for. */
const askedZh = (asked: string): string =>
  asked
    .replace(/^over (.+)$/, '$1')
    .replace(/^from (.+)$/, '$1起')
    .replace(/^to (.+)$/, '至$1')
    .replace(/^with the vintage (.+)$/, '版本$1');
const spansZh = (spans: string): string => spans.replace(/(\d+) years of ([^);]+)/g, '$2之中$1年');

/** Of places, published figures, institutions and resources. */
export const OF_KNOWLEDGE: readonly Pattern[] = [
  // Of a place that was named.
  [/^“(.*?)” fits (\d+) places: (.+?)\.(?= Give |$)/, (text, n, all) => `“${text}”对应${n}个地点：${all}。`],
  [/^“(.*?)” lies inside a city: (.+?)\.(?= Give |$)/, (text, city) => `“${text}”位于城市之内：${city}。`],
  [
    /^“(.*?)” is not the name of a place in ([A-Z]{2})\.(?= |$)/,
    (text, country) => `${country}没有名为“${text}”的地点。`,
  ],
  [
    /^“(.*?)” is not the name of a (.+?) but of (.+?)\.(?= Give |$)/,
    (text, kinds, all) => `“${text}”不是${kindsZh(kinds)}的名称，而是：${all}。`,
  ],
  [/^(\S+) is not a place of the gazetteer\.(?= |$)/, (id) => `地名录没有${id}。`],
  [
    /^(\S+) \((.+?)\) is a (city|province|nation|region), not a (.+?)\.(?= |$)/,
    (id, name, kind, kinds) => `${id}（${name}）是${kindZh(kind)}，不是${kindsZh(kinds)}。`,
  ],
  [/^(\S+) counts in (.+?)\.(?= Give |$)/, (id, city) => `${id}计入${city}。`],
  [/^(\S+) is a county or district of (.+?)\.(?= Give |$)/, (id, city) => `${id}是${city}的县或区。`],
  [/^(\S+) is no place that resources lie in\.(?= |$)/, (id) => `${id}不是可以有创新资源的地点。`],
  [/^Near misses: (.+)\.$/, (all) => `相近的有：${all}。`],
  [/^Check the id\.$/, () => '请核对编号。'],
  [/^Give that id\.$/, () => '请给出该编号。'],
  [/^Give the city\.$/, () => '请给出其所在城市。'],
  [/^Give the place id of a (.+)\.$/, (kinds) => `请给出${kindsZh(kinds)}的地点编号。`],
  [/^Give a (city, province, nation or definition)\.$/, () => '请给出城市、省份、国家或区域定义。'],
  // Of published figures.
  [/^“(.*?)” is no metric of the catalogue\.(?= |$)/, (id) => `指标目录没有“${id}”。`],
  [/^`synopolis facts metrics` lists them\.$/, () => '`synopolis facts metrics`列有全部指标。'],
  [
    /^(\S+) of (.+) (\S+) has (\d+) vintages: (.+?)\.(?= Name |$)/,
    (metric, place, years, n, all) => `${place}${years}年的${metric}有${n}个版本：${all}。`,
  ],
  [
    /^(\S+) of (.+) is not stored, nor are all its parts\.(?= |$)/,
    (metric, place) => `没有${place}的${metric}，其各部分也不齐全。`,
  ],
  [
    /^(\S+) of (.+) has no series ?(.*?): vintages may not be mixed, and there are (.+?)\.(?= Name |$)/,
    (metric, place, asked, all) =>
      `${place}的${metric}没有所求序列（${askedZh(asked)}）：版本不可混用，现有${spansZh(all)}。`,
  ],
  [
    /^(\S+) of (.+) has (\d+) vintages, which may not be mixed: (.+?)\.(?= Name |$)/,
    (metric, place, n, all) => `${place}的${metric}有${n}个版本，不可混用：${spansZh(all)}。`,
  ],
  [
    /^(\S+) of (.+) \((.+?)\) has no figure (.+?): there are (.+?)\.(?= Ask |$)/,
    (metric, place, vintage, asked, all) =>
      `${place}的${metric}（${vintage}）没有所求数值（${askedZh(asked)}）：现有${spansZh(all)}。`,
  ],
  [
    /^(\S+) of (.+) \((.+?)\) is in several units: (.+?)\.(?= Ask |$)/,
    (metric, place, vintage, units) => `${place}的${metric}（${vintage}）用了几种单位：${units}。`,
  ],
  [
    /^growth from (\S+) of (.+) to (\S+) of (.+) would mix figures\.(?= |$)/,
    (a, here, b, there) => `从${here}的${a}到${there}的${b}的增长会混淆不同数值。`,
  ],
  [
    /^growth from (\S+) \((.+?)\) to (\S+) \((.+?)\) would mix vintages\.(?= |$)/,
    (from, one, to, other) => `从${from}年（${one}）到${to}年（${other}）的增长会混用版本。`,
  ],
  [/^(.+) is no money\.(?= |$)/, (unit) => `${unit}不是金额。`],
  [/^(.+) is already in (\S+)\.(?= |$)/, (unit, to) => `${unit}已经是${to}。`],
  [/^an exchange rate of (\S+) cannot be\.(?= |$)/, (rate) => `汇率不可能是${rate}。`],
  [
    /^(\S+) in (.+) cannot be divided by (\S+) in (.+?)\.(?= Give |$)/,
    (top, unit, bottom, other) => `${top}（${unit}）不能除以${bottom}（${other}）。`,
  ],
  [
    /^(\S+) in (.+) is not (.+?)\.(?= Give |$)/,
    (metric, unit, what) => `${metric}（${unit}）不是所需的量（${what}）。`,
  ],
  [/^Ask for another place or metric\.$/, () => '请改问其他地点或指标。'],
  [/^Ask for both years of one vintage\.$/, () => '两个年份请取同一版本。'],
  [/^Ask for its figures one by one\.$/, () => '请逐年查询。'],
  [/^Ask for two years of one place and metric\.$/, () => '请取同一地点、同一指标的两个年份。'],
  [/^Ask for years that it covers\.$/, () => '请取其覆盖的年份。'],
  [/^Exchange an amount of money\.$/, () => '请换算一笔金额。'],
  [/^Give a figure in (.+)\.$/, (unit) => `请给出以${unit}计的数值。`],
  [/^Give a place id, such as (\S+) or (\S+)\.$/, (a, b) => `请给出地点编号，如${a}或${b}。`],
  [/^Give a rate above 0\.$/, () => '请给出大于0的汇率。'],
  [
    /^Give both in one unit; money in two currencies needs a stated rate\.$/,
    () => '请统一单位；两种货币须给出汇率。',
  ],
  [/^Name another currency\.$/, () => '请换一种货币。'],
  [/^Name one of them, or years that one covers\.$/, () => '请指明其中之一，或取某一版本覆盖的年份。'],
  [/^Name the (?:one|vintage) meant\.$/, () => '请指明所指版本。'],
  // Of institutions, resources and needs.
  [/^no institution “(.*?)” in this observatory\.(?= |$)/, (text) => `本观测库没有机构“${text}”。`],
  [
    /^“(.*?)” is the name of (\d+) institutions: (.+?)\.(?= Give |$)/,
    (text, n, all) => `有${n}个机构名为“${text}”：${all}。`,
  ],
  [/^“(.*?)” is no kind of resource\.(?= |$)/, (kind) => `没有“${kind}”这一类资源。`],
  [/^Use one of (.+)\.$/, (all) => `可选：${all}。`],
  [/^“(.*?)” is no field\.(?= |$)/, (text) => `“${text}”不是领域。`],
  [/^the need has no word that says what is needed\.(?= |$)/, () => '需求中没有说明所需之物的词。'],
  [/^reach (\w+) of where\?(?= |$)/, (reach) => `范围${reach}以何处为准？`],
  [
    /^(.+ \(\S+\)) is a (city|province|nation|region), no (city|region)\.(?= |$)/,
    (place, kind, wanted) => `${place}是${kindZh(kind)}，不是${kindZh(wanted)}。`,
  ],
  [/^(.+ \(\S+\)) lies in several countries\.(?= |$)/, (place) => `${place}分属几个国家。`],
  [
    /^Give its ROR id or its whole name; the table institutions has them\.$/,
    () => '请给出其ROR编号或全称，表institutions列有机构。',
  ],
  [/^Give words, such as "(.+)"\.$/, (words) => `请给出词语，如“${words}”。`],
  [/^Name a city, or a wider reach\.$/, () => '请指明城市，或取更大的范围。'],
  [/^Name a city, province or region, or a wider reach\.$/, () => '请指明城市、省份或区域，或取更大的范围。'],
  [/^Name a place in one, or reach world\.$/, () => '请指明只在一国之内的地点，或取范围world。'],
  [
    /^Name the matter: a material, a method, an instrument, a field\.$/,
    () => '请说明材料、方法、仪器或领域。',
  ],
  [/^Name the place that asks: `place`\.$/, () => '请用`place`指明提问的地点。'],
  [/^Say in a few words what is needed\.$/, () => '请用几个词说明需要什么。'],
];
