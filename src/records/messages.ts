import { defineMessages } from '../base/index.ts';

const AGAIN = 'Get it again, or leave it out with --skip-damaged.';
const AGAIN_ZH = '请重新获取，或用--skip-damaged略去。';

/** What is wrong with files of works. */
export const messages = defineMessages('records', {
  // Of paths.
  missing: { en: 'does not exist. Check the path.', zh: '不存在。请检查路径。' },
  noMatch: { en: 'matches no files. Check the pattern.', zh: '没有匹配的文件。请检查通配符。' },
  noFiles: {
    en: 'holds no works: no .jsonl, .json, .gz or .parquet file is in it. Check the path.',
    zh: '没有论文：其中没有.jsonl、.json、.gz或.parquet文件。请检查路径。',
  },
  unreadable: {
    en: ({ code }: { code: string }) => `cannot be read (${code}). Check the path and its permissions.`,
    zh: ({ code }) => `无法读取（${code}）。请检查路径及其权限。`,
  },
  // Of the kind of a file.
  damagedGzip: {
    en: ({ fault }: { fault: string }) => `is a damaged gzip file (“${fault}”). ${AGAIN}`,
    zh: ({ fault }) => `是损坏的gzip文件（“${fault}”）。${AGAIN_ZH}`,
  },
  cutGzip: { en: `is a gzip file cut short. ${AGAIN}`, zh: `是被截断的gzip文件。${AGAIN_ZH}` },
  gzipWithZeros: {
    en: `is a gzip file with zeros after its end. ${AGAIN}`,
    zh: `gzip文件的末尾之后还有零字节。${AGAIN_ZH}`,
  },
  parquetInGzip: {
    en: 'is Parquet inside gzip. Decompress it: gzip -d.',
    zh: '是gzip压缩的Parquet。请解压：gzip -d。',
  },
  zstd: {
    en: 'is compressed with zstd. Decompress it, or use gzip.',
    zh: '是zstd压缩文件。请解压，或改用gzip。',
  },
  zip: { en: 'is a ZIP archive. Unpack it first.', zh: '是ZIP压缩包。请先解压。' },
  webPage: {
    en: `is HTML or XML, not JSON: probably an error page saved as a file. ${AGAIN}`,
    zh: `是HTML或XML，不是JSON，可能是存成文件的报错页面。${AGAIN_ZH}`,
  },
  csvExport: {
    en: 'is a CSV export, which lacks the authors’ institutions one by one. Give works as JSON Lines, JSON or Parquet, which the API and the snapshot have.',
    zh: '是CSV导出文件，没有逐位作者的机构。请给出JSON Lines、JSON或Parquet格式的论文，API与快照均有提供。',
  },
  otherKind: {
    en: 'is neither JSON nor Parquet. Give OpenAlex works.',
    zh: '既不是JSON，也不是Parquet。请给出OpenAlex论文。',
  },
  // Of JSON.
  notJson: {
    en: ({ fault }: { fault: string }) => `is not JSON (${fault}). ${AGAIN}`,
    zh: ({ fault }) => `不是JSON（${fault}）。${AGAIN_ZH}`,
  },
  tooLarge: {
    en: 'is a single JSON document of more than 500 MB. Give the works one a line (JSON Lines).',
    zh: '是超过500 MB的单个JSON文档。请改为每行一篇论文（JSON Lines）。',
  },
  cutLastLine: {
    en: `breaks off: its last line is not JSON. ${AGAIN}`,
    zh: `文件不完整：最后一行不是JSON。${AGAIN_ZH}`,
  },
  tooManyBroken: {
    en: ({ broken, of }: { broken: number; of: number }) =>
      `has ${broken} ${broken === 1 ? 'line that is' : 'lines that are'} not JSON, of ${of}; this is the first. ${AGAIN}`,
    zh: ({ broken, of }) => `共${of}行，其中${broken}行不是JSON，这是第一行。${AGAIN_ZH}`,
  },
  cutAnswer: {
    en: `holds an answer of the API that breaks off. ${AGAIN}`,
    zh: `含有不完整的API响应。${AGAIN_ZH}`,
  },
  errorAnswer: {
    en: ({ message }: { message: string }) =>
      `is an error response of the API: ${message.replace(/\.?$/, '.')} Fetch the works again.`,
    zh: ({ message }) => `是API的报错响应：“${message}”。请重新获取论文。`,
  },
  institutions: {
    en: ({ source }: { source: 'OpenAlex' | 'ROR' }) =>
      `holds institutions of ${source}, not works. Give it with --institutions.`,
    zh: ({ source }) => `是${source}的机构，不是论文。请用--institutions给出。`,
  },
  otherRecords: {
    en: ({ kind }: { kind: string }) => `holds OpenAlex records of kind ${kind}, not works. Give works.`,
    zh: ({ kind }) => `是OpenAlex的${kind}类记录，不是论文。请给出论文。`,
  },
  // Of Parquet.
  damagedParquet: {
    en: ({ fault }: { fault: string }) => `is damaged Parquet (${fault}). ${AGAIN}`,
    zh: ({ fault }) => `是损坏的Parquet文件（${fault}）。${AGAIN_ZH}`,
  },
  noColumns: {
    en: 'is Parquet without the columns of OpenAlex works (id, authorships). Give the works of the snapshot.',
    zh: '是Parquet，但没有OpenAlex论文的列（id、authorships）。请给出快照中的论文。',
  },
  otherColumn: {
    en: ({ column, type }: { column: string; type: string }) =>
      `is Parquet whose column ${column} is not that of OpenAlex works: it is ${type}. Give the works of the snapshot, or JSON Lines.`,
    zh: ({ column, type }) =>
      `是Parquet，但列${column}的类型为${type}，与OpenAlex论文不符。请给出快照中的论文，或JSON Lines。`,
  },
});
