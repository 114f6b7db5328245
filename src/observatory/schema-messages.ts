import { defineMessages, typeName } from '../base/index.ts';

/** What is wrong with one value of a filter or a manifest; each stands behind the value's name. */
export const messages = defineMessages('schema', {
  wrongType: {
    en: ({ expected }: { expected: string }) => `${typeName(expected).en} is expected`,
    zh: ({ expected }) => `应为${typeName(expected).zh}`,
  },
  tooSmall: {
    en: ({ least, items }: { least: number; items: boolean }) =>
      `at least ${least}${items ? (least === 1 ? ' item' : ' items') : ''} expected`,
    zh: ({ least, items }) => (items ? `至少${least}项` : `最小为${least}`),
  },
  tooBig: {
    en: ({ most, items }: { most: number; items: boolean }) =>
      `at most ${most}${items ? (most === 1 ? ' item' : ' items') : ''} expected`,
    zh: ({ most, items }) => (items ? `最多${most}项` : `最大为${most}`),
  },
  yearsReversed: { en: 'the first year is after the last', zh: '起始年份晚于结束年份' },
  invalid: { en: 'the value is not valid', zh: '值无效' },
});
