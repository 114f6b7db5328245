import { defineMessages } from '../../base/index.ts';

export const messages = defineMessages('coverage', {
  byTopic: {
    en: 'The unlocated part is not known by topic. Ask for the subfield of the topic, or a level above it.',
    zh: '无法按主题得知未定位的部分。请改问该主题所属的子领域或更上一级。',
  },
});
