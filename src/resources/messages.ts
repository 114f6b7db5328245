import { defineMessages, didYouMean, joined } from '../base/index.ts';

/** A place as a message names it. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

/** `Suzhou (cn:3205)`, `苏州市（cn:3205）`. */
export const placeNamed = {
  en: ({ id, name }: NamedPlace): string => `${name} (${id})`,
  zh: ({ id, name, nameZh }: NamedPlace): string => `${nameZh ?? name}（${id}）`,
};

/** What is wrong with a list of resources, or with a question asked of the directory. */
export const messages = defineMessages('resources', {
  // A row of a list.
  noId: {
    en: ({ example }: { example: string }) => `It has no id. Give it one of its own, such as ${example}.`,
    zh: ({ example }) => `没有编号。请给出自己的编号，如${example}。`,
  },
  invalidId: {
    en: ({ id }: { id: string }) =>
      `“${id}” is not a valid id. Use letters, digits, dots, hyphens and underscores.`,
    zh: ({ id }) => `“${id}”不是有效的编号。请用字母、数字、点、连字符和下划线。`,
  },
  idTaken: {
    en: ({ id, file, line }: { id: string; file: string | null; line: number }) =>
      `${file === null ? 'Line' : `${file}, line`} ${line} has the id ${id} already. Give this row an id of its own.`,
    zh: ({ id, file, line }) => `${file ?? ''}第${line}行已用编号${id}。请为此行另给编号。`,
  },
  noName: {
    en: 'It has no name. Fill in name_en or name_zh.',
    zh: '没有名称。请填写name_en或name_zh。',
  },
  noKind: {
    en: ({ known }: { known: readonly string[] }) => `It has no kind. Use one of ${joined(known, 'en')}.`,
    zh: ({ known }) => `没有类别。可用：${joined(known, 'zh')}。`,
  },
  unknownKind: {
    kind: 'not-found',
    en: ({ kind, near, known }: { kind: string; near: readonly string[]; known: readonly string[] }) =>
      `Unknown kind of resource “${kind}”. ${didYouMean(near, `Use one of ${joined(known, 'en')}.`, 'en')}`,
    zh: ({ kind, near, known }) =>
      `没有“${kind}”这一类资源。${didYouMean(near, `可用：${joined(known, 'zh')}。`, 'zh')}`,
  },
  notAllowed: {
    en: ({ column, text, allowed }: { column: string; text: string; allowed: readonly string[] }) =>
      `${column} is “${text}”. Use one of ${joined(allowed, 'en')}, or leave it empty.`,
    zh: ({ column, text, allowed }) => `${column}为“${text}”。可用：${joined(allowed, 'zh')}；也可留空。`,
  },
  invalidYear: {
    en: ({ text }: { text: string }) =>
      `“${text}” is not a year. Write four digits, such as 2021, or leave it empty.`,
    zh: ({ text }) => `“${text}”不是年份。请写四位数，如2021；也可留空。`,
  },
  invalidAddress: {
    en: ({ url }: { url: string }) =>
      `url “${url}” is not an address. Write an http:// or https:// address, or leave it empty.`,
    zh: ({ url }) => `url“${url}”不是网址。请写http://或https://开头的网址；也可留空。`,
  },
  noSource: {
    en: 'It has no source. Write where it was read, or write recalled under source_status.',
    zh: '没有来源。请写明出处，或在source_status栏写recalled。',
  },
  sourceIsLinked: {
    en: 'Its source is shown as a link. Cite it as text: publisher, title, date. The resource’s own address belongs under url.',
    zh: '来源写成了链接。请以文字引用：发布者、标题、日期。资源自身的网址请写在url栏。',
  },
  sourceIsNumber: {
    en: 'Its source names a number that a reader cannot look up. Cite what was read: author or publisher, title, date.',
    zh: '来源中的编号无从查考。请注明所读资料：作者或发布者、标题、日期。',
  },
  sourceIsAddress: {
    en: 'Its source is only a link. Write who published it, under which title and when; an address may follow.',
    zh: '来源只有链接。请写明发布者、标题和日期，其后可附网址。',
  },
  invalidCoordinates: {
    en: ({ lat, lon }: { lat: string; lon: string }) =>
      `“${lat}, ${lon}” are not coordinates. Write degrees with a decimal point: lat from -90 to 90, lon from -180 to 180, both or neither.`,
    zh: ({ lat, lon }) =>
      `“${lat}, ${lon}”不是坐标。请写度数，以点作小数点：lat为-90至90，lon为-180至180，须同时填写或同时留空。`,
  },
  farFromCity: {
    en: ({ kilometres, city }: { kilometres: number; city: NamedPlace }) =>
      `Its coordinates lie ${kilometres.toLocaleString('en')} km from ${placeNamed.en(city)}. Check that lat and lon are not swapped, and check the place.`,
    zh: ({ kilometres, city }) =>
      `坐标距${placeNamed.zh(city)}有${kilometres.toLocaleString('en')}公里。请检查lat与lon是否写反，并核对地点。`,
  },
  correctRows: {
    en: 'Correct them; `synopolis resources check FILE` checks the list again.',
    zh: '请改正；可用`synopolis resources check FILE`重新检查。',
  },
  incompleteCount: {
    en: ({ missing }: { missing: readonly string[] }) =>
      `has a count of how many there are but lacks ${joined(missing, 'en')}. Give where they are and who counted them, in both languages.`,
    zh: ({ missing }) => `给出了总数，但缺少${joined(missing, 'zh')}。请用两种语言写明范围和统计者。`,
  },

  // A question.
  unknownResource: {
    kind: 'not-found',
    en: ({ id, near }: { id: string; near: readonly string[] }) =>
      `There is no resource ${id}. ${didYouMean(near, '`synopolis resources` lists them.', 'en')}`,
    zh: ({ id, near }) =>
      `没有编号为${id}的资源。${didYouMean(near, '`synopolis resources`列有全部资源。', 'zh')}`,
  },
  invalidField: {
    en: ({ field }: { field: string }) =>
      `“${field}” is not a field. Give words, such as "neutron scattering".`,
    zh: ({ field }) => `“${field}”不是领域。请给出词语，如"中子散射"。`,
  },
  notAnArea: {
    en: ({ id }: { id: string }) =>
      `Resources cannot be located in ${id}. Give a city, province, nation or definition.`,
    zh: ({ id }) => `资源不能按${id}定位。请给出城市、省份、国家或区域口径。`,
  },
});
