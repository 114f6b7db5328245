import { counted, defineMessages, joined } from '../../base/index.ts';

/** Notes and warnings about the regions in an answer: phrases. */
export const messages = defineMessages('regions', {
  overlapping: {
    en: ({ pairs }: { pairs: readonly (readonly [string, string])[] }) =>
      `overlapping definitions stand in one table: ${joined(
        pairs.map((pair) => pair.join(' and ')),
        'en',
      )}`,
    zh: ({ pairs }) =>
      `同一表中有相互重叠的区域口径：${joined(
        pairs.map((pair) => pair.join('与')),
        'zh',
      )}`,
  },
  partialMembers: {
    en: ({ id, partial }: { id: string; partial: number }) =>
      `${counted(partial, 'member')} of ${id} ${partial === 1 ? 'belongs in part and counts' : 'belong in part and count'} whole`,
    zh: ({ id, partial }) => `${id}有${partial}个成员只部分属于它，按全部计入`,
  },
});
