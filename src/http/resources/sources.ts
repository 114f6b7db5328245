import { z } from 'zod';
import { years } from '../../analyses/parameters/shared.ts';
import { COUNT_COLUMNS, countsOf } from '../../tabular/resource-counts.ts';
import { RESOURCE_COLUMNS, detailOf, listOf } from '../../tabular/resources.ts';
import {
  areaOf,
  browse,
  COUNTED_BY,
  countsThroughTime,
  Directory,
  fieldTerms,
  type Listed,
  RESOURCE_STATUSES,
  SOURCE_STATUSES,
} from '../../resources/index.ts';
import type { Language } from '../../base/index.ts';
import { defineSource } from '../source.ts';

/** Which resources are meant. */
const asked = z.object({
  kind: z
    .array(z.string())
    .min(1)
    .nullable()
    .default(null)
    .describe('Kinds, such as joint-laboratory,science-park'),
  place: z
    .string()
    .nullable()
    .default(null)
    .describe('In this city, province, nation, definition or cluster (jjj, yrd, gba, chengyu)'),
  field: z.string().nullable().default(null).describe('With these words among its fields'),
  opened: years.describe('Opened in these years'),
  status: z.array(z.enum(RESOURCE_STATUSES)).min(1).nullable().default(null).describe('Only of this status'),
  sourceStatus: z
    .enum(SOURCE_STATUSES)
    .nullable()
    .default(null)
    .describe('Only rows whose source was read, or only recalled ones'),
});

/** The directory that ships: who has what. */
export const resources = defineSource({
  id: 'resources',
  path: '/api/resources',
  title: { en: 'Resources', zh: '创新资源' },
  description: {
    en: 'Who has what: laboratories, facilities, platforms, parks, firms, each with its source and how sure it is.',
    zh: '谁拥有什么：实验室、设施、平台、园区与企业，附来源与可靠程度。',
  },
  params: asked,
  columns: RESOURCE_COLUMNS,
  async answer(_, filters, language) {
    const directory = await Directory.open();
    return { printable: listOf(await listed(directory, filters, language), directory, language) };
  },
});

/** How many had opened by each year. */
export const resourceCounts = defineSource({
  id: 'resource-counts',
  path: '/api/resources/counts',
  title: { en: 'Resources opened, added up', zh: '累计启用的创新资源' },
  description: {
    en: 'How many listed resources had opened by the end of each year, by kind, cluster, city or status: lower bounds.',
    zh: '至各年末已启用的在录资源数，按类别、城市群、城市或状态：均为下限。',
  },
  params: asked.extend({
    by: z.enum(COUNTED_BY).default('kind').describe('What they are grouped by'),
  }),
  columns: COUNT_COLUMNS,
  async answer(_, { by, ...filters }, language) {
    const directory = await Directory.open();
    const found = await listed(directory, filters, language);
    const counts = countsThroughTime(found.resources, by, directory.kinds, language);
    return { printable: countsOf(counts, by, found, directory, language) };
  },
});

async function listed(
  directory: Directory,
  { kind, place, field, opened, status, sourceStatus }: z.output<typeof asked>,
  language: Language,
): Promise<Listed> {
  const filters = {
    kinds: kind ?? [],
    area: place === null ? null : areaOf(place, directory.facts),
    field,
    fieldTerms: field === null ? [] : await fieldTerms(field),
    opened,
    statuses: status ?? [],
    sourceStatus,
  };
  return browse(directory, filters, language);
}

/** One resource. */
export const oneResource = defineSource({
  id: 'resource',
  path: '/api/resources/{id}',
  title: { en: 'Resource', zh: '创新资源' },
  description: {
    en: 'One resource by its id, with all that is known of it.',
    zh: '按编号给出一项创新资源的全部已知信息。',
  },
  params: z.object({ id: z.string().max(200).describe('Id of a resource, such as csns') }),
  inPath: 'id',
  columns: [
    { id: 'what', title: 'What' },
    { id: 'value', title: 'Value' },
  ],
  async answer(_, { id }, language) {
    const directory = await Directory.open();
    return { printable: detailOf(directory.require(id), directory, language) };
  },
});
