import { defineMessages, parameter } from '../../base/index.ts';

export const messages = defineMessages('trend', {
  noWorksUntil: {
    en: ({ year }: { year: number }) =>
      `There are no works up to ${year} under these filters. Give a later ${parameter('until')}.`,
    zh: ({ year }) => `所选条件下截至${year}年没有成果。请取更晚的${parameter('until')}。`,
  },
});
