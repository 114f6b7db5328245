/** A sentence in English, to its full stop, and how its parts are said in Chinese. */
export type Pattern = readonly [RegExp, (...parts: string[]) => string];

/** Of parameters, of clusters and of the server. */
export const GENERAL: readonly Pattern[] = [
  // Of the parameters.
  [/^(\w+) is needed: one of (.+?)\.(?= |$)/, (name, all) => `须给出参数${name}，可取：${all}。`],
  [/^(\w+) is needed\.(?= |$)/, (name) => `须给出参数${name}。`],
  [
    /^(\w+) takes (.+); “(.*)” is none of them\.(?= |$)/,
    (name, all, text) => `参数${name}可取：${all}；“${text}”不在其中。`,
  ],
  [
    /^(\w+) takes (\d+) at most, joined by commas\.(?= |$)/,
    (name, n) => `参数${name}最多${n}项，以逗号分隔。`,
  ],
  [
    /^(\w+) takes (\d+)( or more)?, joined by commas\.(?= |$)/,
    (name, n, more) => `参数${name}须有${n}项${more === '' ? '' : '以上'}，以逗号分隔。`,
  ],
  [
    /^(\w+) is at most (\S+), not (\S+)\.(?= |$)/,
    (name, most, got) => `参数${name}最大为${most}，现为${got}。`,
  ],
  [
    /^(\w+) is at least (\S+), not (\S+)\.(?= |$)/,
    (name, least, got) => `参数${name}最小为${least}，现为${got}。`,
  ],
  [
    /^(\w+) is below (\S+), not (\S+)\.(?= |$)/,
    (name, most, got) => `参数${name}须小于${most}，现为${got}。`,
  ],
  [
    /^(\w+) is above (\S+), not (\S+)\.(?= |$)/,
    (name, least, got) => `参数${name}须大于${least}，现为${got}。`,
  ],
  [
    /^(\w+) cannot be read: “(.*)” is no whole number\.(?= |$)/,
    (name, text) => `参数${name}：“${text}”不是整数。`,
  ],
  [/^(\w+) cannot be read: “(.*)” is no number\.(?= |$)/, (name, text) => `参数${name}：“${text}”不是数。`],
  [
    /^(\w+) cannot be read: “(.*)” is no span of years such as 2015-2024\.(?= |$)/,
    (name, text) => `参数${name}：“${text}”不是年份范围，应如2015-2024。`,
  ],
  [
    /^(\w+) cannot be read: the years are the wrong way round: (\d+) is after (\d+)\.(?= |$)/,
    (name, from, to) => `参数${name}：年份颠倒，${from}在${to}之后。`,
  ],
  [
    /^(\w+) cannot be read: “(.*)” is neither true nor false\.(?= |$)/,
    (name, text) => `参数${name}：“${text}”既非true也非false。`,
  ],
  // Of tables on a cluster.
  [
    /^this needs the table (\S+), which stayed on the cluster, as (\S+)\.(?= |$)/,
    (table, full) => `此问题需要表${table}，该表留在集群上，名为${full}。`,
  ],
  [
    /^Ask it there: (synopolis serve .+ URL)\. Or bring it home: build again with (--bring \S+); what was read is kept\.$/,
    (serve, bring) => `可用${serve}向集群提问，或以${bring}重新构建将其取回，已读取的部分会保留。`,
  ],
  [
    /^this asks for more at once than a cluster takes in one statement\.(?= |$)/,
    () => '此问题超出集群单条语句的长度。',
  ],
  [/^Ask for fewer places or years\.$/, () => '请减少地点或年份。'],
  // Of the server.
  [
    /^The answer has (\d+) rows; (\d+) are sent at most\. Ask for fewer years or places, or use the command line\.$/,
    (rows, most) => `答案有${rows}行，最多发送${most}行。请减少年份或地点，或使用命令行。`,
  ],
  [
    /^Too many questions wait already\. Ask again in (\d+) s\.$/,
    (seconds) => `等待的问题已经过多。请在${seconds}秒后再问。`,
  ],
  [
    /^Nobody asked about this job for a while, so it was ended\. Ask the question again, and then about its job each second or so\.$/,
    () => '这项任务久未有人查询，已结束。请重新提问，并每隔一秒左右查询其任务。',
  ],
  [
    /^Pages of other sites may not ask this server\. Open the address itself, or ask from a program\.$/,
    () => '其他网站的页面不得向本服务器提问。请直接打开此网址，或由程序提问。',
  ],
  [/^The name of the host cannot be read\.$/, () => '无法识别主机名。'],
  [
    /^Its folder is empty, gone, or being built anew\. Ask again later\.$/,
    () => '其文件夹为空、已不在或正在重建。请稍后再问。',
  ],
  [/^Its folder holds none now\.$/, () => '其文件夹目前没有观测库。'],
  [
    /^A table of it is damaged or gone; the server’s log says which\. Build it again\.$/,
    () => '其中有表损坏或缺失，服务器日志载明是哪一个。请重新构建。',
  ],
  [
    /^This needs tables that stayed on a cluster, which gives no answer; the server’s log says why\. Ask again later\.$/,
    () => '此问题需要留在集群上的表，而集群无响应，服务器日志载明原因。请稍后再问。',
  ],
  [
    /^The tables that this needs were built anew on their cluster, and the folder that is served was not\. Build it again\.$/,
    () => '此问题所需的表已在集群上重新构建，而所服务的文件夹尚未更新。请重新构建。',
  ],
  [
    /^A new build took its place before the question was answered\. Ask again\.$/,
    () => '作答期间观测库已被新的构建替换。请重新提问。',
  ],
  [/^The question was cancelled before it was answered\.$/, () => '问题在作答之前已取消。'],
  [
    /^The question was given up after (\S+) seconds\. Ask for fewer years or places\.$/,
    (seconds) => `${seconds}秒后放弃作答。请减少年份或地点。`,
  ],
  [
    /^The server’s log has what, under the id of this request\. Please report it\.$/,
    () => '服务器日志按本次请求的编号记有详情。请报告此问题。',
  ],
  [
    /^It never was, or ended so long ago that it is forgotten\. Ask the question again\.$/,
    () => '它从未存在，或结束已久而不再保留。请重新提问。',
  ],
  [/^(\S+) lists the paths there are\.$/, (path) => `${path}列有全部路径。`],
  [/^(\S+) ends with (.+), or with none of them\.$/, (path, ends) => `${path}可以${ends}结尾，或不加结尾。`],
  [/^There may be (\d+) requests a minute\.$/, (most) => `每分钟最多${most}次请求。`],
  [/^This path takes (.+)\.$/, (methods) => `此路径只接受${methods}。`],
  [/^Send the header Authorization: Bearer TOKEN\.$/, () => '请发送请求头 Authorization: Bearer TOKEN。'],
  [
    /^This server answers on this machine only, as localhost or 127\.0\.0\.1\.$/,
    () => '本服务器只在本机以localhost或127.0.0.1作答。',
  ],
];
