import { counted, defineMessages } from '../../base/index.ts';
import { type NamedPlace, placeLabel } from '../messages.ts';

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
});
