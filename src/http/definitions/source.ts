import { z } from 'zod';
import { definitionsOf } from '../../analyses/statistics/open-facts.ts';
import { DEFINITION_COLUMNS, definitionsOf as told, titled } from '../../tabular/places.ts';
import { defineSource } from '../source.ts';

export const definitions = defineSource({
  id: 'definitions',
  path: '/api/definitions',
  title: { en: 'Regions', zh: '区域' },
  description: {
    en: 'The definitions of regions that the observatory was built with, with their cities and sources.',
    zh: '观测库所用的区域口径及其城市与来源。',
  },
  params: z.object({}),
  columns: titled(DEFINITION_COLUMNS, 'en'),
  async answer(observatory, _, language) {
    return { printable: told(await definitionsOf(observatory), observatory.manifest.synthetic, language) };
  },
});
