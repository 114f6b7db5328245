import {
  type Bilingual,
  counted,
  defineMessages,
  type Named,
  nameIn,
  parameter,
  whole,
} from '../../base/index.ts';
import type { Match } from './question.ts';
import { listed } from './wording.ts';

interface Nobody {
  readonly reach: Bilingual;
  readonly heads: readonly string[];
  /** Whether the head terms of the need are in some row. */
  readonly covered: boolean;
  /** Whether there are rows, and none has them. */
  readonly others: boolean;
  readonly beyond:
    | (Named & { readonly id: string; readonly place: Named | null; readonly km: number | null })
    | null;
}

type Spread = NonNullable<Match['spread']>;

export const messages = defineMessages('match', {
  institutionsWithoutObservatory: {
    en: `Institutions come from an observatory, and none is open. Name its folder, or search with ${parameter('of', 'resources')}.`,
    zh: `机构来自观测库，而目前没有打开任何观测库。请指明其文件夹，或用${parameter('of', 'resources')}检索。`,
  },
  jointWorksWithoutObservatory: {
    en: `Joint works come from an observatory, and none is open. Name its folder, or leave out ${parameter('from')}.`,
    zh: `合作论文来自观测库，而目前没有打开任何观测库。请指明其文件夹，或去掉${parameter('from')}。`,
  },
  counting: {
    en: 'score: BM25 over names, fields, titles and topics; works count by Share and age, divided by the size of the institution',
    zh: '得分：对名称、领域、标题与主题作 BM25；论文按份额与年龄计，并除以机构规模',
  },
  withinOne: { en: 'scores compare within one answer only', zh: '得分只在同一次回答内可比' },
  fieldsKnown: {
    en: 'fields of resources are mostly general knowledge or read off the name: ask before you travel',
    zh: '资源的领域多为常识或据名称推断：出行前请先询问',
  },
  resourcesAlone: {
    en: 'institutions and joint works need an observatory',
    zh: '机构与既往合作须有观测库方可得知',
  },
  asked: {
    en: ({ notions }: { notions: readonly string[] }) => `Asked for: ${notions.join(' · ')}.`,
    zh: ({ notions }) => `所求：${notions.join(' · ')}。`,
  },
  /** That nothing within reach covers half of the need, and what lies nearest beyond. */
  nobody: {
    en({ reach, heads, covered, others, beyond }: Nobody) {
      const within = covered
        ? `Nothing listed in ${reach.en} covers half of this need`
        : `Nothing listed in ${reach.en} mentions ${listed(heads, 'en')}`;
      const rest = others ? ' The rows below match other words of the need only.' : '';
      if (beyond === null) return `${within}.${rest}`;
      const far = beyond.km === null ? '' : `, ${beyond.km.toFixed(0)} km away`;
      const where = beyond.place === null ? '' : ` in ${beyond.place.name}`;
      return `${within}; the nearest is ${beyond.name} (${beyond.id})${where}${far}.${rest}`;
    },
    zh({ reach, heads, covered, others, beyond }) {
      const within = covered
        ? `${reach.zh}范围内所列资源与机构均未满足需求的一半`
        : `${reach.zh}范围内所列资源与机构均未提及${listed(heads, 'zh')}`;
      const rest = others ? '下列各行只与需求中的其他词相符。' : '';
      if (beyond === null) return `${within}。${rest}`;
      const far = beyond.km === null ? '' : `，相距${beyond.km.toFixed(0)}公里`;
      const where = beyond.place === null ? '' : `，位于${nameIn(beyond.place, 'zh')}`;
      return `${within}；最近的是${nameIn(beyond, 'zh')}（${beyond.id}）${where}${far}。${rest}`;
    },
  },
  /** How far the answer spreads. */
  spread: {
    en: ({ leading, matchable, located, outside }: Spread) =>
      `${outside} of ${counted(located, 'row')} with a place ${outside === 1 ? 'lies' : 'lie'} outside ${leading.name}, which has most of what could be matched (${whole(matchable.leading, 'en')} of ${whole(matchable.all, 'en')}).`,
    zh: ({ leading, matchable, located, outside }) =>
      `有地点的${located}行中，${outside}行在${nameIn(leading, 'zh')}之外；可供匹配者以该市最多（${whole(matchable.all, 'zh')}个中的${whole(matchable.leading, 'zh')}个）。`,
  },
});
