import { ADVICE } from './advice-zh.ts';
import type { Problem } from './problem.ts';
import { OF_ANALYSES } from './sentences-of-analyses-zh.ts';
import { OF_KNOWLEDGE } from './sentences-of-knowledge-zh.ts';
import { GENERAL, type Pattern } from './sentences-zh.ts';

/** What went wrong in Chinese, by what it is called in English. */
const TITLES: Readonly<Record<string, string>> = {
  'A parameter cannot be so': '参数有误',
  'A token is needed': '需要令牌',
  'It cannot be answered': '无法作答',
  'It took too long': '耗时过长',
  'It was cancelled': '已取消',
  'Another site asks': '其他网站提问',
  'Not a name of this server': '不是本服务器的名称',
  'Nothing can be changed here': '此处只读',
  'Something unforeseen went wrong': '发生意外错误',
  'The address is too long': '网址过长',
  'The cluster does not answer': '集群无响应',
  'The cluster holds another build': '集群上是另一次构建的数据',
  'The answer is too long': '答案过长',
  'The observatory cannot be read': '无法读取观测库',
  'The observatory was rebuilt meanwhile': '观测库已重新构建',
  'There is no observatory at the moment': '目前没有观测库',
  'There is no such format': '没有这种格式',
  'There is no such job': '没有这项任务',
  'There is no such path': '没有这个路径',
  'There is no such thing': '没有所问的内容',
  'Too many questions at once': '同时提问过多',
  'Too many requests': '请求过多',
};

/** Sentences of what is wrong and what to do, each to its full stop. */
const SENTENCES: readonly Pattern[] = [...GENERAL, ...OF_ANALYSES, ...OF_KNOWLEDGE, ...ADVICE];

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
