import { defineMessages, joined, type Named, nameIn } from '../../base/index.ts';
import { NOT_ADJUSTED } from '../collaboration/expected-by-size.ts';

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
  counting: {
    en: `joint works in full counting up to the author cap; observed/expected on weight 1/(k−1), quasi-independence, ${NOT_ADJUSTED.en}`,
    zh: `合作论文按全计数，作者数不超过上限；观测/预期按权重1/(k−1)与拟独立模型，${NOT_ADJUSTED.zh}`,
  },
  asListed: {
    en: 'named partners are as lists give them; lists are not complete',
    zh: '“名录”中的伙伴按清单所载；清单并不完整',
  },
  likely: {
    en: 'likely: reciprocal ranks of common partners, likeness of subfields and nearness, added; a suggestion, no forecast',
    zh: '“可能”：共同伙伴、子领域相似度与距离三项倒数名次之和；是建议，不是预测',
  },
  namedAlone: {
    en: 'joint works and likely partners need an observatory',
    zh: '合作论文与可能的伙伴须有观测库方可得知',
  },
  standsFor: {
    en: ({ one, other }: { one: Named; other: Named }) =>
      `${one.name} has no works of its own: those of ${other.name} stand for it`,
    zh: ({ one, other }) => `${nameIn(one, 'zh')}没有自己的论文：以${nameIn(other, 'zh')}的论文代之`,
  },
  nothingPublishes: {
    en: ({ name }: Named) => `nothing publishes as ${name}: only what lists name is known`,
    zh: (one) => `没有以${nameIn(one, 'zh')}名义发表的论文：只知清单所载`,
  },
  /** Whose partners these are. */
  subject: {
    en: ({ kind, id, name }: Named & { readonly kind: Kind; readonly id: string }) =>
      `${name} (${id}), ${kind === 'institution' ? 'an' : 'a'} ${kind}.`,
    zh: ({ kind, id, ...one }) => `${nameIn(one, 'zh')}（${id}），${KINDS[kind]}。`,
  },
});
