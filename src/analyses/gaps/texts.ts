import { type Bilingual, type Language, nameIn } from '../../base/index.ts';
import type { Gaps } from './question.ts';

/** Against whom the place was held, and who would complete it. */
export function findingsOf({ place, nation, completing }: Gaps, language: Language = 'en'): string[] {
  const name = (one: Parameters<typeof nameIn>[0]): string => nameIn(one, language);
  if (language === 'zh')
    return [
      `${name(place)}（${place.id}），与${name(nation)}其他城市相比。`,
      ...(completing.length === 0
        ? []
        : [
            `与其短板相关的领域，最能由${completing
              .map(
                (one) =>
                  `${name(one)}（增加${one.added.toFixed(2)}${one.km === null ? '' : `，${one.km.toFixed(0)}公里`}）`,
              )
              .join('、')}补足。`,
          ]),
    ];
  return [
    `${name(place)} (${place.id}) against other cities of ${name(nation)}.`,
    ...(completing.length === 0
      ? []
      : [
          `Most of what is related to its gaps would come from ${completing
            .map(
              (one) =>
                `${name(one)} (adds ${one.added.toFixed(2)}${one.km === null ? '' : `, ${one.km.toFixed(0)} km`})`,
            )
            .join(', ')}.`,
        ]),
  ];
}

export const COUNTING: Bilingual = {
  en: 'Share by subfield, the place as one against the cities of its nation outside it',
  zh: '按子领域计份额，该地点作为整体，与本国境内其他城市相比',
};

export const NOTHING_TOLD: Bilingual = {
  en: 'the place has no Share in any subfield under these filters, so that what it lacks cannot be told',
  zh: '在这些条件下该地点没有任何子领域的份额，无从判断其短板',
};

export function notesOf(below: number, least: number): Bilingual[] {
  return [
    {
      en: `lacked: a location quotient below ${below}, where some city elsewhere is specialised (quotient 1 or more, Share ${least} or more)`,
      zh: `短板：区位商低于${below}，而别处有城市具有专长（区位商不低于1，份额不低于${least}）`,
    },
    {
      en: 'density: the part of what is related (proximity over these cities, the field itself left out) that the place is specialised in',
      zh: '关联密度：与该领域相关（按这些城市计的邻近度，不含该领域本身）的领域中，该地点具有专长的部分',
    },
    {
      en: 'quotients of few works are chance as much as strength; records decide what can be seen',
      zh: '成果少时，区位商既出于实力也出于偶然；能看到什么取决于记录',
    },
  ];
}
