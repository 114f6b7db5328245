import { counted, decimals, defineMessages, joined, type Language, whole } from '../../base/index.ts';

interface Size {
  readonly calls: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** What the demonstration of real records costs, and how far it came. */
export const messages = defineMessages('real-demonstration', {
  cost: {
    en: ({ works, institutions, calls, seconds, bytes }: Size & { works: number; institutions: number }) =>
      `Global health journals: ${counted(works, 'work')} and about ${counted(institutions, 'institution')} from OpenAlex, in about ${counted(calls, 'call')}: ${minutes(seconds, 'en')}, ${megabytes(bytes)} on disk. The build then takes less than a minute.`,
    zh: ({ works, institutions, calls, seconds, bytes }) =>
      `全球健康期刊：从OpenAlex获取${whole(works, 'zh')}篇论文和约${whole(institutions, 'zh')}个机构，约需${whole(calls, 'zh')}次调用，${minutes(seconds, 'zh')}，占用磁盘${megabytes(bytes)}。之后构建不到1分钟。`,
  },
  expectedCost: {
    en: ({ works, institutions, calls, seconds, bytes }: Size & { works: number; institutions: number }) =>
      `Global health journals: about ${whole(works, 'en')} works and ${whole(institutions, 'en')} institutions from OpenAlex, in about ${counted(calls, 'call')}: ${minutes(seconds, 'en')}, ${megabytes(bytes)} on disk. The build then takes less than a minute.`,
    zh: ({ works, institutions, calls, seconds, bytes }) =>
      `全球健康期刊：从OpenAlex获取约${whole(works, 'zh')}篇论文和${whole(institutions, 'zh')}个机构，约需${whole(calls, 'zh')}次调用，${minutes(seconds, 'zh')}，占用磁盘${megabytes(bytes)}。之后构建不到1分钟。`,
  },
  costOfInstitutions: {
    en: ({ institutions, calls, seconds }: Size & { institutions: number }) =>
      `The works are here. ${counted(institutions, 'institution')} that they name are missing: ${counted(calls, 'call')}, ${minutes(seconds, 'en')}.`,
    zh: ({ institutions, calls, seconds }) =>
      `论文已在本地，还缺其中的${whole(institutions, 'zh')}个机构：${whole(calls, 'zh')}次调用，${minutes(seconds, 'zh')}。`,
  },
  covered: {
    en: ({ left, withKey }: { left: number; withKey: boolean }) =>
      `OpenAlex allows ${counted(left, 'more call')} today${withKey ? '' : ' without a key'}: enough.`,
    zh: ({ left, withKey }) =>
      `OpenAlex今天${withKey ? '' : '在无密钥时'}还允许${whole(left, 'zh')}次调用，足够。`,
  },
  notCovered: {
    en: ({ left, withKey }: { left: number; withKey: boolean }) =>
      `OpenAlex allows ${counted(left, 'more call')} today${withKey ? '' : ' without a key'}: not enough. What is fetched is kept; run the same command again tomorrow${withKey ? '' : ', or set OPENALEX_API_KEY (free: openalex.org/settings/api)'}.`,
    zh: ({ left, withKey }) =>
      `OpenAlex今天${withKey ? '' : '在无密钥时'}还允许${whole(left, 'zh')}次调用，不够。已获取的内容会保留；请明天再次运行同一命令${withKey ? '' : '，或设置OPENALEX_API_KEY（免费：openalex.org/settings/api）'}。`,
  },
  unknownAllowance: {
    en: 'No OPENALEX_API_KEY is set. Without a key OpenAlex allows 100 to 1,000 calls a day, depending on which of its pages is right. If that is not enough, what is fetched is kept: run the same command again tomorrow, or set a key (free: openalex.org/settings/api).',
    zh: '未设置OPENALEX_API_KEY。无密钥时，OpenAlex每天允许100至1,000次调用（其文档说法不一）。如果不够，已获取的内容会保留：请明天再次运行同一命令，或设置密钥（免费：openalex.org/settings/api）。',
  },
  allowanceWithoutKey: {
    en: 'Without a key OpenAlex allows 100 to 1,000 calls a day. If that is not enough, what is fetched is kept, and fetching continues from there.',
    zh: '无密钥时，OpenAlex每天允许100至1,000次调用。如果不够，已获取的内容会保留，之后可从中断处继续。',
  },
  stoppedAtMaxPages: {
    en: ({ works, expected, folder }: { works: number; expected: number; folder: string }) =>
      `Stopped at --max-pages with ${whole(works, 'en')} of ${counted(expected, 'work')} in ${folder}; nothing was built. Run the same command without --max-pages to continue.`,
    zh: ({ works, expected, folder }) =>
      `已按--max-pages停止：${folder}中有${whole(expected, 'zh')}篇论文中的${whole(works, 'zh')}篇，未构建。去掉--max-pages再次运行即可继续。`,
  },
  noWorks: {
    en: 'OpenAlex has no works of these journals. Check that the address is that of OpenAlex; if it is, report this, as the list of journals may be out of date.',
    zh: 'OpenAlex中没有这些期刊的论文。请检查接口地址；若地址无误，期刊清单可能已过时，请反馈。',
  },
  missingJournals: {
    en: ({ names }: { names: readonly string[] }) =>
      `OpenAlex has no works of ${joined(names, 'en')}. ${names.length === 1 ? 'Its ISSN' : 'Their ISSNs'} may have changed there; the ranking leaves ${names.length === 1 ? 'it' : 'them'} out.`,
    zh: ({ names }) =>
      `OpenAlex中没有${joined(names, 'zh')}的论文，其ISSN可能已变更。排名中不含${names.length === 1 ? '该刊' : '这些期刊'}。`,
  },
  vintage: {
    en: ({ from, to }: { from: string; to: string }) =>
      `The records are those of OpenAlex ${from === to ? `on ${from}` : `from ${from} to ${to}`}.`,
    zh: ({ from, to }) => `记录取自${from === to ? from : `${from}至${to}`}的OpenAlex。`,
  },
});

function minutes(seconds: number, language: Language): string {
  const n = Math.max(1, Math.ceil(seconds / 60));
  return language === 'zh' ? `约${n}分钟` : `about ${counted(n, 'minute')}`;
}

function megabytes(bytes: number): string {
  return `${decimals(Math.max(1, Math.ceil(bytes / 1e6)), 0, 'en')} MB`;
}
