import { defineMessages } from '../base/index.ts';

/** What makes a file unusable as a file of claims. Each stands behind the file's name and the line. */
export const messages = defineMessages('claims-file', {
  notYamlOrCsv: {
    en: 'is neither YAML nor CSV by its name. Name it .yaml or .csv.',
    zh: '文件名既非YAML也非CSV。请将扩展名改为.yaml或.csv。',
  },
  tooLarge: {
    en: ({ megabytes, most }: { megabytes: number; most: number }) =>
      `has ${megabytes} MB, more than ${most}. Check that it is a file of claims, and split it.`,
    zh: ({ megabytes, most }) => `有${megabytes} MB，超过${most} MB。请确认这是说法文件，并将其拆分。`,
  },
  empty: { en: 'is empty. Write a list of claims.', zh: '文件为空。请写一份说法列表。' },
  noClaims: { en: 'has no claims. Write a list of claims.', zh: '文件中没有说法。请写一份说法列表。' },
  notList: {
    en: 'is neither a list of claims nor has `claims`. Write a list of claims.',
    zh: '既不是说法列表，也没有`claims`。请写一份说法列表。',
  },
  claimsNotList: {
    en: '`claims` is not a list. Write each claim as an item: - id: …',
    zh: '`claims`不是列表。请将每条说法写成一项：- id: …',
  },
  regionsNotList: {
    en: '`regions` is not a list. Write each as an item: - Name=place,place',
    zh: '`regions`不是列表。请将每个区域写成一项：- 名称=地点,地点',
  },
  notRegion: {
    en: 'A region is not written as Name=place,place. Write its name, =, and its cities.',
    zh: '区域未写成“名称=地点,地点”。请写出名称、等号和所含城市。',
  },
  regionTwice: {
    en: ({ name }: { name: string }) => `Two regions are called “${name}”. Give each a name of its own.`,
    zh: ({ name }) => `两个区域都名为“${name}”。请各取不同的名称。`,
  },
  cityTwice: {
    en: ({ city }: { city: { readonly name: string; readonly nameZh: string } }) =>
      `${city.name} is named twice. Name each city once.`,
    zh: ({ city }) => `${city.nameZh}列了两次。每个城市请只列一次。`,
  },
  letNotFields: {
    en: '`let` is not a list of names. Write each as name: expression',
    zh: '`let`不是名称的列表。请逐个写成“名称: 表达式”。',
  },
  invalidName: {
    en: ({ name }: { name: string }) => `“${name}” is not a valid name. Use letters, digits and _.`,
    zh: ({ name }) => `“${name}”不是有效的名称。请用字母、数字和_。`,
  },
  nameWithoutExpression: {
    en: ({ name }: { name: string }) => `${name} has no expression. Write one.`,
    zh: ({ name }) => `${name}没有表达式。请写一个。`,
  },
  idTwice: {
    en: ({ line }: { line: number }) =>
      `The claim in line ${line} has this id too. Give each claim an id of its own.`,
    zh: ({ line }) => `第${line}行的说法也用了此编号。请给每条说法各自的编号。`,
  },

  // YAML.
  notYaml: {
    en: ({ column, message, remedy }: { column: number; message: string; remedy: YamlRemedy }) =>
      `is not valid YAML at column ${column} (“${message}”). ${REMEDIES.en[remedy]}`,
    zh: ({ column, message, remedy }) => `第${column}列YAML语法有误（“${message}”）。${REMEDIES.zh[remedy]}`,
  },
  tooManyParts: {
    en: 'has more parts than any file of claims. Write claims as docs/is-it-true.md shows, and split a file that is larger.',
    zh: '内容多于任何说法文件。请按docs/is-it-true.md书写说法，文件过大请拆分。',
  },
  tooDeep: {
    en: ({ most }: { most: number }) =>
      `nests deeper than ${most} levels. Write claims as docs/is-it-true.md shows.`,
    zh: ({ most }) => `嵌套超过${most}层。请按docs/is-it-true.md书写说法。`,
  },
  unknownAlias: {
    en: ({ name }: { name: string }) =>
      `*${name} does not stand for anything above it. Give &${name} to something.`,
    zh: ({ name }) => `*${name}之前没有对应的锚点。请先以&${name}标出其内容。`,
  },
  aliasOfAlias: {
    en: ({ name }: { name: string }) =>
      `*${name} stands for something with an alias in it. Write one of the two out.`,
    zh: ({ name }) => `*${name}所指的内容又含别名。请将其中一个写全。`,
  },
  tooManyAliases: {
    en: 'The aliases of the file stand for too much. Write out what they stand for, or use fewer.',
    zh: '文件中的别名所代表的内容过多。请写出其内容，或减少别名。',
  },
  fieldWithoutName: {
    en: 'A field has no name. Write name: value.',
    zh: '有字段没有名称。请写成“名称: 值”。',
  },
  fieldTwice: {
    en: ({ name, line }: { name: string; line: number }) =>
      `${name} is given twice, first in line ${line}. Remove one.`,
    zh: ({ name, line }) => `${name}出现两次，第一次在第${line}行。请删去其中一个。`,
  },
});

/** What to do about YAML that the parser refuses. */
export type YamlRemedy = 'quote operator' | 'indent with spaces' | 'quote text';

const REMEDIES = {
  en: {
    'quote operator': 'A bare > or | opens a block of text: put the operator in quotes, ">".',
    'indent with spaces': 'A tab begins the line: indent with spaces.',
    'quote text': 'Correct it; a text with “: ” or “#” inside needs quotes.',
  },
  zh: {
    'quote operator': '未加引号的>或|表示一段文字的开头，请将运算符放在引号中：">"。',
    'indent with spaces': '该行以制表符开头，请改用空格缩进。',
    'quote text': '请改正；含“: ”或“#”的文本须加引号。',
  },
} as const;
