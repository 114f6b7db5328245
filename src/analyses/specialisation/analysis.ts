import { nameIn } from '../../base/index.ts';
import { defineAnalysis } from '../analysis.ts';
import { answer } from './answer.ts';
import { messages as outputMessages } from '../output/messages.ts';
import { findingsOf } from './findings.ts';
import { specialisationParams, type SpecialisationRow } from './question.ts';

const number = (
  id: string,
  en: string,
  zh: string,
  digits: number,
  value: (row: SpecialisationRow) => number | null,
) => ({ id, title: { en, zh }, digits, value });

const SECTIONS = {
  specialised: { en: 'specialised', zh: '专长' },
  small: { en: 'small', zh: '规模过小' },
  entry: { en: 'entry', zh: '可进入' },
  untold: { en: 'untold', zh: '无法判断' },
} as const;

export const specialisation = defineAnalysis({
  id: 'specialisation',
  title: { en: 'Specialisation', zh: '专业化' },
  description: {
    en: 'What a place is good at, by field, with intervals; how diverse and how complex it is; and which other fields lie nearest to what it does. Complexity and nearness are shown where its specialisations are above chance.',
    zh: '一个地点的优势领域及其区间、领域多样性与复杂度，以及与已有专长最接近的其他领域。仅当专长足以排除偶然时，才给出复杂度与关联密度。',
  },
  params: specialisationParams,
  example: { place: 'cn:3205' },
  columns: [
    {
      id: 'section',
      title: { en: 'Section', zh: '部分' },
      value: (row: SpecialisationRow, language = 'en') => SECTIONS[row.section][language],
    },
    {
      id: 'field',
      title: { en: 'Field', zh: '领域' },
      value: (row: SpecialisationRow, language) => nameIn(row.field, language),
    },
    {
      id: 'fieldId',
      title: { en: 'Number', zh: '编号' },
      aside: () => true,
      value: (row: SpecialisationRow) => row.field.id,
    },
    number('works', 'Works', '成果数', 0, (row) => row.works),
    number('share', 'Share', '份额', 2, (row) => row.share),
    { ...number('part', 'Part', '占比', 4, (row) => row.part), aside: () => true },
    number('quotient', 'LQ', '区位商', 2, (row) => row.quotient),
    number('low', 'from', '下限', 2, (row) => row.interval?.[0] ?? null),
    number('high', 'to', '上限', 2, (row) => row.interval?.[1] ?? null),
    { ...number('symmetric', 'RSCA', '对称优势', 2, (row) => row.symmetric), aside: () => true },
    number('density', 'Density', '关联密度', 2, (row) => row.density),
    number('densityLow', 'from', '下限', 2, (row) => row.densityInterval?.[0] ?? null),
    number('densityHigh', 'to', '上限', 2, (row) => row.densityInterval?.[1] ?? null),
    number('complexity', 'PCI', '领域复杂度', 2, (row) => row.complexity),
    number('gain', 'Gain', '增益', 2, (row) => row.gain),
    number('cities', 'Cities', '专长城市', 0, (row) => row.cities),
    {
      id: 'fewWorks',
      title: { en: 'Few works', zh: '成果过少' },
      value: (row: SpecialisationRow) => (row.fewWorks ? outputMessages.few() : null),
    },
    {
      id: 'reason',
      title: { en: 'Why not', zh: '缺失原因' },
      value: (row: SpecialisationRow, language = 'en') => row.reason?.[language] ?? null,
    },
  ],
  findings: findingsOf,
  run: answer,
});
