import { defineMessages, joined, type Language, type Message, phrase } from '../base/index.ts';
import type { Phase } from './options.ts';

/** A file that cannot be used. */
export interface FileProblem {
  readonly file: string | null;
  readonly line: number | null;
  readonly problem: Message;
}
/** Who builds, as far as it is known: a process of this machine (`host` null) or of another. */
export interface Builder {
  readonly process: number;
  readonly host: string | null;
}
interface Silent {
  readonly builder: Builder | null;
  /** Seconds since its last sign of life, and after how many it is taken for dead. */
  readonly silent: number;
  readonly deadAfter: number;
  /** The file of the lock. */
  readonly lock: string;
}
interface OnCluster {
  readonly table: string;
  readonly catalog: string;
  readonly schema: string;
}

const PHASES_ZH: Readonly<Record<Phase, string>> = {
  institutions: '机构',
  works: '论文',
  tables: '表',
  laws: '核验',
};

export const messages = defineMessages('observatory', {
  // Of what a build is given.
  badCount: {
    en: ({ option, value }: { option: string; value: number }) =>
      `${option} is ${value}. Give a whole number from 1.`,
    zh: ({ option, value }) => `${option}为${value}。请给出不小于1的整数。`,
  },
  badFilter: {
    en: ({ filter, fault }: { filter: string; fault: Message }) =>
      `the filter ${filter} is invalid: ${phrase(fault, 'en')}. Correct it, or leave it out.`,
    zh: ({ filter, fault }) => `筛选条件${filter}无效（${phrase(fault, 'zh')}）。请改正，或不填。`,
  },
  badSource: {
    en: ({ source }: { source: string }) =>
      `“${source}” is neither an OpenAlex source nor an ISSN. Give sources as S123 or 1234-567X.`,
    zh: ({ source }) => `“${source}”既不是OpenAlex来源编号，也不是ISSN。请写成S123或1234-567X。`,
  },
  badVintage: {
    en: ({ text }: { text: string }) =>
      `“${text}” does not end with a date. Give YYYY-MM-DD, or FILE-OR-FOLDER=YYYY-MM-DD.`,
    zh: ({ text }) => `“${text}”末尾不是日期。请写成YYYY-MM-DD，或“文件或文件夹=YYYY-MM-DD”。`,
  },
  missingList: {
    en: ({ flag }: { flag: string }) => `does not exist. Check the path of ${flag}.`,
    zh: ({ flag }) => `不存在。请检查${flag}的路径。`,
  },
  noIdColumn: {
    en: 'lacks the column id. Give the deleted_ids.csv of the snapshot.',
    zh: '缺少列id。请给出快照中的deleted_ids.csv。',
  },
  noWorks: {
    en: 'the files given contain no works. Check what --works names.',
    zh: '所给文件中没有论文。请检查--works所指的文件。',
  },
  changed: {
    en: 'changed while it was being read. Run the same command again once nothing writes to it any more.',
    zh: '在读取期间被改动。请在不再有程序写入后重新运行同一命令。',
  },
  unusableFiles: {
    en: ({ files }: { files: readonly FileProblem[] }) =>
      `${files.length} files cannot be used:\n${each(files, 'en')}\nFix them, or leave them out with --skip-damaged; the parts read from the others are kept.`,
    zh: ({ files }) =>
      `${files.length}个文件无法使用：\n${each(files, 'zh')}\n请修复这些文件，或用--skip-damaged略去；其余文件已读取的部分会保留。`,
  },
  // Of the folder of a build.
  outIsFile: {
    en: 'is a file. Choose an empty or new folder with --out.',
    zh: '是文件。请用--out指定空文件夹或新文件夹。',
  },
  otherContents: {
    en: ({ names, more }: { names: readonly string[]; more: boolean }) =>
      `contains other files (${joined(names, 'en')}${more ? ', …' : ''}). Choose an empty or new folder with --out.`,
    zh: ({ names, more }) =>
      `其中有其他文件（${joined(names, 'zh')}${more ? '等' : ''}）。请用--out指定空文件夹或新文件夹。`,
  },
  inUse: {
    en: ({ builder }: { builder: Builder | null }) =>
      `is in use by another build${builderEn(builder)}. Wait for it, or stop it.`,
    zh: ({ builder }) => `正由另一构建${builderZh(builder)}使用。请等待其结束，或将其停止。`,
  },
  perhapsInUse: {
    en: ({ builder, silent, deadAfter, lock }: Silent) =>
      `is in use by another build${builderEn(builder)}. Wait for it, or stop it. Its last sign of life was ${silent} s ago; ${deadAfter} s after the last one the folder is free again. If you know that it has ended, remove ${lock}.`,
    zh: ({ builder, silent, deadAfter, lock }) =>
      `正由另一构建${builderZh(builder)}使用。请等待其结束，或将其停止。其最近一次活动信号在${silent}秒前；${deadAfter}秒没有信号，文件夹即可再用。如确知其已结束，请删除${lock}。`,
  },
  noSpace: {
    en: ({ phase }: { phase: Phase }) =>
      `there is no space left on the disk. Free some and run the same command again: finished parts are kept (stopped at: ${phase}).`,
    zh: ({ phase }) =>
      `磁盘空间不足。请腾出空间后重新运行同一命令，已完成的部分会保留（止于：${PHASES_ZH[phase]}）。`,
  },
  unreadablePart: {
    en: ({ fault }: { fault: string }) =>
      `the part in it cannot be read (${fault}). Remove that folder and run the same command again: only its file is read again.`,
    zh: ({ fault }) =>
      `其中的部分无法读取（${fault}）。请删除该文件夹并重新运行同一命令：只会重新读取对应的文件。`,
  },
  // Of an observatory.
  noFolder: {
    en: 'there is no such folder. Name an observatory, or build one with `synopolis build`.',
    zh: '没有这个文件夹。请指定观测库，或用`synopolis build`构建。',
  },
  noAddresses: {
    en: 'its records have no addresses that were read. Leave out --located-by, or build it from works with address strings.',
    zh: '其记录中没有读取到地址。请去掉--located-by，或用带地址字符串的论文记录重新构建。',
  },
  notObservatory: {
    en: 'is not an observatory. Build one with `synopolis build`.',
    zh: '不是观测库。请用`synopolis build`构建。',
  },
  unfinished: {
    en: 'its build was never finished. Run the same `synopolis build` again: it goes on where it stopped.',
    zh: '其构建没有完成。请重新运行同一`synopolis build`命令：会从停止处继续。',
  },
  manifestNotJson: {
    en: 'is not readable as JSON. Build the observatory again.',
    zh: '不是可读取的JSON。请重新构建观测库。',
  },
  notManifest: {
    en: 'is not the manifest of an observatory. Build the observatory again.',
    zh: '不是观测库的清单。请重新构建观测库。',
  },
  malformedManifest: {
    en: ({ at, fault }: { at: string; fault: Message }) =>
      `is not the manifest of an observatory (${at === '' ? '' : `${at}: `}${phrase(fault, 'en')}). Build the observatory again.`,
    zh: ({ at, fault }) =>
      `不是观测库的清单（${at === '' ? '' : `${at}：`}${phrase(fault, 'zh')}）。请重新构建观测库。`,
  },
  otherFormat: {
    en: ({ format, reads }: { format: string; reads: number }) =>
      `has format ${format}, but this version reads ${reads}. Build the observatory again.`,
    zh: ({ format, reads }) => `格式为${format}，而本版本读取格式${reads}。请重新构建观测库。`,
  },
  damaged: {
    en: ({ problem }: { problem: Message }) =>
      `${phrase(problem, 'en')}. Run the same \`synopolis build\` again: parts that are intact are used, and the rest is made again.`,
    zh: ({ problem }) =>
      `${phrase(problem, 'zh')}。请重新运行同一\`synopolis build\`命令：完好的部分会沿用，其余重新生成。`,
  },
  missing: { en: 'is missing', zh: '缺失' },
  otherSize: {
    en: ({ bytes, written }: { bytes: number; written: number }) =>
      `has ${bytes} bytes and was written with ${written}`,
    zh: ({ bytes, written }) => `有${bytes}字节，写入时为${written}字节`,
  },
  otherFooter: { en: 'has another footer than it was written with', zh: '文件尾与写入时不同' },
  otherBytes: { en: 'has other bytes than it was written with', zh: '内容与写入时不同' },
  ofPart: {
    en: ({ works, problem }: { works: string; problem: Message }) =>
      `(the part of ${works}) ${phrase(problem, 'en')}`,
    zh: ({ works, problem }) => `（${works}的部分）${phrase(problem, 'zh')}`,
  },
  onCluster: {
    en: ({ table, catalog, schema }: OnCluster) =>
      `this needs the table ${table}, which stayed on the cluster, as ${catalog}.${schema}.${table}. Query it there with synopolis serve --engine trino --server URL, or build again with --bring ${table} to copy it here; what was read is kept.`,
    zh: ({ table, catalog, schema }) =>
      `此问题需要表${table}，该表留在集群上，名为${catalog}.${schema}.${table}。可用synopolis serve --engine trino --server URL在集群上查询，或以--bring ${table}重新构建将其取回，已读取的部分会保留。`,
  },
});

const builderEn = (builder: Builder | null): string =>
  builder === null
    ? ''
    : ` (process ${builder.process}${builder.host === null ? '' : ` of ${builder.host}`})`;

const builderZh = (builder: Builder | null): string =>
  builder === null ? '' : `（${builder.host === null ? '' : `${builder.host}上的`}进程${builder.process}）`;

function each(files: readonly FileProblem[], language: Language): string {
  return files
    .map(({ file, line, problem }) => {
      const where = `${file ?? ''}${line === null ? '' : `:${line}`}`;
      return `  ${where}: ${phrase(problem, language)}`;
    })
    .join('\n');
}
