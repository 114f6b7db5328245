import { PLACE } from '../../../figures/words/place.ts';
import { inBoth } from '../../state/language.ts';

export const words = inBoth({
  en: {
    ...PLACE.en,
    none: 'No place is named',
    noneHelp: 'Search for one above, or pick one from the ranking of the overview.',
    regions: 'Belongs to: ',
    partly: 'in part',
    version: 'version',
    definedBy: 'Drawn by',
    id: 'Id',
    add: 'Add to the comparison',
    inComparison: 'In the comparison: open it',
    full: 'The comparison is full (six places): open it',
    fields: 'Fields',
    partners: 'Partners',
    arcs: 'Links between the cities',
    noPublished: 'No published figure of this place is stored.',
    noPolicies: 'No policy that concerns this place is stored.',
    noResources: 'The directory lists nothing here. It is not complete.',
    opened: 'since',
    howSure: 'How sure',
    firm: 'Is the rank of all these years together robust?',
    unlocated: 'What is not located',
    unlocatedHelp:
      'Works known to be of this country, or of its institutions, whose city is not known: they count in no city. Output here is a lower bound by as much as some of them belong here.',
    noUnlocated: 'Nothing of this country is unlocated under these filters.',
    missing: (country: string, amount: string, part: string, why: string) =>
      `${country}: ${amount} (${part}). Because: ${why}`,
    csv: 'as CSV',
  },
  zh: {
    ...PLACE.zh,
    none: '没有指定地点',
    noneHelp: '请在上方查找，或在总览的排名中选择。',
    regions: '所属区域：',
    partly: '部分',
    version: '版本',
    definedBy: '划定依据',
    id: '编号',
    add: '加入比较',
    inComparison: '已在比较中：打开',
    full: '比较已满（六个地点）：打开',
    fields: '领域',
    partners: '合作伙伴',
    arcs: '城市之间的合作',
    noPublished: '未收录该地的公布数据。',
    noPolicies: '未收录与该地有关的政策。',
    noResources: '名录未载该地资源。名录并不完整。',
    opened: '始于',
    howSure: '可靠程度',
    firm: '各年合计的排名是否稳健？',
    unlocated: '未定位的部分',
    unlocatedHelp:
      '已知属于该国或其机构、但城市不明的成果：不计入任何城市。其中若有属于该地者，此处产出即为下限。',
    noUnlocated: '所选条件下，该国没有未定位的成果。',
    missing: (country: string, amount: string, part: string, why: string) =>
      `${country}：${amount}（${part}）。原因：${why}`,
    csv: '下载CSV',
  },
});

export type PlaceWords = (typeof words)['en'];
