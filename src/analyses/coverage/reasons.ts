/*
 * Why records were left out and parts of works are unlocated. These reasons are codes that read as English: keys of counts in
 * manifests and tables, where they stay as they are. Some end with what they are about, after a colon.
 */

/** In Chinese. */
const REASONS: Readonly<Record<string, string>> = {
  retracted: '已撤稿',
  paratext: '副文本',
  'extended corpus': '扩展语料',
  'no year': '没有年份',
  'implausible year': '年份不可信',
  deleted: '编号已被OpenAlex删除',
  'other year': '年份不在范围内',
  'other type': '类型不在范围内',
  'other source': '来源不在范围内',
  'older version of the same work': '同一论文的旧版本',
  'no institution': '未注明机构',
  'no author': '没有作者',
  'unknown id': '机构编号未知',
  'unknown name': '机构名称未知',
  'ambiguous name': '机构名称有歧义',
  'name without country': '机构名称没有国家',
  'umbrella beside an unresolved name': '上级机构与未能识别的名称并列',
  'only its parent is located': '只有其上级机构可定位',
  'no place': '没有地点',
  'no country': '没有国家',
  'province only': '只知省份',
  'no coordinates': '没有坐标',
  'impossible coordinates': '坐标不可能存在',
  'far from any coded place': '远离任何有编码的地点',
  'country and place disagree': '国家与地点不符',
  'no such city': '没有这个城市',
  'not JSON': '不是JSON',
  'not a JSON object': '不是JSON对象',
  'no OpenAlex work id': '没有OpenAlex论文编号',
  'line longer than 256 MB': '行长超过256 MB',
  none: '未分类',
  unknown: '未知',
};

/** Those that end with what they are about. */
const PATTERNS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^unusable: (.+)$/, (reason) => `无法使用：${recordReasonZh(reason)}`],
  [/^damaged file (.+?): (.+)$/, (path, problem) => `文件“${path}”损坏：“${problem}”`],
  [/^wrong type: (.+)$/, (key) => `字段${key}的类型不符`],
  [/^too large: (.+)$/, (key) => `字段${key}的数值过大`],
];

/** A reason of a build in Chinese; as it stands where it has no words, such as the name of a file. */
export function recordReasonZh(reason: string): string {
  if (Object.hasOwn(REASONS, reason)) return REASONS[reason];
  for (const [pattern, say] of PATTERNS) {
    const found = pattern.exec(reason);
    if (found !== null) return say(...found.slice(1));
  }
  return reason;
}
