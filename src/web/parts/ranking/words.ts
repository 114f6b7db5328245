import { inBoth } from '../../state/language.ts';

export const words = inBoth({
  en: {
    rank: 'Rank',
    ranks: 'Rank interval',
    place: 'City',
    share: 'Share, works',
    count: 'Count, works',
    change: 'Growth per year',
    changeHelp: (interval: string) => `growth per year, 95% interval ${interval}`,
    few: 'low count: a rough interval',
  },
  zh: {
    rank: '排名',
    ranks: '排名区间',
    place: '城市',
    share: '份额（篇）',
    count: '论文数（篇）',
    change: '年均增长',
    changeHelp: (interval) => `年均增长，95%区间${interval}`,
    few: '论文过少，区间粗略',
  },
});
