import { counted, inBoth, whole } from '../../base/index.ts';

/** What the page of a place and its report both say of it. */
export const PLACE = inBoth({
  en: {
    in: ' in ',
    comma: ', ',
    members: (cities: string) => `${cities} cities`,
    institutions: (n: number) => `${counted(n, 'institution')} in the records`,
    cities: 'Its cities',
    output: 'Output and rank',
    published: 'Published figures',
    publishedHelp:
      'As given by their sources, the newest of each metric. Their error is not known, so they have no interval.',
    metric: 'Figure',
    value: 'Value',
    unit: 'Unit',
    vintage: 'Vintage and notes',
    source: 'Source',
    policies: 'Policies',
    policiesHelp: 'Adopted for this place, or for an area that contains all of it.',
    resources: 'Resources',
    resourcesHelp: (n: string) =>
      `At least ${n} listed: the lists are not complete, and their completeness differs between places.`,
  },
  zh: {
    in: '，位于',
    comma: '、',
    members: (cities: string) => `${cities}个城市`,
    institutions: (n) => `收录机构${whole(n, 'zh')}个`,
    cities: '所含城市',
    output: '产出与排名',
    published: '公布数据',
    publishedHelp: '按来源所载，各指标取最新数值；误差不详，没有区间。',
    metric: '指标',
    value: '数值',
    unit: '单位',
    vintage: '版本与说明',
    source: '来源',
    policies: '政策',
    policiesHelp: '针对该地，或针对完整包含该地的区域。',
    resources: '创新资源',
    resourcesHelp: (n: string) => `名录中至少有${n}项：名录并不完整，且各地完整程度不一。`,
  },
});
