import type { PlaceDetail } from '../../../analyses/places/index.ts';
import { PLACE } from '../../../figures/words/place.ts';
import { inBoth } from '../../state/language.ts';

export const words = inBoth({
  en: {
    ...PLACE.en,
    otherName: ({ nameZh }: Pick<PlaceDetail, 'name' | 'nameZh'>): string | null => nameZh,
    clause: '; ',
    size: (name: string, value: string, unit: string, vintage: string) =>
      `${name}: ${value}${/^\d/.test(unit) ? ' ×' : ''} ${unit} (${vintage})`,
    certainty: (certainty: string, source: string) => `Certainty: ${certainty}. Source: ${source}`,
    none: 'No place is selected',
    noneHelp: 'Search for one above, or pick one from the ranking of the overview.',
    regions: 'Belongs to: ',
    partly: 'in part',
    version: 'version',
    definedBy: 'Defined by',
    id: 'Id',
    add: 'Add to the comparison',
    inComparison: 'In the comparison: open it',
    full: 'The comparison is full (six places): open it',
    fields: 'Fields',
    partners: 'Partners',
    arcs: 'Links between the cities',
    noPublished: 'No published figures are stored for this place.',
    noPolicies: 'No policies are stored for this place.',
    noResources: 'The directory lists no resources here. It is not complete.',
    opened: 'since',
    robust: 'Is the rank over all these years robust?',
    unlocated: 'Works that are not located',
    unlocatedHelp:
      'Works known to be from this country or its institutions whose city is not known are counted in no city. If some of them belong here, output is a lower bound.',
    noUnlocated: 'All works of this country under these filters are located.',
    missing: (country: string, amount: string, part: string, why: string) =>
      `${country}: ${amount} (${part}). Reason: ${why}`,
    csv: 'as CSV',
  },
  zh: {
    ...PLACE.zh,
    otherName: ({ name }) => name,
    clause: '；',
    size: (name, value, unit, vintage) => `${name}：${value}${unit}（${vintage}）`,
    certainty: (certainty, source) => `可靠程度：${certainty}。来源：${source}`,
    none: '没有指定地点',
    noneHelp: '请在上方查找，或在总览的排名中选择。',
    regions: '所属区域：',
    partly: '部分',
    version: '版本',
    definedBy: '口径依据',
    id: '编号',
    add: '加入比较',
    inComparison: '已在比较中：打开',
    full: '比较已满（六个地点）：打开',
    fields: '领域',
    partners: '合作伙伴',
    arcs: '城市之间的合作',
    noPublished: '未收录该地的公布数据。',
    noPolicies: '未收录与该地有关的政策。',
    noResources: '名录中没有该地的资源。名录并不完整。',
    opened: '始于',
    robust: '各年合计的排名是否稳健？',
    unlocated: '未定位的部分',
    unlocatedHelp:
      '已知属于该国或其机构、但城市不明的论文不计入任何城市。其中若有属于该地的，此处产出即为下限。',
    noUnlocated: '所选条件下，该国没有未定位的论文。',
    missing: (country, amount, part, why) => `${country}：${amount}（${part}）。原因：${why}`,
    csv: '下载CSV',
  },
});

export type PlaceWords = (typeof words)['en'];
