import { defineMessages, didYouMean, joined, type Message, phrase } from '../base/index.ts';

/** A number with its unit, or without one, as a part of a sentence. */
export const amount = {
  en: (unit: string | null): string => (unit === null ? 'a number without a unit' : `an amount in ${unit}`),
  zh: (unit: string | null): string => (unit === null ? '没有单位的数' : `以${unit}计的量`),
};

interface UnknownFunction {
  readonly name: string;
  readonly near: readonly string[];
  readonly known: readonly string[];
}

/** What is wrong with an expression. */
export const messages = defineMessages('expressions', {
  atColumn: {
    en: ({ column, problem }: { column: number; problem: Message }) =>
      `column ${column}: ${phrase(problem, 'en')}`,
    zh: ({ column, problem }) => `第${column}列：${phrase(problem, 'zh')}`,
  },
  inName: {
    en: ({ name, problem }: { name: string; problem: Message }) => `in “${name}”, ${phrase(problem, 'en')}`,
    zh: ({ name, problem }) => `“${name}”中，${phrase(problem, 'zh')}`,
  },

  // As it is written.
  textNotClosed: {
    en: 'The text that begins here never ends or has an unknown escape. Close it with ".',
    zh: '此处开始的文本没有结束，或含有未知的转义。请以"结束。',
  },
  notNumber: {
    en: ({ text }: { text: string }) =>
      `“${text}” begins like a number but is not one. Write digits with a decimal point, without thousands separators; put a period of years in quotes: "2020-2024".`,
    zh: ({ text }) =>
      `“${text}”开头像数字，但不是数字。请写数字，以点作小数点，不加千位分隔符；年份范围请加引号："2020-2024"。`,
  },
  unexpectedCharacter: {
    en: ({ character }: { character: string }) =>
      `“${character}” has no meaning here. Remove it, or put text in "quotes".`,
    zh: ({ character }) => `“${character}”在此没有意义。请删去，或将文本放在"引号"中。`,
  },
  tooLong: {
    en: ({ characters, most }: { characters: number; most: number }) =>
      `The expression has ${characters} characters, more than ${most}. Give its parts names with \`let\`.`,
    zh: ({ characters, most }) => `表达式有${characters}个字符，超过${most}个。请用\`let\`为各部分命名。`,
  },
  tooDeep: {
    en: ({ most }: { most: number }) =>
      `Brackets nest deeper than ${most} levels. Give its parts names with \`let\`.`,
    zh: ({ most }) => `括号嵌套超过${most}层。请用\`let\`为各部分命名。`,
  },
  textAfterEnd: {
    en: ({ text }: { text: string }) =>
      `“${text}” stands where the expression should end. Put a sign before it.`,
    zh: ({ text }) => `表达式应在“${text}”之前结束。请在其前加运算符。`,
  },
  misplaced: {
    en: ({ text }: { text: string }) =>
      `“${text}” stands where a number, place or function should. Put one before it.`,
    zh: ({ text }) => `“${text}”处应为数字、地点或函数。请在其前补上。`,
  },
  endsEarly: { en: 'The expression ends too early. Finish it.', zh: '表达式不完整。请补全。' },
  bracketNotClosed: { en: 'This bracket is never closed. Close it.', zh: '此括号没有闭合。请闭合。' },
  callNotClosed: {
    en: ({ name }: { name: string }) =>
      `The bracket of ${name} is never closed. Close it, or put commas between the arguments.`,
    zh: ({ name }) => `${name}的括号没有闭合。请闭合，或在参数之间加逗号。`,
  },
  nameTwice: {
    en: ({ name }: { name: string }) => `${name} is given twice. Remove one.`,
    zh: ({ name }) => `${name}出现两次。请删去其中一个。`,
  },
  positionAfterName: {
    en: 'An argument without a name stands after one with a name. Put it before, or name it.',
    zh: '无名参数位于具名参数之后。请移到前面，或为其命名。',
  },

  // Functions and their arguments.
  unknownFunction: {
    kind: 'not-found',
    en: ({ name, near, known }: UnknownFunction) =>
      `Unknown function “${name}”. ${didYouMean(near, `The functions are ${joined(known, 'en')}.`, 'en')}`,
    zh: ({ name, near, known }) =>
      `没有函数“${name}”。${didYouMean(near, `可用的函数：${joined(known, 'zh')}。`, 'zh')}`,
  },
  tooManyArguments: {
    en: ({ name, most, usage }: { name: string; most: number; usage: string }) =>
      `${name} takes ${most} at most. Write ${usage}.`,
    zh: ({ name, most, usage }) => `${name}最多有${most}个参数。请写成${usage}。`,
  },
  unknownArgument: {
    en: ({ name, argument, usage }: { name: string; argument: string; usage: string }) =>
      `${name} has no “${argument}”. Write ${usage}.`,
    zh: ({ name, argument, usage }) => `${name}没有参数“${argument}”。请写成${usage}。`,
  },
  argumentTwice: {
    en: ({ argument, usage }: { argument: string; usage: string }) =>
      `${argument} is given twice. Write ${usage}.`,
    zh: ({ argument, usage }) => `参数${argument}出现两次。请写成${usage}。`,
  },
  missingArguments: {
    en: ({ name, missing, usage }: { name: string; missing: readonly string[]; usage: string }) =>
      `${name} lacks ${joined(missing, 'en')}. Write ${usage}.`,
    zh: ({ name, missing, usage }) => `${name}缺少参数${joined(missing, 'zh')}。请写成${usage}。`,
  },
  notWord: {
    en: ({ argument }: { argument: string }) =>
      `${argument} takes a word as it is written. Write a word, or text in quotes.`,
    zh: ({ argument }) => `${argument}须为单词。请写一个单词，或带引号的文本。`,
  },
  notYear: {
    en: ({ text }: { text: string }) =>
      `“${text}” is not a year. Write four digits, or a period in quotes: "2020-2024".`,
    zh: ({ text }) => `“${text}”不是年份。请写四位数，或带引号的年份范围："2020-2024"。`,
  },
  yearsReversed: {
    en: ({ from, to }: { from: number; to: number }) =>
      `The years ${from} and ${to} are in the wrong order. Give the first one first.`,
    zh: ({ from, to }) => `年份${from}与${to}顺序颠倒。请先写较早的一年。`,
  },
  severalYears: {
    en: ({ argument }: { argument: string }) => `${argument} is a single year. Give one.`,
    zh: ({ argument }) => `${argument}只能是一年。请只给一年。`,
  },
  numberForPlace: {
    en: 'A number stands where a place should. Give the id of a place.',
    zh: '此处应为地点，而不是数字。请给出地点编号。',
  },
  textForNumber: {
    en: ({ text }: { text: string }) =>
      `“${text}” is a text where a number should stand. Give a number, or an expression whose value is one.`,
    zh: ({ text }) => `“${text}”是文本，此处应为数字。请给出数字，或结果为数字的表达式。`,
  },

  // Names and other claims.
  unknownName: {
    en: ({ name, near }: { name: string; near: readonly string[] }) =>
      `“${name}” has no meaning here. ${didYouMean(near, 'Define it with `let`, or put a text in quotes.', 'en')}`,
    zh: ({ name, near }) =>
      `“${name}”在此没有意义。${didYouMean(near, '请用`let`定义，或将文本放在引号中。', 'zh')}`,
  },
  noYear: {
    en: 'The claim has no year. Give it `as_of`.',
    zh: '该说法没有年份。请给出`as_of`。',
  },
  unknownClaim: {
    en: ({ id, near }: { id: string; near: readonly string[] }) =>
      `No computed claim of this file is called “${id}”. ${didYouMean(near, 'Give the id of one.', 'en')}`,
    zh: ({ id, near }) =>
      `此文件中没有编号为“${id}”的计算型说法。${didYouMean(near, '请给出其中一条的编号。', 'zh')}`,
  },
  circular: {
    en: ({ path }: { path: readonly string[] }) =>
      `Circular reference: ${path.join(' → ')}. Remove one of these references.`,
    zh: ({ path }) => `循环引用：${path.join(' → ')}。请去掉其中一个引用。`,
  },
  chainTooLong: {
    en: ({ most, step }: { most: number; step: string }) =>
      `Circular reference, or a chain of more than ${most}: … → ${step}. Shorten it.`,
    zh: ({ most, step }) => `循环引用，或引用链超过${most}步：… → ${step}。请缩短。`,
  },

  // Units.
  cannotAdd: {
    en: ({ a, b }: Units) =>
      `Cannot add or compare ${amount.en(a)} and ${amount.en(b)}. Give both in one unit; quantity(100, "bn CNY") gives a number a unit, exchange() converts money to another currency.`,
    zh: ({ a, b }) =>
      `${amount.zh(a)}与${amount.zh(b)}不能相加或比较。请统一单位；quantity(100, "bn CNY")为数字加单位，exchange()换算货币。`,
  },
  cannotMultiply: {
    en: ({ a, b }: Units) =>
      `Cannot multiply ${amount.en(a)} and ${amount.en(b)}. One of the two must be a plain number or a ratio.`,
    zh: ({ a, b }) => `${amount.zh(a)}与${amount.zh(b)}不能相乘。其中之一须为纯数字或比值。`,
  },
  cannotDivide: {
    en: ({ a, b }: Units) =>
      `Cannot divide ${amount.en(a)} by ${amount.en(b)}. Use per_head() by a population, density() by an area, exchange() to convert money.`,
    zh: ({ a, b }) =>
      `${amount.zh(a)}不能除以${amount.zh(b)}。除以人口请用per_head()，除以面积请用density()，换算货币请用exchange()。`,
  },
});

interface Units {
  readonly a: string | null;
  readonly b: string | null;
}
