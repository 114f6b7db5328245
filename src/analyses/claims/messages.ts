import { defineMessages, type Message } from '../../base/index.ts';
import { claimMessages } from '../../claims/index.ts';

/** What an observatory or the directory of resources says of a claim's figure: phrases. */
export const messages = defineMessages('claims-world', {
  noWork: {
    en: ({ place }: { place: string }) => `${place} has no work under these filters`,
    zh: ({ place }) => `所选条件下${place}没有成果`,
  },
  notAmongFirst: {
    en: ({ place, first }: { place: string; first: number }) => `${place} is not among the first ${first}`,
    zh: ({ place, first }) => `${place}不在前${first}名之内`,
  },
  noInside: {
    en: ({ place }: { place: string }) => `${place} has no collaboration inside it to measure`,
    zh: ({ place }) => `${place}没有可计算的内部合作`,
  },
  incompleteDirectory: {
    en: 'the directory does not list everything that exists',
    zh: '名录并不包含全部',
  },
  fromMemory: {
    en: ({ count }: { count: number }) => `${count} more rest on memory and are not counted`,
    zh: ({ count }) => `另有${count}项仅凭记忆，不计入`,
  },
  fieldsFromNames: { en: 'fields are mostly read off names', zh: '领域大多由名称推断' },
});

/** Lines that there are in both languages, one for one. */
export const paired = (en: readonly string[], zh: readonly string[]): Message[] =>
  en.map((line, i) => claimMessages.words({ text: { en: line, zh: zh[i] } }));
