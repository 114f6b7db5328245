import { counted, defineMessages, joined, nameIn } from '../../base/index.ts';
import { type NamedPlace, placeLabel } from '../messages.ts';
import type { Gaps } from './question.ts';

interface SeveralNations {
  readonly place: NamedPlace;
  readonly nations: number;
}

export const messages = defineMessages('gaps', {
  severalNations: {
    en: ({ place, nations }: SeveralNations) =>
      `${placeLabel(place, 'en')} lies in ${counted(nations, 'nation')}. Give a place in one nation.`,
    zh: ({ place, nations }) => `${placeLabel(place, 'zh')}分属${nations}个国家。请给出只在一国之内的地点。`,
  },
  counting: {
    en: 'Share by subfield, the place as one against the cities of its nation outside it',
    zh: '按子领域计份额，该地点作为整体，与本国境内其他城市相比',
  },
  noShare: {
    en: 'the place has no Share in any subfield under these filters, so its gaps are undefined',
    zh: '在这些条件下该地点没有任何子领域的份额，无从判断其短板',
  },
  lacked: {
    en: ({ below, least }: { below: number; least: number }) =>
      `lacked: a location quotient below ${below}, where some city elsewhere is specialised (quotient 1 or more, Share ${least} or more)`,
    zh: ({ below, least }) =>
      `短板：区位商低于${below}，而别处有城市具有专长（区位商不低于1，份额不低于${least}）`,
  },
  density: {
    en: 'density: the part of what is related (proximity over these cities, the field itself left out) that the place is specialised in',
    zh: '关联密度：与该领域相关（按这些城市计的邻近度，不含该领域本身）的领域中，该地点具有专长的部分',
  },
  chance: {
    en: 'quotients of few works are chance as much as strength; records decide what can be seen',
    zh: '论文少时，区位商既出于实力也出于偶然；能看到什么取决于记录',
  },
  /** With what the place is compared. */
  compared: {
    en: ({ place, nation }: { place: NamedPlace; nation: NamedPlace }) =>
      `${place.name} (${place.id}) against other cities of ${nation.name}.`,
    zh: ({ place, nation }) =>
      `${nameIn(place, 'zh')}（${place.id}），与${nameIn(nation, 'zh')}其他城市相比。`,
  },
  /** Who would complete it. */
  completing: {
    en: ({ cities }: { cities: Gaps['completing'] }) =>
      `Most of what is related to its gaps would come from ${joined(
        cities.map(
          ({ name, added, km }) =>
            `${name} (adds ${added.toFixed(2)}${km === null ? '' : `, ${km.toFixed(0)} km`})`,
        ),
        'en',
      )}.`,
    zh: ({ cities }) =>
      `与其短板相关的领域，最能由${joined(
        cities.map(
          ({ added, km, ...city }) =>
            `${nameIn(city, 'zh')}（增加${added.toFixed(2)}${km === null ? '' : `，${km.toFixed(0)}公里`}）`,
        ),
        'zh',
      )}补足。`,
  },
});
