import { defineMessages, parameter } from '../../base/index.ts';

export const messages = defineMessages('match', {
  institutionsWithoutObservatory: {
    en: `Institutions come from an observatory, and none is open. Name its folder, or search with ${parameter('of', 'resources')}.`,
    zh: `机构来自观测库，而目前没有打开任何观测库。请指明其文件夹，或用${parameter('of', 'resources')}检索。`,
  },
  jointWorksWithoutObservatory: {
    en: `Joint works come from an observatory, and none is open. Name its folder, or leave out ${parameter('from')}.`,
    zh: `合作论文来自观测库，而目前没有打开任何观测库。请指明其文件夹，或去掉${parameter('from')}。`,
  },
});
