import type { Bilingual } from '../../base/index.ts';

/** Why records were left out and parts of works are unlocated, in Chinese: the words of a build. */
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
  'older version of the same work': '同一成果的旧版本',
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
  'no OpenAlex work id': '没有OpenAlex成果编号',
  'line longer than 256 MB': '行长超过256 MB',
  none: '未分类',
  unknown: '未知',
};

type Pattern = readonly [RegExp, (...parts: string[]) => string];

const PATTERNS: readonly Pattern[] = [
  [/^unusable: (.+)$/, (reason) => `无法使用：${recordReasonZh(reason)}`],
  [/^damaged file (.+?): (.+)$/, (path, problem) => `文件“${path}”损坏：“${problem}”`],
  [/^wrong type: (.+)$/, (key) => `字段${key}的类型不符`],
  [/^too large: (.+)$/, (key) => `字段${key}的数值过大`],
];

const WARNINGS: readonly Pattern[] = [
  [
    /^(\d+) files? of the last build w\w+ not named this time, so the works are not in it$/,
    (n) => `上次构建的${n}个文件这次没有列出，其成果不在其中`,
  ],
  [/^(\d+) damaged files? left out$/, (n) => `略去${n}个损坏的文件`],
  [/^not one work passed the filters$/, () => '没有一篇成果通过筛选'],
  [/^(\d+) works? without a type passed the filter of types$/, (n) => `${n}篇没有类型的成果通过了类型筛选`],
  [
    /^(\d+) works? may have more authors than the record lists \(cut at 100\): above the author cap$/,
    (n) => `${n}篇成果的作者可能多于记录所列（记录止于100人）：按超过作者数上限处理`,
  ],
  [
    /^only (\d+) % of Share is located: read rankings with care, and see coverage$/,
    (n) => `仅${n}%的份额可定位：排名须谨慎解读，并参见“覆盖情况”`,
  ],
  [
    /^(\d+) files? with bytes that are no UTF-8; they were replaced in texts$/,
    (n) => `${n}个文件含非UTF-8字节，已在文本中替换`,
  ],
  [
    /^(\d+) files? from before (\S+) beside (\d+) from after: all affiliations were matched anew that day/,
    (before, day, after) =>
      `${before}个文件取自${day}之前，${after}个取自该日之后：OpenAlex当日重新匹配了全部机构署名而未更新updated_date，地点与趋势因而混用两种匹配结果；请全部重新下载`,
  ],
  [
    /^(\d+) institutions fewer than in the last build: check that the file of institutions is whole$/,
    (n) => `机构比上次构建少${n}家：请检查机构文件是否完整`,
  ],
  [
    /^(\d+) institutions? under a chain or ring of parents that is longer than is followed$/,
    (n) => `${n}家机构的上级链条过长或成环，只追溯到一定层级`,
  ],
  [
    /^(\d+) institutions? with impossible coordinates and no other place: located nowhere$/,
    (n) => `${n}家机构的坐标不可能存在且无其他地点信息：未定位`,
  ],
  [/^(\d+) files? without a work$/, (n) => `${n}个文件没有成果`],
  [/^(\d+) of (\d+) records could not be used$/, (bad, all) => `${all}条记录中有${bad}条无法使用`],
];

/** A reason of a build in Chinese; as it stands where it has no words, such as the name of a file. */
export function recordReasonZh(reason: string): string {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason] : matched(PATTERNS, reason);
}

/** A warning of a manifest in both languages. */
export function manifestWarning(warning: string): Bilingual {
  return { en: warning, zh: matched(WARNINGS, warning) };
}

function matched(patterns: readonly Pattern[], text: string): string {
  for (const [pattern, say] of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return say(...found.slice(1));
  }
  return text;
}
