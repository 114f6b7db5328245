import { counted, defineMessages, whole } from '../../base/index.ts';

interface Part {
  readonly done: number;
  readonly of: number;
}

/** The demonstration of real records, as the first page of the synthetic one offers it. */
export const messages = defineMessages('real-demonstration-page', {
  works: {
    en: ({ done, of }: Part) => `Fetching works: ${whole(done, 'en')} of ${whole(of, 'en')}`,
    zh: ({ done, of }) => `正在获取论文：${whole(done, 'zh')}/${whole(of, 'zh')}篇`,
  },
  institutions: {
    en: ({ done, of }: Part) => `Fetching institutions: ${whole(done, 'en')} of ${whole(of, 'en')}`,
    zh: ({ done, of }) => `正在获取机构：${whole(done, 'zh')}/${whole(of, 'zh')}个`,
  },
  start: {
    en: ({ calls, minutes }: { calls: number; minutes: number }) =>
      `Fetch a real demonstration (about ${counted(calls, 'call')}, ${counted(minutes, 'minute')})`,
    zh: ({ calls, minutes }) => `获取真实数据演示（约${calls}次调用，${minutes}分钟）`,
  },
  begin: { en: 'Asking OpenAlex…', zh: '正在连接OpenAlex…' },
  build: { en: 'Building the observatory…', zh: '正在构建观测库…' },
  // Why it ended early; what was fetched is kept in every case.
  unreachable: {
    en: 'OpenAlex cannot be reached from this machine. Check the network, then try again.',
    zh: '本机无法连接OpenAlex。请检查网络后重试。',
  },
  allowance: {
    en: 'OpenAlex’s allowance for today is used up. What was fetched is kept: try again tomorrow, or set OPENALEX_API_KEY (free: openalex.org/settings/api) and start the program again.',
    zh: 'OpenAlex今天的免费额度已用完。已获取的内容会保留：请明天重试，或设置OPENALEX_API_KEY（免费：openalex.org/settings/api）后重新启动程序。',
  },
  unavailable: {
    en: 'OpenAlex gave no usable answer. What was fetched is kept: try again later.',
    zh: 'OpenAlex没有返回可用结果。已获取的内容会保留，请稍后重试。',
  },
  refused: {
    en: ({ status }: { status: number | null }) =>
      `OpenAlex refused the request${status === null ? '' : ` (HTTP ${status})`}. It may need a key: set OPENALEX_API_KEY (free: openalex.org/settings/api) and start the program again.`,
    zh: ({ status }) =>
      `OpenAlex拒绝了请求${status === null ? '' : `（HTTP ${status}）`}。可能需要密钥：请设置OPENALEX_API_KEY（免费：openalex.org/settings/api）后重新启动程序。`,
  },
  notOpenAlex: {
    en: 'The answer is not one of OpenAlex: a proxy or a login page may answer in its place. Check the network, then try again.',
    zh: '返回的内容不是OpenAlex的结果，可能是代理或登录页。请检查网络后重试。',
  },
  stopped: { en: 'Stopped. What was fetched is kept.', zh: '已停止。已获取的内容会保留。' },
  system: {
    en: ({ fault }: { fault: string }) => `This machine refused it: ${fault}. What was fetched is kept.`,
    zh: ({ fault }) => `本机出错：${fault}。已获取的内容会保留。`,
  },
  unforeseen: {
    en: 'Something unforeseen went wrong; the log of the server says what. What was fetched is kept.',
    zh: '出现未预料的错误，详见服务器日志。已获取的内容会保留。',
  },
});
