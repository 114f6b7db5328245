import { NOT_ADJUSTED, timesExpected } from '../../analyses/collaboration/expected-by-size.ts';
import { inBoth } from '../../base/index.ts';

/** Words of the figures of a region and its peers through the years and around a policy. */
export const WORDS = inBoth({
  en: {
    around: {
      subtitle: `Observed/expected (${NOT_ADJUSTED.en}) after the policy over before it (logarithmic scale; 1 is no change). A before–after difference is not a causal effect`,
      change: 'After / before',
      before: {
        years: 'Years before',
        ratio: 'Observed/expected before',
        inside: 'Share inside before',
      },
      after: { years: 'Years after', ratio: 'Observed/expected after', inside: 'Share inside after' },
      noYear: 'no policy year is known: choose one',
      noWorks: (year: number) => `there are no works before ${year}, or none after it`,
      cannot: (name: string) => `${name}: before and after a policy cannot be compared`,
      changed: (year: number, name: string, times: string) =>
        `Around ${year}, observed/expected (${NOT_ADJUSTED.en}) of ${name} changed by a factor of ${times}`,
      open: ', which cannot be distinguished from no change',
      peers: (said: string) => said,
      peer: (name: string, times: string) => `${name} ${times}`,
      peersFrom: (n: number, range: string) => `its ${n} peers ${range}`,
    },
    history: {
      key: (wide: boolean) =>
        `Ribbons: 95% intervals${wide ? '. A point stands at the last of its years' : ''}. Hollow: few joint works. Grey: the other regions`,
      subtitle: (unit: string, key: string) => `${unit}. ${key}`,
      none: 'no years have this figure',
    },
    policies: {
      marked: (sign: string | null, year: number, what: string) =>
        `${sign === null ? '' : `${sign} `}${year} ${what}`,
      line: (place: string, marked: readonly string[]) => `${place}: ${marked.join('; ')}.`,
    },
    title: {
      unknown: (name: string, measure: string) => `${name}: ${measure} is undefined`,
      now: (name: string, measure: string, value: string, years: string) =>
        `${measure} of ${name}: ${value} in ${years}`,
      first: (value: string, years: string) => `, ${value} in ${years}`,
      ratio: (name: string, ratio: string, years: string) =>
        `In ${years} the cities of ${name} collaborate at ${timesExpected(ratio).en}`,
      open: ', which cannot be distinguished from that level',
      inside: (name: string, part: string, years: string) =>
        `In ${years}, ${part} of the collaboration of ${name}’s cities stays inside`,
      expected: (part: string) => `; ${part} would be expected`,
    },
  },
  zh: {
    around: {
      subtitle: `政策后的观测/预期（${NOT_ADJUSTED.zh}）除以政策前（对数刻度；1为不变）。前后差别不等于政策效应`,
      change: '后/前',
      before: { years: '政策前年份', ratio: '政策前观测/预期', inside: '政策前区域内比重' },
      after: { years: '政策后年份', ratio: '政策后观测/预期', inside: '政策后区域内比重' },
      noYear: '没有已知的政策年份：请选择一年',
      noWorks: (year) => `${year}年之前或之后没有论文`,
      cannot: (name) => `${name}：无法比较政策前后`,
      changed: (year, name, times) =>
        `${year}年前后${name}的观测/预期（${NOT_ADJUSTED.zh}）变为此前的${times}倍`,
      open: '，与不变无法区分',
      peers: (said) => `同期${said}`,
      peer: (name, times) => `${name}${times}`,
      peersFrom: (n, range) => `${n}个对照区域为${range}倍`,
    },
    history: {
      key: (wide) => `色带为95%区间${wide ? '；各点在其时段末年' : ''}；空心点：合作论文过少；灰线：其他区域`,
      subtitle: (unit, key) => `${unit}。${key}`,
      none: '没有任何时段有此数值',
    },
    policies: {
      marked: (sign, year, what) => `${sign === null ? '' : `${sign} `}${year}年${what}`,
      line: (place, marked) => `${place}：${marked.join('；')}。`,
    },
    title: {
      unknown: (name, measure) => `${name}：${measure}无法计算`,
      now: (name, measure, value, years) => `${name}的${measure}：${years}年为${value}`,
      first: (value, years) => `，${years}年为${value}`,
      ratio: (name, ratio, years) => `${years}年${name}各城市之间的合作是${timesExpected(ratio).zh}`,
      open: '，与预期无法区分',
      inside: (name, part, years) => `${years}年${name}各城市的合作中${part}留在区域内`,
      expected: (part) => `，预期为${part}`,
    },
  },
});
