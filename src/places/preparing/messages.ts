import { defineMessages } from '../../base/index.ts';

/** What is wrong with a corrections table. */
export const messages = defineMessages('corrections', {
  correctThem: {
    en: 'Correct them; a city is given by its place id (cn:3205, gn:2643743).',
    zh: '请逐一改正；城市以地点编号给出（cn:3205、gn:2643743）。',
  },
  correctedBefore: {
    en: ({ line }: { line: number }) => `corrects again what line ${line} corrects.`,
    zh: ({ line }) => `与第${line}行更正的是同一项。`,
  },
  notCountry: {
    en: ({ text }: { text: string }) => `“${text}” is not a country code of two letters.`,
    zh: ({ text }) => `“${text}”不是两位字母的国家代码。`,
  },
  noTarget: {
    en: 'needs an institution, or a name and a country.',
    zh: '须给出机构，或名称与国家。',
  },
  notInstitution: {
    en: ({ text }: { text: string }) => `“${text}” is neither a ROR nor an OpenAlex id.`,
    zh: ({ text }) => `“${text}”既不是ROR编号，也不是OpenAlex编号。`,
  },
  noReason: { en: 'needs a reason and a source.', zh: '须给出理由与来源。' },
});
