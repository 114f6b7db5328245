import { defineMessages, joined, type Message, parameter, phrase, typeName } from '../../base/index.ts';

interface End {
  readonly name: string;
  readonly end: number;
  readonly given: string;
}

interface Choice {
  readonly name: string;
  readonly choices: readonly string[];
}

/** Invalid parameters: each names the parameter as the surface writes it. */
export const messages = defineMessages('parameter', {
  required: {
    en: ({ name }: { name: string }) => `${parameter(name)} is required.`,
    zh: ({ name }) => `缺少参数${parameter(name)}。`,
  },
  requiredChoice: {
    en: ({ name, choices }: Choice) => `${parameter(name)} is required: one of ${joined(choices, 'en')}.`,
    zh: ({ name, choices }) => `缺少参数${parameter(name)}，可取：${joined(choices, 'zh')}。`,
  },
  notAChoice: {
    en: ({ name, choices, given }: Choice & { given: string }) =>
      `${parameter(name)} does not accept “${given}”. Choose from ${joined(choices, 'en')}.`,
    zh: ({ name, choices, given }) =>
      `参数${parameter(name)}不接受“${given}”，可取：${joined(choices, 'zh')}。`,
  },
  tooMany: {
    en: ({ name, most }: { name: string; most: number }) =>
      `${parameter(name)} takes at most ${most}, separated by commas.`,
    zh: ({ name, most }) => `参数${parameter(name)}最多${most}项，以逗号分隔。`,
  },
  tooFew: {
    en: ({ name, least, exact }: { name: string; least: number; exact: boolean }) =>
      `${parameter(name)} takes ${exact ? 'exactly' : 'at least'} ${least}, separated by commas.`,
    zh: ({ name, least, exact }) =>
      `参数${parameter(name)}须有${exact ? '' : '至少'}${least}项，以逗号分隔。`,
  },
  aboveMost: {
    en: ({ name, end, given }: End) => `${parameter(name)} must be at most ${end}, not ${given}.`,
    zh: ({ name, end, given }) => `参数${parameter(name)}最大为${end}，现为${given}。`,
  },
  belowLeast: {
    en: ({ name, end, given }: End) => `${parameter(name)} must be at least ${end}, not ${given}.`,
    zh: ({ name, end, given }) => `参数${parameter(name)}最小为${end}，现为${given}。`,
  },
  notBelow: {
    en: ({ name, end, given }: End) => `${parameter(name)} must be below ${end}, not ${given}.`,
    zh: ({ name, end, given }) => `参数${parameter(name)}须小于${end}，现为${given}。`,
  },
  notAbove: {
    en: ({ name, end, given }: End) => `${parameter(name)} must be above ${end}, not ${given}.`,
    zh: ({ name, end, given }) => `参数${parameter(name)}须大于${end}，现为${given}。`,
  },
  wrongType: {
    en: ({ name, expected }: { name: string; expected: string }) =>
      `${parameter(name)} has the wrong type: ${typeName(expected).en} is expected.`,
    zh: ({ name, expected }) => `参数${parameter(name)}类型有误，应为${typeName(expected).zh}。`,
  },
  unknown: {
    en: ({ name, near, known }: Unknown) =>
      `Unknown parameter “${name}”. ${near === null ? `Parameters: ${joined(known, 'en')}.` : `Did you mean ${near}?`}`,
    zh: ({ name, near, known }) =>
      `没有参数“${name}”。${near === null ? `可用的参数：${joined(known, 'zh')}。` : `是否指${near}？`}`,
  },
  unreadable: {
    en: ({ name, why }: { name: string; why: Message }) => `${parameter(name)}: ${phrase(why, 'en')}`,
    zh: ({ name, why }) => `参数${parameter(name)}：${phrase(why, 'zh')}`,
  },
  repeated: {
    en: ({ times }: { times: number }) => `A single value is expected; ${times} were given.`,
    zh: ({ times }) => `只接受一个值，现给出${times}个。`,
  },
  notYears: {
    en: ({ text }: { text: string }) => `“${text}” is not a range of years such as 2015-2024.`,
    zh: ({ text }) => `“${text}”不是年份范围，应如2015-2024。`,
  },
  yearsReversed: {
    en: 'The first year is after the last.',
    zh: '起始年份晚于结束年份。',
  },
  notRegion: {
    en: ({ text }: { text: string }) => `“${text}” is not a region. Write it as "Name=place,place,…".`,
    zh: ({ text }) => `“${text}”不是区域，应写作"名称=地点,地点,…"。`,
  },
  notInteger: {
    en: ({ text }: { text: string }) => `“${text}” is not an integer.`,
    zh: ({ text }) => `“${text}”不是整数。`,
  },
  notNumber: {
    en: ({ text }: { text: string }) => `“${text}” is not a number.`,
    zh: ({ text }) => `“${text}”不是数字。`,
  },
  notFlag: {
    en: ({ text }: { text: string }) => `“${text}” is neither true nor false.`,
    zh: ({ text }) => `“${text}”既不是true也不是false。`,
  },
});

interface Unknown {
  readonly name: string;
  /** The one that was likely meant. */
  readonly near: string | null;
  readonly known: readonly string[];
}
