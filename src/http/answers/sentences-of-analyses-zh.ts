import { levelZh } from '../../analyses/population/filter-texts.ts';
import { kindZh } from './kinds-zh.ts';
import type { Pattern } from './sentences-zh.ts';

/** Rows of a panel. */
const ROWS: Readonly<Record<string, string>> = { pairs: '对', places: '个地点' };

/** Of what an analysis was asked. */
export const OF_ANALYSES: readonly Pattern[] = [
  [/^no field “(.*?)” in this observatory\.(?= |$)/, (text) => `本观测库没有领域“${text}”。`],
  [/^“(.*?)” fits several fields\.(?= |$)/, (text) => `“${text}”对应多个领域。`],
  [/^no definition (\S+) in this observatory\.(?= |$)/, (id) => `本观测库没有区域定义${id}。`],
  [/^no place (\S+) in this observatory\.(?= |$)/, (id) => `本观测库没有地点${id}。`],
  [/^“(.*?)” is not the name of a place\.(?= |$)/, (text) => `没有名为“${text}”的地点。`],
  [/^“(.*?)” is no place\.(?= |$)/, (text) => `“${text}”不是地点。`],
  [/^“(.*?)” is the name of several definitions\.(?= |$)/, (text) => `有多个区域定义名为“${text}”。`],
  [
    /^(.+ \(\S+\)) has no institution in this observatory\.(?= |$)/,
    (place) => `本观测库在${place}没有机构。`,
  ],
  [/^(.+ \(\S+\)) is not in this ranking\.(?= |$)/, (place) => `${place}不在这一排名之中。`],
  [/^(.+ \(\S+\)) is given twice\.(?= |$)/, (place) => `${place}给出了两次。`],
  [
    /^(.+ \(\S+\)) is a (city|province|nation|region)\.(?= |$)/,
    (place, kind) => `${place}是${kindZh(kind)}。`,
  ],
  [/^(.+) is a city and has no pairs inside\.(?= |$)/, (place) => `${place}是城市，内部没有城市对。`],
  [/^(.+) is not ahead of itself\.(?= |$)/, (place) => `${place}不可能领先自身。`],
  [/^There is no resource (\S+)\.(?= |$)/, (id) => `没有创新资源${id}。`],
  [/^there is no claim (\S+)\.(?= |$)/, (id) => `没有论断${id}。`],
  [/^the answer has no part (\S+?)\.(?= |$)/, (part) => `答案没有名为${part}的部分。`],
  [
    /^parts is of JSON alone: a file of (\w+) is whole\.(?= |$)/,
    (format) => `参数parts只用于JSON，${format}文件总是完整的。`,
  ],
  [/^raw is of CSV alone, not of (\w+)\.(?= |$)/, (format) => `参数raw只用于CSV，不用于${format}。`],
  [/^raw takes true or false, not “(.*)”\.(?= |$)/, (given) => `参数raw须为true或false，而非“${given}”。`],
  [/^no place is named\.(?= |$)/, () => '未指明地点。'],
  [/^the need is empty\.(?= |$)/, () => '需求为空。'],
  [
    /^a comparison is of (\d+) to (\d+) places, not (\d+)\.(?= |$)/,
    (few, most, n) => `比较须有${few}至${most}个地点，现有${n}个。`,
  ],
  [/^co-affiliation cannot be told by sector\.(?= |$)/, () => '按部门无法分辨双重隶属。'],
  [/^what is unlocated is not known by topic\.(?= |$)/, () => '按主题无法得知未定位的部分。'],
  // Of places and regions.
  [
    /^(.+) is a (city|province|nation|region), and not among (.+?)\.(?= |$)/,
    (place, kind, kinds) => `${place}是${kindZh(kind)}，不属于${kinds}。`,
  ],
  [/^(.+?) lies? in (\d+) nations\.(?= |$)/, (places, n) => `${places}分属${n}个国家。`],
  [/^the parts of (.+ \(\S+\)) are not known\.(?= |$)/, (place) => `不知道${place}由哪些部分组成。`],
  [/^no region is named\.(?= |$)/, () => '未指明区域。'],
  [/^region “(.*?)” names (.+?) twice\.(?= |$)/, (name, city) => `区域“${name}”两次列入${city}。`],
  [/^two regions are called “(.*?)”\.(?= |$)/, (name) => `有两个区域都名为“${name}”。`],
  [/^the region “(.*?)” has no part in this question\.(?= |$)/, (name) => `此问题用不到区域“${name}”。`],
  [/^the places named are of several kinds: (.+?)\.(?= |$)/, (kinds) => `所列地点分属几类：${kinds}。`],
  [
    /^(.+) are different sets of places\.(?= |$)/,
    (ways) =>
      `${ways.replaceAll('places by name', '按名称列出的地点').replaceAll(' and ', '与')}是不同的地点集合。`,
  ],
  [
    /^inside a place its cities are ranked, and nothing else\.(?= |$)/,
    () => '在一个地点之内只能排列其城市。',
  ],
  [/^no institution is of the type “(.*?)”\.(?= |$)/, (type) => `没有类型为“${type}”的机构。`],
  [/^“(.*?)” fits (\d+): (.+?)\.(?= |$)/, (text, n, all) => `“${text}”对应${n}项：${all}。`],
  [
    /^“(.*?)” is no resource, institution or place that is known here\.(?= |$)/,
    (text) => `“${text}”不是此处已知的资源、机构或地点。`,
  ],
  // Of years and windows.
  [
    /^a window of (\d+) years does not fit in (\d+)\.(?= |$)/,
    (size, span) => `${span}年内容不下${size}年的窗口。`,
  ],
  [
    /^two windows of (\d+) years do not fit in (\d+) years\.(?= |$)/,
    (size, span) => `${span}年内容不下两个${size}年的窗口。`,
  ],
  [
    /^there are no works up to (\d+) under these filters\.(?= |$)/,
    (year) => `所选条件下截至${year}年没有成果。`,
  ],
  [
    /^there are no works in the base year (\d+) under these filters\.(?= |$)/,
    (year) => `所选条件下基准年${year}没有成果。`,
  ],
  // Of links.
  [/^a pair needs two places\.(?= |$)/, () => '一对须有两个地点。'],
  [
    /^kind and rows pick among many pairs, and one pair is asked for\.(?= |$)/,
    () => 'kind与rows用于从多对中选取，而此处只问一对。',
  ],
  [/^rows are those of a place\.(?= |$)/, () => 'rows须配合一个地点。'],
  [
    /^pairs of kind (\w+) are not those of (.+) \((\w+)\)(, whose inside is made of cities)?\.(?= |$)/,
    (kind, place, of, inside) =>
      `${place}（${kindZh(of)}）没有类别为${kindZh(kind)}的对${inside === '' ? '' : '，其内部由城市组成'}。`,
  ],
  [
    /^partners of a region of your own are not in the tables\.(?= |$)/,
    () => '自定义区域的合作对象不在表中。',
  ],
  [/^only a link of two places is told by field\.(?= |$)/, () => '只有一对地点的合作可以按领域分列。'],
  [
    /^(.+) is a (domain|field|subfield|topic), and lies in one (domain|field|subfield|topic)\.(?= |$)/,
    (name, level, by) => `${name}是${levelZh(level)}，只属于一个${levelZh(by)}。`,
  ],
  [
    /^(.+) and (.+) share (\d+) (?:city|cities) \((.+)\), so they have no link count\.(?= |$)/,
    (a, b, n, some) => `${a}与${b}共有${n}个城市（${some}），因而没有合作数。`,
  ],
  [
    /^(.+) and (.+) have cities in common, so they have no link count\.(?= |$)/,
    (a, b) => `${a}与${b}有共同的城市，因而没有合作数。`,
  ],
  // Of single analyses.
  [/^convergence is asked of one place\.(?= |$)/, () => '收敛分析只问一个地点。'],
  [/^a network is of one place\.(?= |$)/, () => '网络只问一个地点。'],
  [
    /^an effect is estimated for a region of (\d+) cities with output at most, not (\d+)\.(?= |$)/,
    (most, n) => `政策效应只对至多${most}个有产出城市的区域估计，现有${n}个。`,
  ],
  [
    /^a published metric has no (field or sector|field, sector or window)\.(?= |$)/,
    (what) => `公布的指标没有${what === 'field or sector' ? '领域与部门' : '领域、部门与窗口'}。`,
  ],
  [/^a published metric is asked for in one year\.(?= |$)/, () => '公布的指标只问一年。'],
  [
    /^(\S+) is a (rank|rate), and no amount that could be spread evenly\.(?= |$)/,
    (metric, kind) => `${metric}是${kind === 'rank' ? '位次' : '比率'}，不是可以均匀分布的数量。`,
  ],
  [/^“(.*?)” is no vintage of (\S+)\.(?= |$)/, (vintage, metric) => `${metric}没有版本“${vintage}”。`],
  [
    /^(\S+) (\d+) has (\d+) vintages for these places: (.+?)\.(?= Name|$)/,
    (metric, year, n, all) => `这些地点${year}年的${metric}有${n}个版本：${all}。`,
  ],
  [
    /^(\S+) has (\d+) vintages for these places, which may not be mixed: (.+?)\.(?= Name|$)/,
    (metric, n, all) => `这些地点的${metric}有${n}个版本，不可混用：${all}。`,
  ],
  [
    /^([\d,]+) (\w+) × (\d+) years(?: × (\d+) fields)? are ([\d,]+) rows, above ([\d,]+)\.(?= |$)/,
    (units, of, years, fields, rows, most) =>
      `${units}${ROWS[of] ?? of}×${years}年${fields === '' ? '' : `×${fields}个领域`}共${rows}行，超过${most}行。`,
  ],
  [
    /^institutions are known from an observatory, and none is open\.(?= |$)/,
    () => '机构来自观测库，而目前没有打开任何观测库。',
  ],
  [
    /^joint works are known from an observatory, and none is open\.(?= |$)/,
    () => '共同成果来自观测库，而目前没有打开任何观测库。',
  ],
];
