import { NOT_ADJUSTED } from '../../analyses/collaboration/expected-by-size.ts';
import { counted, inBoth, list } from '../../base/index.ts';

/** Words of the figures that compare places. */
export const WORDS = inBoth({
  en: {
    ahead: {
      subtitle: (by: string) =>
        `Probability, in percent, that the place in the row is ahead of the place in the column by ${by}, works resampled`,
      column: 'P(ahead)',
      unknown: (first: string, next: string) => `${first} and ${next} cannot be compared`,
    },
    collaboration: {
      subtitle: 'Percent. Lines: 95% intervals; expected values have none',
      title: 'Collaboration with other places',
      one: (name: string, part: string) => `${part} of the works of ${name} have an author elsewhere`,
      unsettled: (most: string, high: string, least: string, low: string) =>
        `Which of these works most with others is not settled: ${most} ${high}, ${least} ${low}`,
      apart: (most: string, high: string, least: string, low: string) =>
        `${most} works most with others, in ${high} of its works; ${least} least, in ${low}`,
    },
    growth: {
      subtitle: 'Growth of Share, percent per year. Lines: 95% intervals',
      none: 'Growth cannot be measured',
      fastest: (name: string, rate: string) =>
        `Relative to all works, Share of ${name} grows fastest: ${rate} a year`,
      apart: (next: string) => `its interval lies above that of ${next}`,
      overlaps: (next: string) => `its interval overlaps that of ${next}`,
    },
    fields: {
      subtitle:
        'Location quotient by Share, logarithmic scale: 1 is the same part as in all cities. The strongest fields of each place. Lines: 95% intervals',
      strong: (name: string, field: string, low: string, high: string) =>
        `${name} in ${field} (${low}–${high} times)`,
      strongest: (each: readonly string[]) => `Most clearly specialised: ${list(each, 'en')}`,
      none: 'No place is significantly more specialised in a field than other cities',
    },
    links: {
      inside: (place: string) => `inside ${place}`,
      subtitle: `Observed over expected collaboration, logarithmic scale: 1 is the level expected from size alone (${NOT_ADJUSTED.en}). Lines: 95% intervals. Faint: fewer than 10 joint works`,
      none: 'No two of these places have a link that can be counted',
      few: 'No two of these places have 10 joint works: the ratios are not informative',
      counts: (pairs: number, above: number, below: number) =>
        `Of ${counted(pairs, 'pair')} with 10 or more joint works, ${above} ${above === 1 ? 'works' : 'work'} together significantly more than expected from size alone and ${below} less (${NOT_ADJUSTED.en})`,
      top: (pair: string, ratio: string, interval: string) =>
        `clearest for ${pair}, ${ratio} times the expected level${interval}`,
    },
  },
  zh: {
    ahead: {
      subtitle: (by) => `按${by}，行中地点领先列中地点的概率（%，对论文重抽样）`,
      column: '领先概率',
      unknown: (first, next) => `${first}与${next}无法比较`,
    },
    collaboration: {
      subtitle: '占比（%），线为95%区间；预期值没有区间',
      title: '与外地的合作',
      one: (name, part) => `${name}的论文中有外地作者的占${part}`,
      unsettled: (most, high, least, low) =>
        `有外地作者的论文占比：${most}${high}与${least}${low}之间尚无定论`,
      apart: (most, high, least, low) => `有外地作者的论文占比：${most}最高，${high}；${least}最低，${low}`,
    },
    growth: {
      subtitle: '份额的年增长率（%），线为95%区间',
      none: '无法计算增长',
      fastest: (name, rate) => `${name}的份额相对全部论文增长最快，每年${rate}`,
      apart: (next) => `区间高于${next}`,
      overlaps: (next) => `与${next}的区间重叠`,
    },
    fields: {
      subtitle: '区位商（份额），对数刻度：1表示与全部城市相同。各地点最强的领域；线为95%区间',
      strong: (name, field, low, high) => `${name}的${field}（${low}–${high}倍）`,
      strongest: (each) => `最明确的强项：${list(each, 'zh')}`,
      none: '没有地点在某一领域显著强于其他城市',
    },
    links: {
      inside: (place) => `${place}内部`,
      subtitle: `合作的观测/预期，对数刻度：1为按规模预期的水平（${NOT_ADJUSTED.zh}）。线为95%区间；浅色：合作论文不足10篇`,
      none: '这些地点两两之间没有可计数的合作',
      few: '任一对地点的合作论文都不足10篇，比值参考意义有限',
      counts: (pairs, above, below) =>
        `合作论文达10篇的${pairs}对地点中，合作显著高于按规模预期的${above}对，显著低于的${below}对（${NOT_ADJUSTED.zh}）`,
      top: (pair, ratio, interval) => `最显著的是${pair}，为预期的${ratio}倍${interval}`,
    },
  },
});
