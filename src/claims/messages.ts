import {
  counted,
  defineMessages,
  didYouMean,
  inBoth,
  joined,
  type Language,
  type Message,
  phrase,
} from '../base/index.ts';

/** What a field holds. */
export type Shape = 'text' | 'list' | 'fields';
/** What a text has to be. */
export type Form = keyof typeof FORMS.en;

interface FaultInList {
  readonly line: number;
  readonly id: string | null;
  readonly problem: Message;
}

/** What makes a file of claims, a claim of it, or what the claim states unusable. */
export const messages = defineMessages('claims', {
  // Where it is wrong.
  ofClaim: {
    en: ({ id, problem }: { id: string; problem: Message }) => `${id}: ${phrase(problem, 'en')}`,
    zh: ({ id, problem }) => `${id}：${phrase(problem, 'zh')}`,
  },
  inField: {
    en: ({ field, problem }: { field: string; problem: Message }) => `${field}, ${phrase(problem, 'en')}`,
    zh: ({ field, problem }) => `${field}，${phrase(problem, 'zh')}`,
  },
  inRegion: {
    en: ({ region, problem }: { region: string; problem: Message }) =>
      `region “${region}”: ${phrase(problem, 'en')}`,
    zh: ({ region, problem }) => `区域“${region}”：${phrase(problem, 'zh')}`,
  },
  several: {
    en: ({ problems }: { problems: readonly Message[] }) =>
      problems.map((problem) => phrase(problem, 'en')).join(' '),
    zh: ({ problems }) => problems.map((problem) => phrase(problem, 'zh')).join(''),
  },
  faults: {
    en: ({ count, shown }: { count: number; shown: readonly FaultInList[] }) =>
      `has ${counted(count, 'fault')}:\n${listed(shown, 'en')}${
        count > shown.length ? `\n  and ${count - shown.length} more` : ''
      }\n Correct them, and check the file again.`,
    zh: ({ count, shown }) =>
      `有${count}处错误：\n${listed(shown, 'zh')}${
        count > shown.length ? `\n  另有${count - shown.length}处` : ''
      }\n 请改正后重新核查该文件。`,
  },

  // A claim's fields.
  claimNotFields: {
    en: 'A claim must be a list of fields. Write one field on each line: id: …',
    zh: '一条说法应由若干字段组成。请每行写一个字段：id: …',
  },
  unknownField: {
    en: ({ name, near, known }: { name: string; near: readonly string[]; known: readonly string[] }) =>
      `Unknown field “${name}”. ${didYouMean(near, `The fields are ${joined(known, 'en')}.`, 'en')}`,
    zh: ({ name, near, known }) =>
      `没有字段“${name}”。${didYouMean(near, `可用的字段：${joined(known, 'zh')}。`, 'zh')}`,
  },
  missingField: {
    en: ({ field, check }: { field: string; check: string }) =>
      `\`${field}\` is missing. ${
        field === 'operator' || field === 'value'
          ? 'Write it; a bare > or ~ has another meaning in YAML: put it in quotes, ">".'
          : field === 'needs'
            ? 'Write what it would take to check the claim, or give it a `figure`.'
            : `A claim whose check is “${check}” needs it.`
      }`,
    zh: ({ field, check }) =>
      `缺少字段\`${field}\`。${
        field === 'operator' || field === 'value'
          ? '请补上；YAML中未加引号的>或~另有含义，请加引号：">"。'
          : field === 'needs'
            ? '请写明核查该说法需要什么，或给出`figure`。'
            : `check为“${check}”的说法须有此字段。`
      }`,
  },
  notAllowed: {
    en: ({ field, value, allowed }: { field: string; value: string; allowed: readonly string[] }) =>
      `${field} is “${value}”. Use ${joined(allowed, 'en')}.`,
    zh: ({ field, value, allowed }) => `${field}为“${value}”。可用：${joined(allowed, 'zh')}。`,
  },
  wrongShape: {
    en: ({ field, shape, text, wanted }: WrongShape) =>
      `${field} is ${shape === 'text' ? `the text “${text}”` : SHAPES.en[shape]}. Write ${SHAPES.en[wanted]}.`,
    zh: ({ field, shape, text, wanted }) =>
      `${field}是${shape === 'text' ? `文本“${text}”` : SHAPES.zh[shape]}。请写成${SHAPES.zh[wanted]}。`,
  },
  wrongForm: {
    en: ({ field, value, form }: { field: string; value: string; form: Form | null }) =>
      `${field}: “${value}” ${form === null ? 'is not valid. Correct it.' : FORMS.en[form]}`,
    zh: ({ field, value, form }) =>
      `${field}：“${value}”${form === null ? '无效。请改正。' : FORMS.zh[form]}`,
  },

  // What a claim states.
  notNumber: {
    en: ({ value, operator }: { value: string; operator: string }) =>
      `“${value}” is not a number, and ${operator} compares numbers. Write digits with a decimal point; for words use the operator is.`,
    zh: ({ value, operator }) =>
      `“${value}”不是数字，而${operator}用于比较数字。请写数字，以点作小数点；比较文字请用运算符is。`,
  },
  unknownTrend: {
    en: ({ value, trends }: { value: string; trends: readonly string[] }) =>
      `Unknown trend “${value}”. Use ${joined(trends, 'en')}.`,
    zh: ({ value, trends }) => `没有趋势“${value}”。可用：${joined(trends, 'zh')}。`,
  },
  shareWithoutOf: {
    en: 'share of needs `of`. Give the whole as `of`.',
    zh: 'share of须有`of`。请以`of`给出总体。',
  },
  ofWithoutShare: {
    en: '`of` is only for share of. Remove it, or use share of.',
    zh: '`of`只用于share of。请去掉它，或改用share of。',
  },
  thanNotUsed: {
    en: '`than` is only for share of, rank and first since. Make it the operator.',
    zh: '`than`只用于share of、rank和first since。请改作运算符。',
  },
  firstSinceWithoutSince: {
    en: 'first since needs `since`. Give its year.',
    zh: 'first since须有`since`。请给出年份。',
  },
  sinceWithoutAsOf: {
    en: '`since` needs `as_of`. Give the last year as `as_of`.',
    zh: '有`since`时须有`as_of`。请以`as_of`给出最后一年。',
  },
  sinceTooLate: {
    en: ({ since, asOf }: { since: number; asOf: string }) =>
      `since ${since} is after ${asOf}. Give a year that is not after \`as_of\`.`,
    zh: ({ since, asOf }) => `since的${since}晚于${asOf}。请给出不晚于\`as_of\`的年份。`,
  },
  strictComparison: {
    en: ({ comparison }: { comparison: string }) =>
      `${comparison} is strict and has no tolerance. Remove it, or use ≈.`,
    zh: ({ comparison }) => `${comparison}为严格比较，没有容差。请去掉容差，或改用≈。`,
  },
  notTrueOrFalse: {
    en: ({ value }: { value: string }) => `“${value}” is neither true nor false. Write true or false.`,
    zh: ({ value }) => `“${value}”既非true也非false。请写true或false。`,
  },

  // The figure that it is held against.
  figureIsText: {
    en: ({ text, operator }: { text: string; operator: string }) =>
      `The figure is the text “${text}”, and ${operator} compares numbers. Use the operator is.`,
    zh: ({ text, operator }) => `结果是文本“${text}”，而${operator}用于比较数字。请改用运算符is。`,
  },
  figureIsNumber: {
    en: 'The figure is a number, and is compares texts. Use =, ≈, > or <.',
    zh: '结果是数字，而is用于比较文本。请改用=、≈、>或<。',
  },
  valueWithoutUnit: {
    en: ({ unit }: { unit: string }) =>
      `The claim’s value has no unit, and the figure is in ${unit}. Give the claim a unit, such as ${unit}.`,
    zh: ({ unit }) => `说法的数值没有单位，而结果以${unit}计。请给说法加上单位，如${unit}。`,
  },
  valueInOtherUnit: {
    en: ({ unit, own }: { unit: string; own: string | null }) =>
      `The figure is ${own === null ? 'a number without a unit' : `in ${own}`} and the claim’s value is in ${unit}: they measure different things. Give both in units of one kind.`,
    zh: ({ unit, own }) =>
      `结果${own === null ? '没有单位' : `以${own}计`}，而说法的数值以${unit}计，二者不是同一种量。请统一为同类单位。`,
  },

  // Statements about several years.
  yearsNeeded: {
    en: ({ operator }: { operator: string }) =>
      `${operator} needs the years that it is about. Give \`since\` and \`as_of\`.`,
    zh: ({ operator }) => `${operator}须指明年份。请给出\`since\`和\`as_of\`。`,
  },
  tooManyYears: {
    en: ({ years, most }: { years: number; most: number }) =>
      `${years} years are too many. Give at most ${most}.`,
    zh: ({ years, most }) => `${years}年过多。最多${most}年。`,
  },
  yearsUnknown: {
    en: 'The years of this trend are not known. Give `since` and `as_of`.',
    zh: '不知道这一趋势涉及哪些年份。请给出`since`和`as_of`。',
  },
  mixedVintages: {
    en: ({ parts }: { parts: readonly { vintage: string; years: string }[] }) =>
      `The years would mix vintages: ${parts
        .map(({ vintage, years }) => `${vintage} (${years})`)
        .join('; ')}. Name one of them in the figure, and years that it covers.`,
    zh: ({ parts }) =>
      `各年会混用不同版本：${parts
        .map(({ vintage, years }) => `${vintage}（${years}）`)
        .join('；')}。请在figure中指明其中一个版本，并取其覆盖的年份。`,
  },
});

interface WrongShape {
  readonly field: string;
  readonly shape: Shape;
  readonly text: string;
  readonly wanted: Shape;
}

const SHAPES: Readonly<Record<Language, Readonly<Record<Shape, string>>>> = {
  en: { text: 'a text', list: 'a list', fields: 'fields with names' },
  zh: { text: '文本', list: '列表', fields: '带名称的字段' },
};

/** What is wrong with a text, and how to write it. */
const FORMS = {
  en: {
    text: 'is empty. Write something.',
    year: 'is not a year of four digits. Write it as 2025.',
    date: 'is not a date. Write 2025-12-22, 2025-12 or 2025.',
    name: 'is not a valid name. Use letters, digits and _.',
    id: 'is not a valid id. Use letters, digits, _, . and -.',
    tolerance: 'is not a tolerance. Write exact, 5% or 0.5.',
  },
  zh: {
    text: '为空。请填写。',
    year: '不是四位数的年份。请写成2025。',
    date: '不是日期。请写成2025-12-22、2025-12或2025。',
    name: '不是有效的名称。请用字母、数字和_。',
    id: '不是有效的编号。请用字母、数字、_、.和-。',
    tolerance: '不是容差。请写exact、5%或0.5。',
  },
} as const;

export const isForm = (name: string): name is Form => Object.hasOwn(FORMS.en, name);

const FAULT = inBoth({
  en: (line: number, id: string | null, text: string) =>
    `  line ${line}${id === null ? '' : `, ${id}`}: ${text}`,
  zh: (line, id, text) => `  第${line}行${id === null ? '' : `，${id}`}：${text}`,
});

function listed(faults: readonly FaultInList[], language: Language): string {
  return faults
    .map(({ line, id, problem }) => {
      const text = phrase(problem, language);
      return FAULT[language](line, id, text);
    })
    .join('\n');
}
