import { defineAnalysis } from '../analysis.ts';
import { columnsOf } from '../result/columns.ts';
import { type Compare, compareParams, compareResult, compareRow } from './question.ts';
import { compareAll } from './run.ts';
import { messages } from './messages.ts';
import { WHAT } from './texts.ts';

export const compare = defineAnalysis({
  id: 'compare',
  title: { en: 'Compare', zh: '比较' },
  summary: 'Two to six places side by side',
  description: {
    en: 'Two to six places side by side: output, ranks and which is ahead, growth, fields, collaboration, links between them, published figures, resources.',
    zh: '将二至六个地点并列比较：产出、排名与孰先孰后、增长、领域、合作、相互合作、公布数据与创新资源。',
  },
  params: compareParams,
  result: compareResult,
  example: { place: ['cn:1100', 'cn:3100', 'yrd_41'] },
  columns: columnsOf<typeof compareRow, Compare>(compareRow, [
    'section',
    {
      id: 'whatId',
      title: { en: 'Figure', zh: '指标编号' },
      aside: () => true,
      value: ({ what }) => what.id,
    },
    'what',
    { of: 'place', asideId: true },
    { of: 'other', asideId: true },
    { of: 'value', interval: 'interval', ends: ['low', 'high'] },
    'unit',
    'reason',
    'note',
    { of: 'source', aside: true },
  ]),
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
