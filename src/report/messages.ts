import { placeLabel } from '../analyses/messages.ts';
import { defineMessages, parameter } from '../base/index.ts';

interface OfPlace {
  readonly place: { readonly id: string; readonly name: string; readonly nameZh: string | null };
}

/** Why there is no report. */
export const messages = defineMessages('report', {
  peersWithoutCoordination: {
    en: ({ place }: OfPlace) =>
      `${placeLabel(place, 'en')} has no coordination to compare with peers. Leave out ${parameter('peers')}, or name a region or province of several cities.`,
    zh: ({ place }) =>
      `${placeLabel(place, 'zh')}没有可与对照区域比较的协同度。请去掉${parameter('peers')}，或指明含多个城市的区域或省份。`,
  },
  peersInBrief: {
    en: `Only a full report compares with peers. Add ${parameter('full')}, or leave out ${parameter('peers')}.`,
    zh: `只有完整报告才与对照区域比较。请加上${parameter('full')}，或去掉${parameter('peers')}。`,
  },
  noWorks: {
    en: ({ place }: OfPlace) =>
      `${placeLabel(place, 'en')} has no works under these filters. Widen ${parameter('years')}, or choose another ${parameter('field')}.`,
    zh: ({ place }) =>
      `${placeLabel(place, 'zh')}在所选条件下没有论文。请放宽${parameter('years')}，或另选${parameter('field')}。`,
  },
});
