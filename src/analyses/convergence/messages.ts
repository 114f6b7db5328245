import { counted, defineMessages, parameter } from '../../base/index.ts';

export const messages = defineMessages('convergence', {
  longWindows: {
    en: ({ size, years }: { size: number; years: number }) =>
      `Two windows of ${counted(size, 'year')} do not fit in ${counted(years, 'year')}. Give a ${parameter('window')} of at most ${Math.floor(years / 2)}, or more years.`,
    zh: ({ size, years }) =>
      `${years}年内容不下两个${size}年的窗口。请将${parameter('window')}取为至多${Math.floor(years / 2)}，或放宽年份。`,
  },
});
