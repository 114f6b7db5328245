import { defineAnalysis } from '../analysis.ts';
import { answer } from './answer.ts';
import { findingsOf } from './findings.ts';
import { columnsOf } from '../result/columns.ts';
import {
  type Specialisation,
  specialisationParams,
  specialisationResult,
  specialisationRow,
} from './question.ts';

export const specialisation = defineAnalysis({
  id: 'specialisation',
  title: { en: 'Specialisation', zh: '专业化' },
  summary: 'Fields in which a place is specialised',
  description: {
    en: 'Fields in which a place is specialised, with intervals; its diversity and complexity; and the most related other fields. Complexity and relatedness are shown where its specialisations are above chance.',
    zh: '一个地点的优势领域及其区间、领域多样性与复杂度，以及与已有专长最接近的其他领域。仅当专长足以排除偶然时，才给出复杂度与关联密度。',
  },
  params: specialisationParams,
  result: specialisationResult,
  example: { place: 'cn:3205' },
  columns: columnsOf<typeof specialisationRow, Specialisation>(specialisationRow, [
    'section',
    { of: 'field', asideId: true },
    'works',
    'share',
    { of: 'part', aside: true },
    { of: 'quotient', interval: 'interval', ends: ['low', 'high'] },
    { of: 'symmetric', aside: true },
    'density',
    'complexity',
    'gain',
    'cities',
    'fewWorks',
    'reason',
  ]),
  findings: findingsOf,
  run: answer,
});
