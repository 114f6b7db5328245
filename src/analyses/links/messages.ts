import { defineMessages, parameter } from '../../base/index.ts';
import { levelZh } from '../population/filter-texts.ts';

interface FieldAbove {
  readonly field: { readonly name: string; readonly nameZh: string | null; readonly level: string };
  readonly by: string;
}

export const messages = defineMessages('links', {
  fieldsOfManyPairs: {
    en: `Only the link of two places is split by field. Name the other place with ${parameter('with')}, or leave out ${parameter('by')}.`,
    zh: `只有一对地点的合作可以按领域分列。请用${parameter('with')}指明另一地点，或去掉${parameter('by')}。`,
  },
  fieldAbove: {
    en: ({ field, by }: FieldAbove) =>
      `${field.name} is a ${field.level} and lies in one ${by}. Give ${parameter('by')} at that level or below, or leave out ${parameter('field')}.`,
    zh: ({ field, by }) =>
      `${field.nameZh ?? field.name}是${levelZh(field.level)}，只属于一个${levelZh(by)}。请将${parameter('by')}取为该级或更下一级，或去掉${parameter('field')}。`,
  },
});
