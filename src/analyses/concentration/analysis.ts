import { sayReason } from '../../base/index.ts';
import { defineAnalysis } from '../analysis.ts';
import { columnsOf } from '../result/columns.ts';
import { messages } from './messages.ts';
import {
  type Concentration,
  concentrationParams,
  concentrationResult,
  concentrationRow,
} from './question.ts';
import { concentrationOf } from './run.ts';

export const concentration = defineAnalysis({
  id: 'concentration',
  title: { en: 'Concentration', zh: '领域集中度' },
  summary: 'How concentrated output is in few fields',
  description: {
    en: 'How concentrated the output of places is in few fields: the Herfindahl–Hirschman index of their Shares by field, with intervals, and the equivalent number of equal fields.',
    zh: '各地点的产出集中于少数领域的程度：按领域份额计算的赫芬达尔指数及其区间，以及与之相当的等份额领域数。',
  },
  params: concentrationParams,
  example: { place: ['cn:1100', 'cn:3205'] },
  result: concentrationResult,
  columns: columnsOf<typeof concentrationRow, Concentration>(concentrationRow, [
    'place',
    'works',
    'share',
    'fields',
    'herfindahl',
    'equalFields',
    { of: 'largest', asideId: true },
    'largestPart',
    'fewWorks',
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: ({ herfindahl: { reason } }, language) => sayReason(reason, language),
    },
  ]),
  findings: ({ rows }: Concentration) =>
    rows.flatMap(({ place, herfindahl: { value }, equalFields }) =>
      value === null || equalFields === null ? [] : [messages.spread({ place, value, fields: equalFields })],
    ),
  run: concentrationOf,
});
