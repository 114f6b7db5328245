import { boundIn, unitZh } from '../analyses/statistics/texts.ts';
import { convert, type Facts, type Figure, type Metric, type MetricKind, yearText } from '../facts/index.ts';
import { joined, type Language, type Message, render } from '../base/index.ts';

type Other = Figure['others'][number];

/** The words of lists of published figures. */
interface Texts {
  readonly metrics: string;
  readonly sums: string;
  readonly cited: string;
  readonly name: (metric: Metric) => string;
  readonly kind: (kind: MetricKind) => string;
  readonly unit: (unit: string) => string;
  readonly title: (metric: string, place: string) => string;
  readonly arithmetic: (facts: Facts, figure: Figure) => string;
  readonly warning: (warning: Message) => string;
  readonly other: (year: string, other: Other) => string;
  readonly gaps: (years: readonly number[]) => string;
  readonly comparable: (metric: Pick<Metric, 'compare' | 'compareZh'>) => string | null;
  readonly compare: (metric: Metric) => string;
  readonly note: (metric: Metric) => string;
}

const KINDS: Readonly<Record<MetricKind, string>> = {
  amount: '总量',
  count: '计数',
  ratio: '比率',
  share: '占比',
  rate: '增速',
  index: '指数',
  rank: '排名',
};

export const FACT_TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    metrics: 'Metrics',
    sums: 'Sums: whether a region’s figure is the sum of its parts’. Vintages never mix in one series.',
    cited: 'Sources are cited as they were seen; links are not verified.',
    name: ({ name }) => name,
    kind: (kind) => kind,
    unit: (unit) => unit,
    title: (metric, place) => `${metric}, ${place}`,
    arithmetic: (_, { arithmetic }) => arithmetic,
    warning: (warning) => `Warning: ${render(warning, 'en')}.`,
    other: (year, { value, unit, vintage }) => `Other vintage, ${year}: ${value} ${unit} (${vintage}).`,
    gaps: (years) => `Years without a figure: ${joined(years, 'en')}.`,
    comparable: ({ compare }) => compare,
    compare: ({ compare }) => `Comparable ${compare ?? ''}.`,
    note: ({ note }) => `${note ?? ''}.`,
  },
  zh: {
    metrics: '指标',
    sums: '可加总：区域的数值是否为各部分之和。同一序列从不混用数据版本。',
    cited: '来源按所见引用；链接未经核实。',
    name: ({ nameZh }) => nameZh,
    kind: (kind) => KINDS[kind],
    unit: unitZh,
    title: (metric, place) => `${place}${metric}`,
    arithmetic: arithmeticZh,
    warning: (warning) => `警告：${render(warning, 'zh')}。`,
    other: (year, { value, unit, vintage }) =>
      `其他版本，${year}年：${value} ${unitZh(unit)}（${vintage}）。`,
    gaps: (years) => `没有数值的年份：${joined(years, 'zh')}。`,
    comparable: ({ compareZh }) => compareZh,
    compare: ({ compare, compareZh }) => `可比范围：${compareZh ?? compare ?? ''}。`,
    note: ({ note, noteZh }) => `${noteZh ?? note ?? ''}。`,
  },
};

/** So many terms of a sum are written out. */
const TERMS = 12;

/** How a figure came about, in Chinese: as `arithmetic` of the facts has it. */
function arithmeticZh(facts: Facts, { from, value, unit, vintage, years }: Figure): string {
  if (value === null) return '';
  const name = (place: string): string => facts.name(place, 'zh');
  if (from.length === 1) {
    const [{ place, bound, source }] = from;
    const about = bound === null ? '' : boundIn(bound).zh;
    return `${name(place)}${yearText(from[0])}年：${about}${value} ${unitZh(unit)}（${vintage ?? '无版本'}；${source}）`;
  }
  const parts = from.map((part) => `${name(part.place)} ${String(convert(part.value, part.unit, unit))}`);
  const terms =
    parts.length > TERMS
      ? `${parts.slice(0, TERMS).join(' + ')} + …（共${parts.length}个部分）`
      : parts.join(' + ');
  return `${terms} = ${value} ${unitZh(unit)}（${years}年，${vintage ?? '无版本'}）`;
}
