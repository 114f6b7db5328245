import { NOT_ADJUSTED } from '../../analyses/collaboration/expected-by-size.ts';
import { counted, inBoth, list, ordinal } from '../../base/index.ts';

/** Words of the figures of one place or several: output by year, ranks, fields and partners. */
export const OUTPUT = inBoth({
  en: {
    measures: { share: 'Share, in works', count: 'Count of works' },
    history: {
      subtitle: (measure: string, hollow: boolean) =>
        `${measure}, by year. Ribbons: 95% intervals${hollow ? '. Hollow: a year that seems not recorded in full, or fewer than 30 works' : ''}`,
      title: (measure: string) => `${measure} by year`,
      faster: (measure: string, names: readonly string[]) =>
        `${measure} of ${list(names, 'en')} ${names.length === 1 ? 'grows' : 'grow'} faster than all works`,
      slower: (measure: string, names: readonly string[], first: boolean) =>
        `${first ? measure : 'that'} of ${list(names, 'en')} more slowly`,
      open: (measure: string, names: readonly string[], first: boolean) =>
        `${first ? `whether ${measure} grows faster than all works: for` : 'for'} ${list(names, 'en')} it is not settled`,
      unmeasured: (measure: string, name: string) =>
        `${measure} of ${name} by year; growth cannot be measured`,
      growth: {
        above: (measure: string, name: string, rate: string) =>
          `${measure} of ${name} grows by ${rate} a year`,
        below: (measure: string, name: string, rate: string) =>
          `${measure} of ${name} falls by ${rate} a year`,
        open: (measure: string, name: string) => `Whether ${measure} of ${name} grows is not settled`,
      },
      relative: {
        above: 'faster than all works',
        below: 'more slowly than all works',
        open: 'whether faster than all works is not settled',
      },
    },
    rank: {
      subtitle: (measure: string) =>
        `Rank by ${measure}, the first on top. Ribbon: joint 95% interval. Hollow: fewer than 30 works`,
      none: 'no works there under these filters',
      range: (low: number, high: number) => `${ordinal(low, 'en')} to ${ordinal(high, 'en')}`,
      of: (rank: number, interval: string, all: number) => `${ordinal(rank, 'en')}${interval} of ${all}`,
      title: 'Rank by year',
      ofPlace: (name: string) => `Rank of ${name} by year`,
      one: (name: string, years: string, rank: string) => `${name} ranked ${rank} in ${years}`,
      next: (years: string, rank: string) => ` and ${rank} in ${years}`,
    },
    ranking: {
      none: 'No works match these filters',
      unmeasured: (name: string, measure: string) => `${name} leads by ${measure} (no intervals)`,
      open: (measure: string, names: readonly string[], low: number, high: number) =>
        `Who leads by ${measure} is too close to call: ${list(names, 'en')} may each rank ${ordinal(low, 'en')} to ${ordinal(high, 'en')}`,
      leads: (name: string, measure: string) => `${name} leads by ${measure}`,
      then: (name: string, rank: number) => `${name} is ${ordinal(rank, 'en')}`,
      rest: (low: number, high: number) => `ranks ${low}–${high} are too close to call`,
      standing: (name: string, measure: string, rank: number, all: number, instead: string | null) =>
        `${name} ranks ${ordinal(rank, 'en')} of ${all} by ${measure}${instead === null ? '' : `, instead of ${instead}`}`,
      noInterval: 'no interval',
      oneRank: '95% interval of one rank',
      interval: (low: number, high: number) => `95% interval ${ordinal(low, 'en')} to ${ordinal(high, 'en')}`,
      mapSubtitle: (measure: string) => `Area of a circle: ${measure}. Arcs: joint works`,
      arcs: 'Joint works, as counted',
    },
    partners: {
      subtitle: (n: number) =>
        `Observed over expected collaboration, logarithmic scale: 1 is the level expected from size alone (${NOT_ADJUSTED.en}). Lines: 95% intervals. Faint: fewer than 10 joint works. The ${n} with most joint works: small places among them stand high partly by chance`,
      none: 'no joint works under these filters',
      works: (ratio: string, works: number) => `${ratio}, ${counted(works, 'work')}`,
      title: (name: string) => `Partners of ${name}`,
      few: (name: string) => `No partner has 10 joint works with ${name}: the ratios are not informative`,
      counts: (name: string, n: number, above: number, below: number) =>
        `Of ${counted(n, 'partner')} with 10 or more joint works, ${above} ${above === 1 ? 'works' : 'work'} with ${name} significantly more than expected from size alone and ${below} less (${NOT_ADJUSTED.en})`,
      top: (partner: string, ratio: string, interval: string) =>
        `clearest for ${partner}, ${ratio} times the expected level${interval}`,
    },
    fields: {
      subtitle: (baseline: string) =>
        `Location quotient by Share, logarithmic scale: 1 is the same part as in ${baseline}. Lines: 95% intervals. Faint: fewer than 10 works`,
      quotient: 'Location quotient',
      undefined: (name: string) => `Fields of ${name}: specialisation is undefined`,
      none: (name: string, fields: number, interval: string) =>
        `${name} is specialised in none of ${fields} fields${interval}`,
      some: (name: string, n: number, fields: number, interval: string, clear: number) =>
        `${name} is specialised in ${n}${interval} of ${fields} fields, in ${clear} of them more than by chance`,
      top: (field: string, quotient: string, interval: string) =>
        `, most clearly in ${field}: ${quotient} times the part it has elsewhere${interval}`,
    },
  },
  zh: {
    measures: { share: '份额（篇）', count: '论文数（篇）' },
    history: {
      subtitle: (measure, hollow) =>
        `${measure}，按年。色带为95%区间${hollow ? '；空心点：该年似未收录完整，或论文不足30篇' : ''}`,
      title: (measure) => `历年${measure}`,
      faster: (measure, names) => `${list(names, 'zh')}的${measure}增长快于全部论文`,
      slower: (measure, names, first) => `${list(names, 'zh')}${first ? `的${measure}增长` : ''}慢于全部论文`,
      open: (measure, names, first) =>
        `${list(names, 'zh')}${first ? `的${measure}增长是否快于全部论文` : ''}尚无定论`,
      unmeasured: (measure, name) => `${name}历年${measure}：无法计算增长`,
      growth: {
        above: (measure, name, rate) => `${name}的${measure}每年增长${rate}`,
        below: (measure, name, rate) => `${name}的${measure}每年下降${rate}`,
        open: (measure, name) => `${name}的${measure}是否增长尚无定论`,
      },
      relative: {
        above: '快于全部论文',
        below: '慢于全部论文',
        open: '是否快于全部论文尚无定论',
      },
    },
    rank: {
      subtitle: (measure) => `按${measure}的排名，第1在上。色带为联合95%区间；空心点：论文不足30篇`,
      none: '所选条件下该地没有论文',
      range: (low, high) => `第${low}至第${high}`,
      of: (rank, interval, all) => `${all}个地点中排第${rank}位${interval}`,
      title: '历年排名',
      ofPlace: (name) => `${name}的历年排名`,
      one: (name, years, rank) => `${name}${years}年在${rank}`,
      next: (years, rank) => `，${years}年在${rank}`,
    },
    ranking: {
      none: '所选条件下没有论文',
      unmeasured: (name, measure) => `${name}的${measure}居首（未计算区间）`,
      open: (measure, names, low, high) =>
        `按${measure}谁居首难分先后：${list(names, 'zh')}都可能排在第${low}至第${high}位`,
      leads: (name, measure) => `${name}的${measure}居首`,
      then: (name, rank) => `${name}居第${rank}`,
      rest: (low, high) => `第${low}至第${high}名难分先后`,
      standing: (name, measure, rank, all, instead) =>
        `${name}按${measure}在${all}个地点中排第${rank}位${instead === null ? '' : `，代替${instead}`}`,
      noInterval: '没有区间',
      oneRank: '95%区间仅此一位',
      interval: (low, high) => `95%区间为第${low}至第${high}`,
      mapSubtitle: (measure) => `圆的面积表示${measure}；弧线表示合作论文`,
      arcs: '合作（按所选计数）',
    },
    partners: {
      subtitle: (n) =>
        `合作的观测/预期，对数刻度：1为按规模预期的水平（${NOT_ADJUSTED.zh}）。线为95%区间；浅色：合作论文不足10篇。所列为合作论文最多的${n}个，其中小地点比值偏高也有偶然成分`,
      none: '所选条件下没有合作论文',
      works: (ratio, works) => `${ratio}，${works}篇`,
      title: (name) => `${name}的合作伙伴`,
      few: (name) => `${name}与任一伙伴的合作论文都不足10篇，比值参考意义有限`,
      counts: (name, n, above, below) =>
        `与${name}有10篇以上合作论文的${n}个伙伴中，合作显著高于按规模预期的有${above}个，显著低于的有${below}个（${NOT_ADJUSTED.zh}）`,
      top: (partner, ratio, interval) => `最显著的是${partner}，为预期的${ratio}倍${interval}`,
    },
    fields: {
      subtitle: (baseline) =>
        `区位商（份额），对数刻度：1表示与${baseline}相同。线为95%区间；浅色：论文不足10篇`,
      quotient: '区位商',
      undefined: (name) => `${name}的领域：无法计算专长`,
      none: (name, fields, interval) => `${name}在${fields}个领域中没有专长${interval}`,
      some: (name, n, fields, interval, clear) =>
        `${name}专长于${fields}个领域中的${n}个${interval}，其中${clear}个显著高于偶然`,
      top: (field, quotient, interval) => `，最显著的是${field}：为其他城市的${quotient}倍${interval}`,
    },
  },
});
