import { nameIn } from '../../base/index.ts';
import { defineAnalysis } from '../analysis.ts';
import { type Compare, compareParams, type CompareRow } from './question.ts';
import { compareAll } from './run.ts';
import { messages } from './messages.ts';
import { SECTIONS, WHAT } from './texts.ts';

export const compare = defineAnalysis<typeof compareParams, CompareRow, Compare>({
  id: 'compare',
  title: { en: 'Compare', zh: '比较' },
  description: {
    en: 'Two to six places beside each other on everything that is known of them: output, ranks and who is ahead, growth, fields, collaboration, links between them, published figures, resources.',
    zh: '将二至六个地点并列比较：产出、排名与孰先孰后、增长、领域、合作、相互合作、公布数据与创新资源。',
  },
  params: compareParams,
  example: { place: ['cn:1100', 'cn:3100', 'yrd_41'] },
  columns: [
    {
      id: 'section',
      title: { en: 'Section', zh: '部分' },
      value: (row, language = 'en') => SECTIONS[row.section][language],
    },
    { id: 'whatId', title: { en: 'Figure', zh: '指标编号' }, aside: () => true, value: (row) => row.what.id },
    { id: 'what', title: { en: 'What', zh: '指标' }, value: (row, language = 'en') => row.what[language] },
    {
      id: 'place',
      title: { en: 'Place', zh: '地点' },
      value: (row, language) => nameIn(row.place, language),
    },
    { id: 'id', title: { en: 'Id', zh: '编号' }, aside: () => true, value: (row) => row.place.id },
    {
      id: 'other',
      title: { en: 'With', zh: '另一地点' },
      value: (row, language) => (row.other === null ? null : nameIn(row.other, language)),
    },
    {
      id: 'otherId',
      title: { en: 'Id (with)', zh: '另一地点编号' },
      aside: () => true,
      value: (row) => row.other?.id ?? null,
    },
    { id: 'value', title: { en: 'Value', zh: '数值' }, digits: 2, value: (row) => row.value },
    { id: 'low', title: { en: 'from', zh: '下限' }, digits: 2, value: (row) => row.interval?.[0] ?? null },
    { id: 'high', title: { en: 'to', zh: '上限' }, digits: 2, value: (row) => row.interval?.[1] ?? null },
    {
      id: 'unit',
      title: { en: 'Unit', zh: '单位' },
      value: (row, language = 'en') => row.unit[language] || null,
    },
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row, language = 'en') => row.reason?.[language] ?? null,
    },
    {
      id: 'note',
      title: { en: 'Note', zh: '说明' },
      value: (row, language = 'en') => row.note?.[language] ?? null,
    },
    { id: 'source', title: { en: 'Source', zh: '来源' }, aside: () => true, value: (row) => row.source },
  ],
  findings: ({ rows }: Compare) =>
    rows.flatMap(({ what, place, other, value, reason }) => {
      if (what.id !== WHAT.aheadShare.id || other === null) return [];
      if (value === null)
        return [messages.firstUnknown({ here: place, there: other, reason: reason ?? { en: '', zh: '' } })];
      return [
        value >= 0.5
          ? messages.first({ first: place, second: other, probability: value })
          : messages.first({ first: other, second: place, probability: 1 - value }),
      ];
    }),
  run: compareAll,
});
