import { z } from 'zod';
import { openFacts } from '../../analyses/statistics/open-facts.ts';
import { years } from '../../analyses/parameters/shared.ts';
import { FIGURE_COLUMNS, figuresOf, METRIC_COLUMNS, metricsOf } from '../../tabular/facts.ts';
import { titled } from '../../tabular/places.ts';
import { defineSource } from '../source.ts';

/** The metrics that there are published figures of. */
export const metrics = defineSource({
  id: 'statistics',
  path: '/api/statistics',
  title: { en: 'Metrics', zh: '指标' },
  description: {
    en: 'The metrics that published figures are of: what each is, its unit, years and vintages.',
    zh: '公布数据的指标：含义、单位、年份与版本。',
  },
  params: z.object({
    place: z
      .string()
      .max(200)
      .nullable()
      .default(null)
      .describe('Only metrics of this place, with the years that are stored of it'),
  }),
  columns: titled(METRIC_COLUMNS, 'en'),
  async answer(observatory, { place }, language) {
    return { printable: metricsOf(await openFacts(observatory, null), language, place) };
  },
});

/** A figure, or a series of one vintage. */
export const figures = defineSource({
  id: 'figures',
  path: '/api/statistics/{metric}',
  title: { en: 'Published figures', zh: '公布数据' },
  description: {
    en: 'A published figure of a place, or a series of one vintage, with its arithmetic and source.',
    zh: '一个地点的公布数据（单年或同一版本的序列），附算式与来源。',
  },
  params: z.object({
    metric: z.string().max(200).describe('Metric, such as gdp_nominal'),
    place: z.string().max(200).describe('Place by id or exact name, such as cn:1100'),
    years,
    vintage: z
      .string()
      .max(200)
      .nullable()
      .default(null)
      .describe('The vintage meant, where there are several'),
  }),
  inPath: 'metric',
  columns: titled(FIGURE_COLUMNS, 'en'),
  async answer(observatory, asked, language) {
    return { printable: figuresOf(await openFacts(observatory, null), asked, language) };
  },
});
