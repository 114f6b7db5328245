import { type Bilingual, type Language, nameIn } from '../../base/index.ts';
import { who } from './columns.ts';
import type { Match } from './question.ts';
import { listed } from './wording.ts';

/** The sentences above the rows: what was asked for, what is missing within reach, and how far the answer spreads. */
export function findingsOf(answer: Match, language: Language = 'en'): string[] {
  const texts = TEXTS[language];
  return [
    texts.asked(answer.notions),
    ...(answer.answered ? [] : [texts.nobody(answer)]),
    ...(answer.spread === null ? [] : [texts.spread(answer.spread)]),
  ];
}

type Spread = NonNullable<Match['spread']>;

const TEXTS = {
  en: {
    asked: (notions: readonly string[]) => `Asked for: ${notions.join(' · ')}.`,
    nobody({ rows, reach, heads, beyond }: Match) {
      const within = rows.some(({ lacks }) => lacks.length === 0)
        ? `Nothing listed in ${reach} covers half of this need`
        : `Nothing listed in ${reach} mentions ${listed(heads, 'en')}`;
      const others = rows.length > 0 && rows.every(({ lacks }) => lacks.length > 0);
      const rest = others ? ' The rows below match other words of the need only.' : '';
      if (beyond === null) return `${within}.${rest}`;
      const far = beyond.km === null ? '' : `, ${beyond.km.toFixed(0)} km away`;
      const where = beyond.place === null ? '' : ` in ${beyond.place.name}`;
      return `${within}; the nearest is ${who(beyond).name} (${who(beyond).id})${where}${far}.${rest}`;
    },
    spread: ({ leading, matchable, located, outside }: Spread) =>
      `${outside} of ${located} ${located === 1 ? 'row' : 'rows'} with a place ${outside === 1 ? 'lies' : 'lie'} outside ${leading.name}, which has most of what could be matched (${matchable.leading.toLocaleString('en')} of ${matchable.all.toLocaleString('en')}).`,
  },
  zh: {
    asked: (notions: readonly string[]) => `所求：${notions.join(' · ')}。`,
    nobody({ rows, reachZh, heads, beyond }: Match) {
      const within = rows.some(({ lacks }) => lacks.length === 0)
        ? `${reachZh}范围内所列资源与机构均未满足需求的一半`
        : `${reachZh}范围内所列资源与机构均未提及${listed(heads, 'zh')}`;
      const others = rows.length > 0 && rows.every(({ lacks }) => lacks.length > 0);
      const rest = others ? '下列各行只与需求中的其他词相符。' : '';
      if (beyond === null) return `${within}。${rest}`;
      const far = beyond.km === null ? '' : `，相距${beyond.km.toFixed(0)}公里`;
      const where = beyond.place === null ? '' : `，位于${nameIn(beyond.place, 'zh')}`;
      return `${within}；最近的是${nameIn(who(beyond), 'zh')}（${who(beyond).id}）${where}${far}。${rest}`;
    },
    spread: ({ leading, matchable, located, outside }: Spread) =>
      `有地点的${located}行中，${outside}行在${nameIn(leading, 'zh')}之外；可供匹配者以该市最多（${matchable.all.toLocaleString('en')}个中的${matchable.leading.toLocaleString('en')}个）。`,
  },
} as const;

export const COUNTING: Bilingual = {
  en: 'score: BM25 over names, fields, titles and topics; works count by Share and age, divided by the size of the institution',
  zh: '得分：对名称、领域、标题与主题作 BM25；成果按份额与年龄计，并除以机构规模',
};
export const WITHIN_ONE: Bilingual = {
  en: 'scores compare within one answer only',
  zh: '得分只在同一次回答内可比',
};
export const FIELDS_KNOWN: Bilingual = {
  en: 'fields of resources are mostly general knowledge or read off the name: ask before you travel',
  zh: '资源的领域多为常识或据名称推断：出行前请先询问',
};
export const RESOURCES_ALONE: Bilingual = {
  en: 'institutions and joint works need an observatory',
  zh: '机构与既往合作须有观测库方可得知',
};
