import { z } from 'zod';
import { sectorsOf } from '../../analyses/population/sectors.ts';
import { titled } from '../../tabular/places.ts';
import { printSectors, SECTOR_COLUMNS } from '../../tabular/sectors.ts';
import { defineSource } from '../source.ts';

/** What institutions a question can be narrowed to. */
export const sectors = defineSource({
  id: 'sectors',
  path: '/api/sectors',
  title: { en: 'Sectors', zh: '部门' },
  description: {
    en: 'The sectors of institutions that have works here, as the parameter “sector” takes them.',
    zh: '在此有论文的机构所属部门，即参数“sector”可取的值。',
  },
  params: z.object({}),
  columns: titled(SECTOR_COLUMNS, 'en'),
  async answer(observatory, _, language) {
    return {
      printable: printSectors(await sectorsOf(observatory), observatory.manifest.synthetic, language),
    };
  },
});
