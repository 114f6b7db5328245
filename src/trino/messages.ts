import { defineMessages, joined } from '../base/index.ts';

interface Builder {
  readonly process: number;
  readonly host: string;
  /** Seconds since its last sign of life. */
  readonly silent: number;
}

const TABLE_OVER_IT = "(CREATE TABLE … WITH (format = 'PARQUET', external_location = …))";

/** What is wrong with a cluster, or with what is read from one. */
export const messages = defineMessages('cluster', {
  // Of a build.
  badSchema: {
    en: ({ schema }: { schema: string }) =>
      `the schema “${schema}” contains characters other than a-z, 0-9 and _. Choose another with --schema.`,
    zh: ({ schema }) => `架构名“${schema}”含有a-z、0-9和_以外的字符。请用--schema另取一名。`,
  },
  unknownCatalog: {
    en: ({ catalog, catalogs }: { catalog: string; catalogs: readonly string[] }) =>
      `the cluster has no catalog ${catalog}. It has: ${joined(catalogs, 'en')}.`,
    zh: ({ catalog, catalogs }) => `集群没有目录${catalog}。其中有：${joined(catalogs, 'zh')}。`,
  },
  notHive: {
    en: ({ catalog, connector }: { catalog: string; connector: string }) =>
      `the catalog ${catalog} uses the connector ${connector}; parts and tables are kept in Hive. Name a Hive catalog with --catalog. Works may be read from another: --works CATALOG.SCHEMA.TABLE.`,
    zh: ({ catalog, connector }) =>
      `目录${catalog}的连接器为${connector}，而各部分与表须存于Hive。请用--catalog指定Hive目录。论文可从其他目录读取：--works CATALOG.SCHEMA.TABLE。`,
  },
  inUse: {
    en: ({ schema, builder, deadAfter }: { schema: string; builder: Builder | null; deadAfter: number }) =>
      `${schema} is in use by another build${builder === null ? '' : ` (process ${builder.process} of ${builder.host}, last sign of life ${builder.silent} s ago)`}. Wait for it or stop it, or choose another schema with --schema. A build that was killed on another machine counts as ended ${deadAfter} s after its last sign of life.`,
    zh: ({ schema, builder, deadAfter }) =>
      `${schema}正由另一构建${builder === null ? '' : `（${builder.host}上的进程${builder.process}，最近一次活动信号在${builder.silent}秒前）`}使用。请等待其结束或将其停止，或用--schema另取架构名。在其他机器上被终止的构建，最后一次信号${deadAfter}秒后即视为已结束。`,
  },
  // Of works.
  notWorksTable: {
    en: ({ table }: { table: string }) =>
      `${table} is not a table of works. Give one with the columns of OpenAlex works (id, authorships), or one column of text with a record of JSON in each row.`,
    zh: ({ table }) =>
      `${table}不是论文表。请给出含OpenAlex论文各列（id、authorships）的表，或只有一列文本、每行一条JSON记录的表。`,
  },
  noRecord: {
    en: ({ table }: { table: string }) => `${table} contains no records. Check what --works names.`,
    zh: ({ table }) => `${table}中没有记录。请检查--works所指的内容。`,
  },
  notJsonLines: {
    en: ({ path }: { path: string }) =>
      `${path} is not a file of JSON Lines. Create a table over such files (WITH (format = …, external_location = …)) and name it with --works.`,
    zh: ({ path }) =>
      `${path}不是JSON Lines文件。请为这类文件建表（WITH (format = …, external_location = …)），并用--works指明。`,
  },
  notTableName: {
    en: ({ text }: { text: string }) =>
      `“${text}” is neither a table nor a location. Give CATALOG.SCHEMA.TABLE, or an address such as s3://bucket/works.`,
    zh: ({ text }) =>
      `“${text}”既不是表，也不是位置。请给出CATALOG.SCHEMA.TABLE，或s3://bucket/works这样的地址。`,
  },
  otherConnector: {
    en: ({ catalog, connector }: { catalog: string; connector: string }) =>
      `works are read from Hive and Iceberg, and ${catalog} uses the connector ${connector}. Name a table of one of these with --works.`,
    zh: ({ catalog, connector }) =>
      `论文从Hive和Iceberg读取，而${catalog}的连接器为${connector}。请用--works指明其中之一的表。`,
  },
  otherColumn: {
    en: ({ column, file, fault }: { column: string; file: string; fault: string }) =>
      `the column ${column} of ${file} is not that of OpenAlex works: ${fault}. Create a table with its types over it ${TABLE_OVER_IT} and name it with --works.`,
    zh: ({ column, file, fault }) =>
      `${file}的列${column}不是OpenAlex论文的格式（${fault}）。请按其类型建表${TABLE_OVER_IT}，并用--works指明。`,
  },
  noColumns: {
    en: ({ file }: { file: string }) =>
      `${file} is Parquet without the columns of OpenAlex works (id, authorships). Give the works of the snapshot.`,
    zh: ({ file }) => `${file}是Parquet，但没有OpenAlex论文的列（id、authorships）。请给出快照中的论文。`,
  },
  noPartitions: {
    en: ({ catalog, fault }: { catalog: string; fault: string }) =>
      `a table cannot be created over partitions of Parquet (“${fault}”). Set hive.allow-register-partition-procedure=true in the catalog ${catalog}, or name a table of your own with --works.`,
    zh: ({ catalog, fault }) =>
      `无法为Parquet分区建表（“${fault}”）。请在目录${catalog}中设置hive.allow-register-partition-procedure=true，或用--works指明自建的表。`,
  },
  tooManyBroken: {
    en: ({ broken, of }: { broken: number; of: number }) =>
      `has ${broken} ${broken === 1 ? 'line that is' : 'lines that are'} not JSON, of ${of}. Get it again, or leave it out.`,
    zh: ({ broken, of }) => `共${of}行，其中${broken}行不是JSON。请重新获取，或不使用该文件。`,
  },
  // Of questions.
  noTables: {
    en: 'no table of this observatory stayed on a cluster. Leave --engine trino out: all questions are answered here.',
    zh: '本观测库没有留在集群上的表。请去掉--engine trino：所有问题都在本机作答。',
  },
  unknownBuild: {
    en: 'the manifest does not state which build on the cluster this is. Build again: what was read is kept.',
    zh: '清单没有写明对应集群上的哪一次构建。请重新构建：已读取的部分会保留。',
  },
  otherBuild: {
    en: ({ tables, server }: { tables: string; server: string }) =>
      `${tables} of ${server} holds another build than this folder. Build the folder again, or name the schema that its tables are in with --catalog and --schema.`,
    zh: ({ tables, server }) =>
      `${server}的${tables}与本文件夹不是同一次构建。请重新构建本文件夹，或用--catalog和--schema指明其表所在的架构。`,
  },
  tooLong: {
    en: 'this asks for more at once than a cluster takes in one statement. Ask for fewer places or years.',
    zh: '此问题超出集群单条语句的长度。请减少地点或年份。',
  },
  noAnswer: {
    en: ({ server, fault }: { server: string; fault: string }) =>
      `the cluster at ${server} does not answer (“${fault}”). Check --server, --user and the credentials, and that the cluster is running.`,
    zh: ({ server, fault }) =>
      `集群${server}无响应（“${fault}”）。请检查--server、--user与凭据，以及集群是否在运行。`,
  },
});
