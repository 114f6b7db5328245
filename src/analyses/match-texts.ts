import type { Bilingual, Language } from '../places/index.ts';
import { who } from './match-columns.ts';
import type { Match } from './match-question.ts';
import { nameIn } from './name-in.ts';

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
    nobody({ reach, beyond }: Match) {
      if (beyond === null) return `Nobody in ${reach} answers half of the need.`;
      const far = beyond.km === null ? '' : `, ${beyond.km.toFixed(0)} km away`;
      const where = beyond.place === null ? '' : ` in ${beyond.place.name}`;
      return `Nobody in ${reach} answers half of the need; nearest is ${who(beyond).name} (${who(beyond).id})${where}${far}.`;
    },
    spread: ({ leading, matchable, located, outside }: Spread) =>
      `${outside} of ${located} ${located === 1 ? 'row' : 'rows'} with a place ${outside === 1 ? 'lies' : 'lie'} outside ${leading.name}, which has most of what could be matched (${matchable.leading.toLocaleString('en')} of ${matchable.all.toLocaleString('en')}).`,
  },
  zh: {
    asked: (notions: readonly string[]) => `所求：${notions.join(' · ')}。`,
    nobody({ reachZh, beyond }: Match) {
      if (beyond === null) return `${reachZh}之内无人满足需求的一半。`;
      const far = beyond.km === null ? '' : `，相距${beyond.km.toFixed(0)}公里`;
      const where = beyond.place === null ? '' : `，位于${nameIn(beyond.place, 'zh')}`;
      return `${reachZh}之内无人满足需求的一半；最近的是${nameIn(who(beyond), 'zh')}（${who(beyond).id}）${where}${far}。`;
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
