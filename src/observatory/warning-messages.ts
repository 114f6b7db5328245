import { defineMessages } from '../base/index.ts';

const files = (n: number): string => count(n, 'file');
const institutions = (n: number): string => count(n, 'institution');

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

const percent = (share: number): number => Math.round(share * 100);

/** What a manifest warns of: phrases. */
export const warnings = defineMessages('warnings', {
  filesGone: {
    en: ({ count }: { count: number }) =>
      `${files(count)} of the last build ${count === 1 ? 'was' : 'were'} not named this time, so the works are not in it`,
    zh: ({ count }) => `上次构建的${count}个文件这次没有列出，其论文不在其中`,
  },
  damagedFiles: {
    en: ({ count: n }: { count: number }) => `${count(n, 'damaged file')} left out`,
    zh: ({ count: n }) => `略去${n}个损坏的文件`,
  },
  noWorks: { en: 'not one work passed the filters', zh: '没有一篇论文通过筛选' },
  worksWithoutType: {
    en: ({ works }: { works: number }) => `${count(works, 'work')} without a type passed the filter of types`,
    zh: ({ works }) => `${works}篇没有类型的论文通过了类型筛选`,
  },
  authorsCut: {
    en: ({ works }: { works: number }) =>
      `${count(works, 'work')} may have more authors than the record lists (cut at 100): above the author cap`,
    zh: ({ works }) => `${works}篇论文的作者可能多于记录所列（记录止于100人）：按超过作者数上限处理`,
  },
  littleLocated: {
    en: ({ share }: { share: number }) =>
      `only ${percent(share)}% of Share is located: read rankings with care, and see coverage`,
    zh: ({ share }) => `仅${percent(share)}%的份额可定位：排名须谨慎解读，并参见“覆盖情况”`,
  },
  mixedVintages: {
    en: ({ day, before, after }: { day: string; before: number; after: number }) =>
      `${files(before)} from before ${day} and ${after} from after it: on that day OpenAlex matched all affiliations again without changing updated_date, so places and trends mix two matchings; download all files again`,
    zh: ({ day, before, after }) =>
      `${before}个文件取自${day}之前，${after}个取自该日之后：OpenAlex当日重新匹配了全部机构署名而未更新updated_date，地点与趋势因而混用两种匹配结果；请全部重新下载`,
  },
  fewerInstitutions: {
    en: ({ fewer }: { fewer: number }) =>
      `${fewer} institutions fewer than in the last build: check that the file of institutions is whole`,
    zh: ({ fewer }) => `机构比上次构建少${fewer}家：请检查机构文件是否完整`,
  },
  longChains: {
    en: ({ count }: { count: number }) =>
      `${institutions(count)} under a chain or ring of parents that is longer than is followed`,
    zh: ({ count }) => `${count}家机构的上级链条过长或成环，只追溯到一定层级`,
  },
  impossibleCoordinates: {
    en: ({ count }: { count: number }) =>
      `${institutions(count)} with impossible coordinates and no other place: located nowhere`,
    zh: ({ count }) => `${count}家机构的坐标不可能存在且无其他地点信息：未定位`,
  },
  replacedBytes: {
    en: ({ count }: { count: number }) =>
      `${files(count)} with bytes that are no UTF-8; they were replaced in texts`,
    zh: ({ count }) => `${count}个文件含非UTF-8字节，已在文本中替换`,
  },
  emptyFiles: {
    en: ({ count }: { count: number }) => `${files(count)} without a work`,
    zh: ({ count }) => `${count}个文件没有论文`,
  },
  badRecords: {
    en: ({ bad, all }: { bad: number; all: number }) => `${bad} of ${all} records could not be used`,
    zh: ({ bad, all }) => `${all}条记录中有${bad}条无法使用`,
  },
  /** A warning of a manifest that has its text only, which no message here has. */
  other: { en: ({ text }: { text: string }) => text, zh: ({ text }) => text },
});
