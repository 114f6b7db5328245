import { z } from 'zod';
import { formOf } from '../../analyses/form/index.ts';
import { ANALYSES } from '../../analyses/index.ts';
import { titled } from '../../tabular/places.ts';
import { defineSource } from '../source.ts';

const TITLE = { en: 'Analyses', zh: '分析' } as const;

const COLUMNS = [
  { id: 'id', title: { en: 'Id', zh: '编号' } },
  { id: 'title', title: { en: 'Title', zh: '名称' } },
  { id: 'description', title: { en: 'What it answers', zh: '回答的问题' } },
] as const;

/** Every question with the description of its form. */
export const analysesList = defineSource({
  id: 'analyses',
  path: '/api/analyses',
  title: TITLE,
  description: {
    en: 'Every question that can be asked, with the description of its form: parameters, what they take, what holds without them.',
    zh: '可以提出的全部问题及其表单说明：参数、取值与默认值。',
  },
  params: z.object({}),
  columns: titled(COLUMNS, 'en'),
  light: true,
  answer: (_, __, language) =>
    Promise.resolve({
      printable: {
        title: TITLE[language],
        synthetic: null,
        columns: titled(COLUMNS, language),
        cells: ANALYSES.map(({ id, title, description }) => [id, title[language], description[language]]),
        json: { rows: ANALYSES.map((analysis) => formOf(analysis)) },
        findings: [],
        about: [],
      },
    }),
});
