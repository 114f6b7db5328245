import { z } from 'zod';
import { placeOfId, PlaceSearch } from '../../analyses/places/index.ts';
import { PLACE_COLUMNS, placeOf, placesOf, titled } from '../../tabular/places.ts';
import { defineSource } from '../source.ts';

const KINDS = ['city', 'province', 'nation', 'region'] as const;

/** Places by what a person begins to type. */
export const placeSearch = defineSource({
  id: 'places',
  path: '/api/places',
  title: { en: 'Places', zh: '地点' },
  description: {
    en: 'The places of the observatory by what one begins to type, in English or Chinese; a letter or two may be wrong.',
    zh: '按输入的中文或英文查找观测库中的地点，允许一两个字符的拼写错误。',
  },
  params: z.object({
    q: z
      .string()
      .max(200)
      .nullable()
      .default(null)
      .describe('Name, beginning of a name, or id; all places by default'),
    kind: z.array(z.enum(KINDS)).min(1).nullable().default(null).describe('Kinds of place; all by default'),
    skip: z.int().min(0).max(1_000_000).default(0).describe('Rows passed over, to page through all'),
    top: z.int().min(1).max(5000).default(20).describe('Rows shown'),
  }),
  columns: titled(PLACE_COLUMNS, 'en'),
  quick: true,
  async answer(observatory, { q, kind, skip, top }, language) {
    const search = await PlaceSearch.of(observatory);
    const found = await search.find({ q, kinds: kind, skip, top });
    return { printable: placesOf(found, observatory.manifest.synthetic, language) };
  },
});

/** One place, with its cities or regions. */
export const onePlace = defineSource({
  id: 'place',
  path: '/api/places/{id}',
  title: { en: 'Place', zh: '地点' },
  description: {
    en: 'One place by its id: names, where it lies, its cities or the regions that it belongs to.',
    zh: '按编号给出一个地点：名称、位置、所含城市或所属区域。',
  },
  params: z.object({
    id: z.string().max(200).describe('Place id, such as cn:3100, gn:2643743 or def:yrd_41'),
  }),
  inPath: 'id',
  columns: titled(PLACE_COLUMNS, 'en').filter(({ id }) => id !== 'fit' && id !== 'edits'),
  async answer(observatory, { id }, language) {
    const place = await placeOfId(observatory, id);
    return { printable: placeOf(place, observatory.manifest.synthetic, language) };
  },
});
