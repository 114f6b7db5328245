import type { Problem } from './problem.ts';

/** What went wrong in Chinese, by what it is called in English. */
const TITLES: Readonly<Record<string, string>> = {
  'A parameter cannot be so': '参数有误',
  'A token is needed': '需要令牌',
  'It cannot be answered': '无法作答',
  'It took too long': '耗时过长',
  'It was cancelled': '已取消',
  'Not a name of this server': '不是本服务器的名称',
  'Nothing can be changed here': '此处只读',
  'Something unforeseen went wrong': '发生意外错误',
  'The address is too long': '网址过长',
  'The cluster does not answer': '集群无响应',
  'The cluster holds another build': '集群上是另一次构建的数据',
  'The answer is too long': '答案过长',
  'The observatory cannot be read': '无法读取观测库',
  'There is no observatory at the moment': '目前没有观测库',
  'There is no such format': '没有这种格式',
  'There is no such job': '没有这项任务',
  'There is no such path': '没有这个路径',
  'There is no such thing': '没有所问的内容',
  'Too many questions at once': '同时提问过多',
  'Too many requests': '请求过多',
};

type Pattern = readonly [RegExp, (...parts: string[]) => string];

const KINDS: Readonly<Record<string, string>> = {
  city: '城市',
  province: '省份',
  nation: '国家',
  region: '区域',
};
const kindZh = (kind: string): string => (Object.hasOwn(KINDS, kind) ? KINDS[kind] : kind);
const kindsZh = (kinds: string): string =>
  kinds
    .split(/, | or /)
    .map(kindZh)
    .join('或');

/** Sentences of what is wrong and what to do, each to its full stop. */
const SENTENCES: readonly Pattern[] = [
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
  // Of what was asked for.
  [/^no field “(.*?)” in this observatory\.(?= |$)/, (text) => `本观测库没有领域“${text}”。`],
  [/^“(.*?)” fits several fields\.(?= |$)/, (text) => `“${text}”对应多个领域。`],
  [/^no definition (\S+) in this observatory\.(?= |$)/, (id) => `本观测库没有区域定义${id}。`],
  [/^no place (\S+) in this observatory\.(?= |$)/, (id) => `本观测库没有地点${id}。`],
  [/^“(.*?)” is not the name of a place\.(?= |$)/, (text) => `没有名为“${text}”的地点。`],
  [/^“(.*?)” is no place\.(?= |$)/, (text) => `“${text}”不是地点。`],
  [/^“(.*?)” is the name of several definitions\.(?= |$)/, (text) => `有多个区域定义名为“${text}”。`],
  [
    /^(.+ \(\S+\)) has no institution in this observatory\.(?= |$)/,
    (place) => `本观测库在${place}没有机构。`,
  ],
  [/^(.+ \(\S+\)) is not in this ranking\.(?= |$)/, (place) => `${place}不在这一排名之中。`],
  [/^(.+ \(\S+\)) is given twice\.(?= |$)/, (place) => `${place}给出了两次。`],
  [
    /^(.+ \(\S+\)) is a (city|province|nation|region)\.(?= |$)/,
    (place, kind) => `${place}是${kindZh(kind)}。`,
  ],
  [/^(.+) is a city and has no pairs inside\.(?= |$)/, (place) => `${place}是城市，内部没有城市对。`],
  [/^(.+) is not ahead of itself\.(?= |$)/, (place) => `${place}不可能领先自身。`],
  [/^There is no resource (\S+)\.(?= |$)/, (id) => `没有创新资源${id}。`],
  [/^there is no claim (\S+)\.(?= |$)/, (id) => `没有论断${id}。`],
  [/^the answer has no part (\S+?)\.(?= |$)/, (part) => `答案没有名为${part}的部分。`],
  [
    /^parts is of JSON alone: a file of (\w+) is whole\.(?= |$)/,
    (format) => `参数parts只用于JSON，${format}文件总是完整的。`,
  ],
  [/^no place is named\.(?= |$)/, () => '未指明地点。'],
  [/^the need is empty\.(?= |$)/, () => '需求为空。'],
  [
    /^there are no works in the base year (\d+) under these filters\.(?= |$)/,
    (year) => `所选条件下基准年${year}没有成果。`,
  ],
  [
    /^a comparison is of (\d+) to (\d+) places, not (\d+)\.(?= |$)/,
    (few, most, n) => `比较须有${few}至${most}个地点，现有${n}个。`,
  ],
  [/^co-affiliation cannot be told by sector\.(?= |$)/, () => '按部门无法分辨双重署名。'],
  [/^what is unlocated is not known by topic\.(?= |$)/, () => '按主题无法得知未定位的部分。'],
  // What to do.
  [/^Did you mean: (.+)\?(?= |$)/, (near) => `是否指：${near}？`],
  [/^Did you mean (.+)\?(?= |$)/, (near) => `是否指${near}？`],
  [/^Fields are: (.+)\.$/, (all) => `可选领域：${all}。`],
  [/^Give the number: (.+)\.$/, (all) => `请给出编号：${all}。`],
  [/^It has: (.+)\.$/, (all) => `其中有：${all}。`],
  [/^There are: (.+)\.$/, (all) => `可选：${all}。`],
  [/^Give a place id, such as (\S+)\.$/, (id) => `请给出地点编号，如${id}。`],
  [/^Give a place id, such as (\S+) or (\S+)\.$/, (a, b) => `请给出地点编号，如${a}或${b}。`],
  [/^Name one by its id: (.+)\.$/, (ids) => `请按编号指明：${ids}。`],
  [/^Name a ((?:city|province|nation|region)(?:(?: or |, )\w+)*)\.$/, (kinds) => `请指明${kindsZh(kinds)}。`],
  [/^Name two places\.$/, () => '请指明两个地点。'],
  [/^Its table places says what is in it\.$/, () => '表places列有其中的地点。'],
  [/^Rank its kind with `of`, or widen years and field\.$/, () => '请用`of`排列其类别，或放宽年份与领域。'],
  [/^Take a base year inside the years asked for\.$/, () => '请取所问年份之内的基准年。'],
  [/^Leave out `coaffiliation=false` or `sector`\.$/, () => '请去掉`coaffiliation=false`或`sector`。'],
  [
    /^Ask for the subfield that the topic belongs to, or one above it\.$/,
    () => '请改问该主题所属的子领域或更上一级。',
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
  [/^Too many questions wait already\. Ask again\.$/, () => '等待的问题已经过多。请稍后再问。'],
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

/** A problem in Chinese. Of its detail, sentences that have no Chinese words stay as they are. */
export function problemZh(problem: Problem): Problem {
  const { title, detail } = problem;
  return {
    ...problem,
    title: Object.hasOwn(TITLES, title) ? TITLES[title] : title,
    detail: detailZh(detail),
  };
}

function detailZh(detail: string): string {
  for (const [pattern, say] of SENTENCES) {
    const found = pattern.exec(detail);
    if (found === null) continue;
    const said = say(...found.slice(1).map((part) => (part as string | undefined) ?? ''));
    const rest = detail.slice(found[0].length).trimStart();
    return rest === '' ? said : `${said}${detailZh(rest)}`;
  }
  return detail;
}
