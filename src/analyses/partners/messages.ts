import { defineMessages, joined } from '../../base/index.ts';

interface SeveralSubjects {
  readonly text: string;
  readonly found: readonly { readonly kind: Kind; readonly id: string }[];
}

type Kind = 'resource' | 'institution' | 'place';

const KINDS: Readonly<Record<Kind, string>> = { resource: '资源', institution: '机构', place: '地点' };

export const messages = defineMessages('partners', {
  severalSubjects: {
    en: ({ text, found }: SeveralSubjects) =>
      `“${text}” is the name of ${found.length}: ${joined(
        found.map(({ kind, id }) => `${kind} ${id}`),
        'en',
      )}. Give the id of one of them.`,
    zh: ({ text, found }) =>
      `“${text}”对应${found.length}项：${joined(
        found.map(({ kind, id }) => `${KINDS[kind]}${id}`),
        'zh',
      )}。请给出所指一项的编号。`,
  },
  unknownSubject: {
    kind: 'not-found',
    en: ({ text }: { text: string }) =>
      `“${text}” is not a known resource, institution or place. \`synopolis resources\` lists resources; institutions are in the observatory.`,
    zh: ({ text }) =>
      `“${text}”不是已知的资源、机构或地点。\`synopolis resources\`列有资源，机构则在观测库中。`,
  },
});
