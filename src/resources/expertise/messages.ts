import { defineMessages, joined, whole } from '../../base/index.ts';

interface Named {
  readonly text: string;
  readonly count: number;
  readonly shown: readonly { readonly id: string; readonly city: string | null }[];
}

/** Why an institution is not known by what was given. */
export const messages = defineMessages('expertise', {
  unknownInstitution: {
    kind: 'not-found',
    en: ({ text }: { text: string }) =>
      `There is no institution “${text}” in this observatory. Give its ROR id or its full name; the table institutions has them.`,
    zh: ({ text }) => `本观测库没有机构“${text}”。请给出其ROR编号或全称，表institutions列有机构。`,
  },
  severalInstitutions: {
    en: ({ text, count, shown }: Named) =>
      `“${text}” is the name of ${count} institutions: ${joined(
        shown.map(({ id, city }) => `${id} (${city ?? 'no city'})`),
        'en',
      )}. Give the id of the one meant.`,
    zh: ({ text, count, shown }) =>
      `有${count}个机构名为“${text}”：${joined(
        shown.map(({ id, city }) => `${id}（${city ?? '无城市'}）`),
        'zh',
      )}。请给出所指机构的编号。`,
  },
  newestWorks: {
    en: ({ works, from }: { works: number; from: number }) =>
      `only the ${whole(works, 'en')} works from ${from} on are searched`,
    zh: ({ works, from }) => `只检索${from}年以来的${whole(works, 'zh')}篇论文`,
  },
});
