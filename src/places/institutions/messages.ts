import { defineMessages, joined, type Message, phrase } from '../../base/index.ts';

const lines = (n: number): string => (n === 1 ? '1 line that is not JSON' : `${n} lines that are not JSON`);

export const messages = defineMessages('institutions', {
  // Of a file.
  cutGzip: { en: 'is a gzip file cut short. Get it again.', zh: '是被截断的gzip文件。请重新获取。' },
  damagedGzip: { en: 'is a damaged gzip file. Get it again.', zh: '是损坏的gzip文件。请重新获取。' },
  emptyFile: { en: 'is empty. Get it again, or leave it out.', zh: '是空文件。请重新获取，或不使用该文件。' },
  blankFile: {
    en: 'holds nothing but white space. Get it again, or leave it out.',
    zh: '只含空白。请重新获取，或不使用该文件。',
  },
  zip: { en: 'is a zip archive. Unpack it first.', zh: '是zip压缩包。请先解压。' },
  parquet: {
    en: 'is a Parquet file. Institutions are read from JSON or CSV: use the jsonl layout.',
    zh: '是Parquet文件。机构须为JSON或CSV：请使用jsonl版本。',
  },
  webPage: {
    en: 'is a web page, not data. Download the file itself.',
    zh: '是网页，不是数据。请下载文件本身。',
  },
  cutArray: {
    en: 'is a JSON array that breaks off. Get it again.',
    zh: '是不完整的JSON数组。请重新获取。',
  },
  cutAnswer: {
    en: 'holds an answer of the API that breaks off. Get it again.',
    zh: '含有不完整的API响应。请重新获取。',
  },
  cutLastLine: {
    en: 'breaks off: its last line is not JSON. Get it again.',
    zh: '文件不完整：最后一行不是JSON。请重新获取。',
  },
  tooManyBroken: {
    en: ({ broken, of }: { broken: number; of: number }) =>
      `has ${lines(broken)}, of ${of}; this is the first. Get it again.`,
    zh: ({ broken, of }) => `共${of}行，其中${broken}行不是JSON，这是第一行。请重新获取。`,
  },
  noFile: {
    en: 'holds no file of institutions. Put .json, .jsonl or .csv files there, plain or .gz.',
    zh: '没有机构文件。请放入.json、.jsonl或.csv文件，可用.gz压缩。',
  },
  noInstitution: {
    en: ({ line, problem }: { line: number; problem: Message }) =>
      `holds no institution. Line ${line} ${phrase(problem, 'en')} Give ROR, OpenAlex institutions, or a CSV table.`,
    zh: ({ line, problem }) =>
      `没有机构。第${line}行：${phrase(problem, 'zh')}请给出ROR、OpenAlex机构或CSV表格。`,
  },
  noRecord: {
    en: 'holds no institution. Give ROR, OpenAlex institutions, or a CSV table.',
    zh: '没有机构。请给出ROR、OpenAlex机构或CSV表格。',
  },
  work: {
    en: 'is a work, not an institution. Give works files to --works.',
    zh: '是论文，不是机构。请用--works给出论文文件。',
  },
  otherTable: {
    en: ({ optional }: { optional: readonly string[] }) =>
      `is not a table of institutions. Its columns must be name,country and any of ${optional.join(',')}.`,
    zh: ({ optional }) => `不是机构表。须有列name、country，另可有${joined(optional, 'zh')}。`,
  },
  // Of a record.
  notJson: { en: 'is not JSON.', zh: '不是JSON。' },
  notObject: { en: 'is not a JSON object.', zh: '不是JSON对象。' },
  otherRecord: {
    en: 'is neither a ROR record nor an OpenAlex institution.',
    zh: '既不是ROR记录，也不是OpenAlex机构。',
  },
  noName: { en: 'has no name.', zh: '没有名称。' },
  noCountry: { en: 'has no country of two letters.', zh: '没有两位字母的国家代码。' },
  notText: {
    en: ({ field }: { field: string }) => `${field} is not text.`,
    zh: ({ field }) => `${field}不是文本。`,
  },
  notNumber: {
    en: ({ field }: { field: string }) => `${field} is not a number.`,
    zh: ({ field }) => `${field}不是数。`,
  },
  notId: {
    en: ({ field }: { field: string }) => `${field} is not an id.`,
    zh: ({ field }) => `${field}不是编号。`,
  },
  fieldNotObject: {
    en: ({ field }: { field: string }) => `${field} is not an object.`,
    zh: ({ field }) => `${field}不是对象。`,
  },
  notList: {
    en: ({ field }: { field: string }) => `${field} is not a list.`,
    zh: ({ field }) => `${field}不是列表。`,
  },
  notRor: {
    en: ({ text }: { text: string }) => `“${text}” is not a ROR id.`,
    zh: ({ text }) => `“${text}”不是ROR编号。`,
  },
  notOpenAlex: {
    en: ({ text }: { text: string }) => `“${text}” is not the id of an OpenAlex institution.`,
    zh: ({ text }) => `“${text}”不是OpenAlex机构编号。`,
  },
  notCityId: {
    en: ({ text }: { text: string }) => `“${text}” is not the place id of a city.`,
    zh: ({ text }) => `“${text}”不是城市的地点编号。`,
  },
  notNumbers: {
    en: 'geonames_id, lat and lng must be numbers.',
    zh: 'geonames_id、lat和lng须为数。',
  },
  impossiblePoint: {
    en: ({ latitude, longitude }: { latitude: number | null; longitude: number | null }) =>
      `latitude ${latitude ?? 'missing'} with longitude ${longitude ?? 'missing'} is not a point on Earth.`,
    zh: ({ latitude, longitude }) => `纬度${latitude ?? '缺失'}、经度${longitude ?? '缺失'}不是地球上的点。`,
  },
});
