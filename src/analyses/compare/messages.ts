import { defineMessages, parameter } from '../../base/index.ts';

export const messages = defineMessages('compare', {
  numberOfPlaces: {
    en: ({ fewest, most, given }: { fewest: number; most: number; given: number }) =>
      `A comparison takes ${fewest} to ${most} places, not ${given}. Give ${parameter('place', 'A,B,…')}, and regions of your own with ${parameter('region')}.`,
    zh: ({ fewest, most, given }) =>
      `比较须有${fewest}至${most}个地点，现有${given}个。请给出${parameter('place', 'A,B,…')}，自定义区域用${parameter('region')}。`,
  },
});
