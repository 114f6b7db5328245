import { z } from 'zod';
import { fieldsOf } from '../../analyses/population/field.ts';
import { FIELD_COLUMNS, printFields } from '../../tabular/fields.ts';
import { titled } from '../../tabular/places.ts';
import { defineSource } from '../source.ts';

const LEVELS = ['domain', 'field', 'subfield', 'topic'] as const;

/** What the works are about, as a question takes it. */
export const fields = defineSource({
  id: 'fields',
  path: '/api/fields',
  title: { en: 'Fields', zh: '领域' },
  description: {
    en: 'Domains, fields, subfields and topics of the observatory, each with the key that a question takes.',
    zh: '观测库中的大类、领域、子领域与主题，各附提问所用的键。',
  },
  params: z.object({
    level: z
      .array(z.enum(LEVELS))
      .min(1)
      .default(['domain', 'field', 'subfield'])
      .describe('Levels: domain, field, subfield, topic'),
  }),
  columns: titled(FIELD_COLUMNS, 'en'),
  async answer(observatory, { level }, language) {
    return {
      printable: printFields(await fieldsOf(observatory, level), observatory.manifest.synthetic, language),
    };
  },
});
