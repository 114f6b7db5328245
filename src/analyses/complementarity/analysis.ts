import { defineAnalysis, type ResultColumn } from '../analysis.ts';
import { answer } from './answer.ts';
import { columnsOf } from '../result/columns.ts';
import {
  type Complementarity,
  complementarityParams,
  complementarityResult,
  type ComplementarityRow,
  complementarityRow,
} from './question.ts';
import { fieldsIn, findingsOf } from './findings.ts';

type Column = ResultColumn<ComplementarityRow, Complementarity>;

const percentile = (side: 'toA' | 'toB'): Column => ({
  id: `${side}Percentile`,
  title: { en: 'Pctl', zh: '百分位' },
  digits: 2,
  value: (row) => row[side].percentile,
});

const idOf = (side: 'a' | 'b', title: Column['title']): Column => ({
  id: `${side}Id`,
  title,
  aside: () => true,
  value: (row) => row[side].id,
});

export const complementarity = defineAnalysis({
  id: 'complementarity',
  title: { en: 'Complementarity', zh: '互补性' },
  summary: 'Cities whose strengths complement each other',
  description: {
    en: 'Which cities of a region, or of two regions, complement each other, in which fields, and how much they already collaborate: where potential is unused.',
    zh: '一个区域（或两个区域）的城市中哪些相互补足、在哪些领域补足，并与实际合作对照：哪里有尚未利用的潜力。',
  },
  params: complementarityParams,
  result: complementarityResult,
  example: { place: 'yrd_41' },
  columns: columnsOf<typeof complementarityRow, Complementarity>(complementarityRow, [
    { of: 'a', nameAlone: true },
    idOf('a', { en: 'Id of A', zh: '甲编号' }),
    { of: 'b', nameAlone: true },
    idOf('b', { en: 'Id of B', zh: '乙编号' }),
    'toA',
    percentile('toA'),
    'toB',
    percentile('toB'),
    { of: 'mutual', aside: true },
    'similarity',
    'works',
    { of: 'ratio', asideEnds: true },
    'km',
    {
      id: 'fieldsToA',
      title: { en: 'B has, A lacks (LQ)', zh: '乙有甲缺（区位商）' },
      value: (row, language) => fieldsIn(row.toA.fields, language),
    },
    {
      id: 'fieldsToB',
      title: { en: 'A has, B lacks (LQ)', zh: '甲有乙缺（区位商）' },
      value: (row, language) => fieldsIn(row.toB.fields, language),
    },
    'fewWorks',
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row, language = 'en') => (row.toA.reason ?? row.toB.reason)?.[language] ?? null,
    },
  ]),
  findings: findingsOf,
  run: answer,
});
