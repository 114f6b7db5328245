import type { Bilingual } from '../../base/index.ts';

/** What choices are called in a form; `parameter.choice` where one parameter means something else by it. */
const CHOICES: Readonly<Record<string, Bilingual>> = {
  cities: { en: 'Cities', zh: '城市' },
  provinces: { en: 'Provinces', zh: '省份' },
  nations: { en: 'Countries and territories', zh: '国家和地区' },
  regions: { en: 'Regions', zh: '区域' },
  city: { en: 'City', zh: '城市' },
  province: { en: 'Province', zh: '省份' },
  nation: { en: 'Country or territory', zh: '国家或地区' },
  region: { en: 'Region', zh: '区域' },
  country: { en: 'Country', zh: '国家' },
  world: { en: 'World', zh: '全世界' },
  share: { en: 'Share', zh: '份额' },
  count: { en: 'Count', zh: '论文数' },
  inside: { en: 'Inside', zh: '内部' },
  partners: { en: 'Partners', zh: '合作伙伴' },
  full: { en: 'Full', zh: '全计数' },
  fractional: { en: 'Fractional, 1/C(k,2)', zh: '分数计数 1/C(k,2)' },
  partner: { en: 'By partner, 1/(k−1)', zh: '按伙伴 1/(k−1)' },
  score: { en: 'Collaboration score', zh: '合作得分' },
  rank: { en: 'Rank', zh: '排名' },
  fields: { en: 'Fields', zh: '领域' },
  ratio: { en: 'Observed/expected', zh: '观测/预期' },
  statistics: { en: 'Published figures', zh: '公布数据' },
  policies: { en: 'Policies', zh: '政策' },
  unlocated: { en: 'Unlocated', zh: '未定位' },
  ranking: { en: 'Ranking', zh: '排名' },
  links: { en: 'Links', zh: '合作关系' },
  balance: { en: 'Balance', zh: '均衡' },
  convergence: { en: 'Convergence', zh: '趋同' },
  year: { en: 'By year', zh: '按年份' },
  field: { en: 'By field', zh: '按领域' },
  reason: { en: 'By reason', zh: '按原因' },
  dropped: { en: 'Dropped', zh: '被剔除' },
  unknown: { en: 'Unknown institutions', zh: '未知机构' },
  doubtful: { en: 'Doubtful', zh: '存疑' },
  resources: { en: 'Resources', zh: '创新资源' },
  institutions: { en: 'Institutions', zh: '机构' },
  places: { en: 'Places', zh: '地点' },
  pairs: { en: 'Pairs', zh: '地点对' },
  domain: { en: 'Domain', zh: '大类' },
  subfield: { en: 'Subfield', zh: '子领域' },
  topic: { en: 'Topic', zh: '主题' },
  specialised: { en: 'Specialised', zh: '专长' },
  small: { en: 'Small', zh: '规模过小' },
  entry: { en: 'Entry', zh: '可进入' },
  untold: { en: 'Untold', zh: '无法判断' },
  value: { en: 'Value', zh: '数值' },
  percentile: { en: 'Percentile', zh: '百分位' },
  output: { en: 'Output', zh: '产出' },
  ahead: { en: 'Who is ahead', zh: '孰先孰后' },
  growth: { en: 'Growth', zh: '增长' },
  collaboration: { en: 'Collaboration', zh: '合作' },
  assigned: { en: 'Choice independent of future collaboration', zh: '选择与未来合作无关' },
  contained: { en: 'Nothing changed outside', zh: '区域外未受影响' },
  alone: { en: 'No other shock', zh: '同期无其他冲击' },
  both: { en: 'Both', zh: '两者' },
};

/** The label of a choice; its bare value where it has none yet, which a test notices. */
export function choiceLabel(parameter: string, value: string): Bilingual {
  return own(CHOICES, `${parameter}.${value}`) ?? own(CHOICES, value) ?? { en: value, zh: value };
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
