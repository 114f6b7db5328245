import { counted, defineMessages, joined, parameter } from '../../base/index.ts';

/** Why a request has no answer. */
export const messages = defineMessages('http', {
  unknownPath: {
    kind: 'not-found',
    en: ({ list }: { list: string }) => `Unknown path. ${list} lists all paths.`,
    zh: ({ list }) => `没有这个路径。${list}列有全部路径。`,
  },
  unknownJob: {
    kind: 'not-found',
    en: 'Unknown job: it never existed, or it ended so long ago that it was deleted. Ask the question again.',
    zh: '没有这项任务：从未有过，或因结束已久而被删除。请重新提问。',
  },
  unknownFormat: {
    kind: 'not-found',
    en: ({ path, formats }: { path: string; formats: readonly string[] }) =>
      `${path} is available as ${joined(formats, 'en')}, or without an extension as JSON.`,
    zh: ({ path, formats }) => `${path}可取的扩展名：${joined(formats, 'zh')}；不带扩展名时为JSON。`,
  },
  unknownPart: {
    kind: 'not-found',
    en: ({ part, parts }: { part: string; parts: readonly string[] }) =>
      `The answer has no part ${part}. Parts: ${joined(parts, 'en')}.`,
    zh: ({ part, parts }) => `答案没有名为${part}的部分。可取：${joined(parts, 'zh')}。`,
  },
  unknownClaim: {
    kind: 'not-found',
    en: ({ id, known }: { id: string; known: readonly string[] }) =>
      `Unknown claim ${id}. Claims: ${joined(known, 'en')}.`,
    zh: ({ id, known }) => `没有说法${id}。可选：${joined(known, 'zh')}。`,
  },
  shortToken: {
    en: ({ length, least }: { length: number; least: number }) =>
      `The token has ${counted(length, 'character')}. Use ${least} or more.`,
    zh: ({ length, least }) => `令牌只有${length}个字符。请用${least}个以上。`,
  },
  hostWithoutToken: {
    en: ({ host, least }: { host: string; least: number }) =>
      `${host} can be reached from other machines, and no token is set. Set SYNOPOLIS_TOKEN (${least} characters or more), or serve on 127.0.0.1.`,
    zh: ({ host, least }) =>
      `${host}可从其他机器访问，而未设置令牌。请设置SYNOPOLIS_TOKEN（${least}个字符以上），或在127.0.0.1上提供服务。`,
  },
  portInUse: {
    en: ({ host, port }: { host: string; port: number }) =>
      `Port ${port} of ${host} is in use. Choose another with --port.`,
    zh: ({ host, port }) => `${host}的端口${port}已被占用。请用--port另选一个。`,
  },
  portForbidden: {
    en: ({ host, port }: { host: string; port: number }) =>
      `Port ${port} of ${host} requires privileges. Choose another with --port.`,
    zh: ({ host, port }) => `使用${host}的端口${port}需要权限。请用--port另选一个。`,
  },
  unknownAddress: {
    en: ({ host }: { host: string }) => `This machine has no address ${host}. Choose another with --host.`,
    zh: ({ host }) => `本机没有地址${host}。请用--host另选一个。`,
  },
  portFailed: {
    en: ({ host, port, fault }: { host: string; port: number; fault: string }) =>
      `Port ${port} of ${host} cannot be opened (${fault}). Choose another with --port.`,
    zh: ({ host, port, fault }) => `无法打开${host}的端口${port}（${fault}）。请用--port另选一个。`,
  },
  partsOfFile: {
    en: ({ format }: { format: string }) =>
      `${parameter('parts')} is for JSON only: a ${format} file is always complete.`,
    zh: ({ format }) => `参数${parameter('parts')}只用于JSON，${format}文件总是完整的。`,
  },
  rawOfFile: {
    en: ({ format }: { format: string }) => `${parameter('raw')} is for CSV only, not for ${format}.`,
    zh: ({ format }) => `参数${parameter('raw')}只用于CSV，不用于${format}。`,
  },
  tooManyRows: {
    en: ({ rows, most }: { rows: number; most: number }) =>
      `The answer has ${counted(rows, 'row')}; at most ${counted(most, 'row')} are sent. Ask for fewer years or places, or use the command line.`,
    zh: ({ rows, most }) => `答案有${rows}行，最多发送${most}行。请减少年份或地点，或改用命令行。`,
  },
  busy: {
    en: ({ seconds }: { seconds: number }) => `Too many questions are waiting. Try again in ${seconds} s.`,
    zh: ({ seconds }) => `等待的提问过多。请在${seconds}秒后再试。`,
  },
  noObservatory: {
    en: 'Its folder is empty, missing, or being rebuilt. Try again later.',
    zh: '其文件夹为空、不存在，或正在重新构建。请稍后再试。',
  },
  clusterSilent: {
    en: 'This needs tables that stayed on a cluster, and the cluster does not answer; the server’s log says why. Try again later.',
    zh: '此问题需要集群上的表，而集群无响应，原因见服务器日志。请稍后再试。',
  },
  clusterRebuilt: {
    en: 'The tables that this needs were rebuilt on their cluster, but the folder that is served was not. Build it again.',
    zh: '此问题所需的表已在集群上重新构建，而所服务的文件夹尚未更新。请重新构建。',
  },
  replaced: {
    en: 'The observatory was rebuilt before the question was answered. Ask again.',
    zh: '回答之前观测库已重新构建。请重新提问。',
  },
  unreadable: {
    en: 'A table of the observatory is damaged or missing; the server’s log says which. Build it again.',
    zh: '观测库的一张表已损坏或缺失，详见服务器日志。请重新构建。',
  },
  cancelled: {
    en: 'The question was cancelled before it was answered.',
    zh: '此提问在回答之前已取消。',
  },
  abandoned: {
    en: 'No client asked about this job for a while, so it was stopped. Ask the question again, and then check its job about once a second.',
    zh: '已有一段时间无人查询这项任务，因此将其终止。请重新提问，并约每秒查询一次任务。',
  },
  slow: {
    en: ({ seconds }: { seconds: number }) =>
      `The question was stopped after ${counted(seconds, 'second')}. Ask for fewer years or places.`,
    zh: ({ seconds }) => `此提问在${seconds}秒后终止。请减少年份或地点。`,
  },
  unforeseen: {
    en: 'The server’s log has the details under the id of this request. Please report it.',
    zh: '详情见服务器日志中本请求编号下的记录。请反馈给开发者。',
  },
  rate: {
    en: ({ most }: { most: number }) => `At most ${counted(most, 'request')} a minute are accepted.`,
    zh: ({ most }) => `每分钟最多${most}次请求。`,
  },
  unreadableHost: {
    en: 'The name of the host cannot be read.',
    zh: '无法读取主机名。',
  },
  localOnly: {
    en: 'This server answers on this machine only, as localhost or 127.0.0.1.',
    zh: '本服务器只在本机应答，名称为localhost或127.0.0.1。',
  },
  longUrl: {
    en: ({ length, most }: { length: number; most: number }) =>
      `Path and query have ${counted(length, 'character')}; at most ${most} are accepted.`,
    zh: ({ length, most }) => `路径与查询共${length}个字符，最多${most}个。`,
  },
  readOnly: {
    en: ({ methods }: { methods: readonly string[] }) => `This path accepts ${joined(methods, 'en')} only.`,
    zh: ({ methods }) => `此路径只接受${joined(methods, 'zh')}。`,
  },
  foreignSite: {
    en: 'Pages of other sites may not use this server. Open the address itself, or ask from a program.',
    zh: '其他网站的页面不得使用本服务器。请直接打开网址，或通过程序提问。',
  },
  tokenRequired: {
    en: 'Send the header Authorization: Bearer TOKEN.',
    zh: '请发送请求头Authorization: Bearer TOKEN。',
  },
});

/** What kinds of problems are called. */
export const titles = defineMessages('http-title', {
  parameter: { en: 'Invalid parameter', zh: '参数有误' },
  unanswerable: { en: 'The question cannot be answered', zh: '无法得出结果' },
  notFound: { en: 'Not found', zh: '未找到' },
  format: { en: 'Unknown format', zh: '没有这种格式' },
  rows: { en: 'The answer is too long', zh: '答案过长' },
  busy: { en: 'Too many questions at once', zh: '同时提问过多' },
  rate: { en: 'Too many requests', zh: '请求过多' },
  noObservatory: { en: 'No observatory is available', zh: '目前没有观测库' },
  cluster: { en: 'The cluster does not answer', zh: '集群无响应' },
  rebuilt: { en: 'The cluster holds another build', zh: '集群上是另一次构建的数据' },
  replaced: { en: 'The observatory was rebuilt meanwhile', zh: '观测库已重新构建' },
  unreadable: { en: 'The observatory cannot be read', zh: '无法读取观测库' },
  cancelled: { en: 'Cancelled', zh: '已取消' },
  slow: { en: 'The question took too long', zh: '耗时过长' },
  unforeseen: { en: 'Unexpected error', zh: '发生意外错误' },
  host: { en: 'Not a name of this server', zh: '不是本服务器的名称' },
  longUrl: { en: 'The URL is too long', zh: '网址过长' },
  method: { en: 'This server is read-only', zh: '此处只读' },
  site: { en: 'Request from another site', zh: '来自其他网站的请求' },
  token: { en: 'A token is required', zh: '需要令牌' },
});
