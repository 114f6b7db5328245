import { kindZh } from './sentences-of-analyses-zh.ts';
import type { Pattern } from './sentences-zh.ts';

const kindsZh = (kinds: string): string =>
  kinds
    .split(/, | or /)
    .map(kindZh)
    .join('或');

/** What to do about a question that cannot be answered. */
export const ADVICE: readonly Pattern[] = [
  [/^Did you mean: (.+)\?(?= |$)/, (near) => `是否指：${near}？`],
  [/^Did you mean (.+)\?(?= |$)/, (near) => `是否指${near}？`],
  [/^Fields are: (.+)\.$/, (all) => `可选领域：${all}。`],
  [/^Give the number: (.+)\.$/, (all) => `请给出编号：${all}。`],
  [/^It has: (.+)\.$/, (all) => `其中有：${all}。`],
  [/^There are: (.+)\.$/, (all) => `可选：${all}。`],
  [/^Give a place id, such as (\S+)\.$/, (id) => `请给出地点编号，如${id}。`],
  [/^Give a place id, such as (\S+) or (\S+)\.$/, (a, b) => `请给出地点编号，如${a}或${b}。`],
  [/^Name one by its id: (.+)\.$/, (ids) => `请按编号指明：${ids}。`],
  [/^Name a ((?:city|province|nation|region)(?:(?: or |, )\w+)*)\.$/, (kinds) => `请指明${kindsZh(kinds)}。`],
  [/^Name two places\.$/, () => '请指明两个地点。'],
  [/^Its table places says what is in it\.$/, () => '表places列有其中的地点。'],
  [/^Rank its kind with `of`, or widen years and field\.$/, () => '请用`of`排列其类别，或放宽年份与领域。'],
  [/^Take a base year inside the years asked for\.$/, () => '请取所问年份之内的基准年。'],
  [/^Leave out `coaffiliation=false` or `sector`\.$/, () => '请去掉`coaffiliation=false`或`sector`。'],
  [
    /^Ask for the subfield that the topic belongs to, or one above it\.$/,
    () => '请改问该主题所属的子领域或更上一级。',
  ],
  [/^Give (?:one )?`place` or (?:one )?`region`\.$/, () => '请给出一个`place`或一个`region`。'],
  [/^Give `place`, or `region=Name=place,place,…`\.$/, () => '请给出`place`，或`region=名称=地点,地点,…`。'],
  [
    /^Give `place`, `definition`, or `region=Name=place,place,…`\.$/,
    () => '请给出`place`、`definition`，或`region=名称=地点,地点,…`。',
  ],
  [
    /^Give `place=A,B,…` and regions of your own with `region`\.$/,
    () => '请给出`place=A,B,…`，自定义区域用`region`。',
  ],
  [/^Give `place` too\.$/, () => '请同时给出`place`。'],
  [/^Give `place`, or leave out `rows`\.$/, () => '请给出`place`，或去掉`rows`。'],
  [/^Give (`of=\S+`), or leave it out\.$/, (of) => `请给出${of}，或不填。`],
  [
    /^Give a `window` of (\d+) at most, or more years\.$/,
    (most) => `请将\`window\`取为至多${most}，或放宽年份。`,
  ],
  [/^Give a later `until`\.$/, () => '请取更晚的`until`。'],
  [/^Give each a name of its own\.$/, () => '请各取不同的名称。'],
  [/^Give the id of the one meant\.$/, () => '请给出所指一项的编号。'],
  [/^Give one of them\.$/, () => '请只给出其中之一。'],
  [
    /^Ask for `years=(\d+)`, or see convergence for a span\.$/,
    (year) => `请问\`years=${year}\`；多年请用收敛分析。`,
  ],
  [/^Ask for an amount, a count, a ratio or an index\.$/, () => '请改问数量、计数、比值或指数。'],
  [/^Leave out `field` and `sector`, or `metric`\.$/, () => '请去掉`field`与`sector`，或去掉`metric`。'],
  [
    /^Leave out `field`, `sector` and `window`, or `metric`\.$/,
    () => '请去掉`field`、`sector`与`window`，或去掉`metric`。',
  ],
  [/^Leave out `kind` and `rows`, or `with`\.$/, () => '请去掉`kind`与`rows`，或去掉`with`。'],
  [/^Leave out `kind`\.$/, () => '请去掉`kind`。'],
  [/^Leave out `of` and `definition`, or `inside`\.$/, () => '请去掉`of`与`definition`，或去掉`inside`。'],
  [/^Leave out `rows`, or name a region\.$/, () => '请去掉`rows`，或指明一个区域。'],
  [/^Leave it out, or leave out `place`\.$/, () => '请去掉它，或去掉`place`。'],
  [/^Links are of one place or between two\.$/, () => '合作只问一个地点或两个地点之间。'],
  [/^Specialisation is of one place\.$/, () => '专业化只问一个地点。'],
  [/^Name a place in one\.$/, () => '请指明只在一国之内的地点。'],
  [
    /^Name a region definition, a Chinese province, or China\.$/,
    () => '请指明一个区域定义、中国的一个省份，或中国。',
  ],
  [/^Name a smaller region\.$/, () => '请指明较小的区域。'],
  [/^Name another place with `with`, or a region\.$/, () => '请用`with`指明另一地点，或指明一个区域。'],
  [/^Name each (place|city) once\.$/, (what) => `每个${what === 'city' ? '城市' : '地点'}请只列一次。`],
  [/^Name its folder, or look for `of=resources`\.$/, () => '请指明观测库的文件夹，或用`of=resources`查找。'],
  [/^Name its folder, or leave `from` out\.$/, () => '请指明观测库的文件夹，或去掉`from`。'],
  [
    /^Name places of one kind, or rank all of these together with (`of=\S+`)\.$/,
    (of) => `请列出同一类的地点，或用${of}一起排列。`,
  ],
  [/^Name places that do not overlap with `place`\.$/, () => '请用`place`列出互不重叠的地点。'],
  [/^Name the one meant with `vintage`\.$/, () => '请用`vintage`指明所指版本。'],
  [
    /^Name the other (?:place|one) with `with`(, or leave out `by`)?\.$/,
    (by) => `请用\`with\`指明另一方${by === '' ? '' : '，或去掉`by`'}。`,
  ],
  [/^Its vintages are: (.+)\.$/, (all) => `其版本有：${all}。`],
  [/^Types are: (.+)\.$/, (all) => `可选类型：${all}。`],
  [/^Search for one by its name\.$/, () => '请按名称查找。'],
  [
    /^Take `baseline=world`, or a place in one nation\.$/,
    () => '请取`baseline=world`，或只在一国之内的地点。',
  ],
  [
    /^Take `by` at that level or below it, or leave out `field`\.$/,
    () => '请将`by`取为该级或更下一级，或去掉`field`。',
  ],
  [
    /^Take fewer places \(`top`, `place`, `inside`\), fewer `years`, or one `field` at a time\.$/,
    () => '请减少地点（`top`、`place`、`inside`）或年份（`years`），或每次只取一个`field`。',
  ],
  [/^Take two places that do not overlap\.$/, () => '请取两个互不重叠的地点。'],
  [
    /^`synopolis resources` lists resources; institutions are in the observatory\.$/,
    () => '`synopolis resources`列有资源；机构在观测库之中。',
  ],
];
