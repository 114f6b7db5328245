import { inBoth } from '../../base/index.ts';

/** What the page of a place and its report both say of it. */
export const PLACE = inBoth({
  en: {
    in: ' in ',
    comma: ', ',
    members: (cities: string) => `${cities} cities`,
    institutions: (n: string, one: boolean) => `${n} ${one ? 'institution' : 'institutions'} in the records`,
    cities: 'Its cities',
    output: 'Output and rank',
    published: 'Published figures',
    publishedHelp:
      'As their sources have them, the newest of each metric; nothing is known of how they vary, and they have no interval.',
    metric: 'Figure',
    value: 'Value',
    unit: 'Unit',
    vintage: 'Vintage and notes',
    source: 'Source',
    policies: 'Policies',
    policiesHelp: 'Decided for this place, or for what it lies in whole.',
    resources: 'Resources',
    resourcesHelp: (n: string) =>
      `${n} listed, at least: lists are not complete, and more complete of some places than of others.`,
  },
  zh: {
    in: '，位于',
    comma: '、',
    members: (cities: string) => `${cities}个城市`,
    institutions: (n: string) => `收录机构${n}个`,
    cities: '所含城市',
    output: '产出与排名',
    published: '公布数据',
    publishedHelp: '照来源所载，各指标取最新者；其误差不详，没有区间。',
    metric: '指标',
    value: '数值',
    unit: '单位',
    vintage: '版本与说明',
    source: '来源',
    policies: '政策',
    policiesHelp: '针对该地，或针对完整包含该地的区域。',
    resources: '创新资源',
    resourcesHelp: (n: string) => `名录至少载有${n}项：名录并不完整，且各地完整程度不一。`,
  },
});
