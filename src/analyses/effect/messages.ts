import { defineMessages } from '../../base/index.ts';

export const messages = defineMessages('effect', {
  largeRegion: {
    en: ({ most, cities }: { most: number; cities: number }) =>
      `An effect is estimated for a region of at most ${most} cities with output, not ${cities}. Give a smaller region.`,
    zh: ({ most, cities }) =>
      `政策效应只对至多${most}个有产出城市的区域估计，现有${cities}个。请指明较小的区域。`,
  },
});
