import { nameIn } from '../../base/index.ts';
import { defineAnalysis } from '../analysis.ts';
import { answer } from './answer.ts';
import { complementarityParams, type ComplementarityRow } from './question.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { fieldsIn, findingsOf } from './findings.ts';

type Row = ComplementarityRow;

const number = (id: string, en: string, zh: string, digits: number, value: (row: Row) => number | null) => ({
  id,
  title: { en, zh },
  digits,
  value,
});
const aside = { aside: () => true };

/** What one would bring to the other: the value, its interval, its percentile, the fields. */
const direction = (side: 'toA' | 'toB', en: string, zh: string) => [
  number(side, en, zh, 2, (row) => row[side].value),
  number(`${side}Low`, 'from', '下限', 2, (row) => row[side].interval?.[0] ?? null),
  number(`${side}High`, 'to', '上限', 2, (row) => row[side].interval?.[1] ?? null),
  number(`${side}Percentile`, 'Pctl', '百分位', 2, (row) => row[side].percentile),
];

export const complementarity = defineAnalysis({
  id: 'complementarity',
  title: { en: 'Complementarity', zh: '互补性' },
  description: {
    en: 'Which cities of a region, or of two, complete each other, in which fields, beside how much they work together: where there is potential that is not used.',
    zh: '一个区域（或两个区域）的城市中哪些相互补足、在哪些领域补足，并与实际合作对照：哪里有尚未利用的潜力。',
  },
  params: complementarityParams,
  example: { place: 'yrd_41' },
  columns: [
    { id: 'a', title: { en: 'A', zh: '甲' }, value: (row: Row, language) => nameIn(row.a, language) },
    { id: 'aId', title: { en: 'Id of A', zh: '甲编号' }, ...aside, value: (row: Row) => row.a.id },
    { id: 'b', title: { en: 'B', zh: '乙' }, value: (row: Row, language) => nameIn(row.b, language) },
    { id: 'bId', title: { en: 'Id of B', zh: '乙编号' }, ...aside, value: (row: Row) => row.b.id },
    ...direction('toA', 'B for A', '乙补甲'),
    ...direction('toB', 'A for B', '甲补乙'),
    { ...number('mutual', 'Mean', '均值', 2, (row) => row.mutual), ...aside },
    number('similarity', 'Alike', '相似度', 2, (row) => row.similarity),
    number('works', 'Joint works', '共同成果', 0, (row) => row.works),
    number('ratio', 'Obs/exp', '观测/期望', 2, (row) => row.ratio),
    { ...number('ratioLow', 'from', '下限', 2, (row) => row.ratioInterval?.[0] ?? null), ...aside },
    { ...number('ratioHigh', 'to', '上限', 2, (row) => row.ratioInterval?.[1] ?? null), ...aside },
    number('km', 'km', '公里', 0, (row) => row.km),
    {
      id: 'fieldsToA',
      title: { en: 'B has, A lacks (LQ)', zh: '乙有甲缺（区位商）' },
      value: (row: Row, language) => fieldsIn(row.toA.fields, language),
    },
    {
      id: 'fieldsToB',
      title: { en: 'A has, B lacks (LQ)', zh: '甲有乙缺（区位商）' },
      value: (row: Row, language) => fieldsIn(row.toB.fields, language),
    },
    {
      id: 'fewWorks',
      title: { en: 'Few works', zh: '成果过少' },
      value: (row: Row) => (row.fewWorks ? outputMessages.few() : null),
    },
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row: Row, language = 'en') => (row.toA.reason ?? row.toB.reason)?.[language] ?? null,
    },
  ],
  findings: findingsOf,
  run: answer,
});
