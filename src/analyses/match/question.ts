import { z } from 'zod';
import { place, top } from '../parameters/shared.ts';
import { EXPERTISE, REACHES, RESOURCE_STATUSES, SOURCE_STATUSES } from '../../resources/index.ts';
import { resultOf } from '../result/result.ts';
import { jointWorks, kilometres, listOf, namedId } from '../result/values.ts';

const text = z.string().nullable();

/** A work that shows what an institution works on. */
const matchWork = z.object({ id: z.string(), title: text, doi: text, year: z.int() }).readonly();

const resource = z
  .object({
    id: z.string(),
    name: z.string(),
    nameZh: text,
    kind: z.string(),
    kindZh: text,
    host: text,
    fields: listOf(z.string()),
    status: z.enum(RESOURCE_STATUSES),
    url: text,
    contact: text,
    source: text,
    sourceStatus: z.enum(SOURCE_STATUSES),
  })
  .readonly();

const why = z
  .object({
    notions: listOf(z.string()).describe('Notions of the need that are in it'),
    found: listOf(z.string()).describe(
      'The same in words: which wording stands there instead, and of what only a part does',
    ),
    foundZh: listOf(z.string()),
    topics: listOf(z.string()),
    keywords: listOf(z.string()).describe(
      'Words of the need that set the titles of these topics apart in the records',
    ),
    works: listOf(matchWork),
  })
  .readonly();

/** What answers a need, with why, how sure, how near, how reachable, and what of the need is not in it. */
export const matchRow = z
  .object({
    rank: z.int().meta({ label: { en: 'Rank', zh: '名次' } }),
    resource: resource.nullable().describe('Null where the row is an institution'),
    institution: z
      .object({ id: z.string(), name: z.string(), types: listOf(z.string()) })
      .readonly()
      .nullable()
      .describe('Null where the row is a resource'),
    place: namedId.nullable().meta({ label: { en: 'Place', zh: '地点' } }),
    score: z.number().meta({
      description: 'About the part of the need that it answers; compares within one answer only',
      label: { en: 'Score', zh: '得分' },
      digits: 2,
    }),
    coverage: z.number().meta({
      description: 'The part of the need whose words stand in it, 0 … 1',
      label: { en: 'Of the need', zh: '需求覆盖' },
      digits: 2,
    }),
    why,
    missing: listOf(z.string()).describe('Notions of the need that are not in it'),
    lacks: listOf(z.string()).describe(
      'The head terms of the need, where it holds none of them; else empty. What lacks them ranks below what does not',
    ),
    sure: z.string().meta({ label: { en: 'How sure', zh: '可靠程度' } }),
    sureZh: z.string(),
    km: kilometres.describe('Kilometres from the place that asks'),
    joint: z
      .object({ works: jointWorks, with: z.enum(['institution', 'host', 'city']) })
      .readonly()
      .nullable()
      .describe('Works with the one that asks, and with whom they are: itself, its host or its city'),
  })
  .readonly();
export type MatchRow = z.output<typeof matchRow>;

const spread = z
  .object({
    leading: namedId,
    matchable: z
      .object({ leading: z.int(), all: z.int() })
      .readonly()
      .describe('Listed resources and institutions with works, in that city and within reach'),
    located: z.int().describe('Rows with a place'),
    outside: z.int().describe('Those of them outside the leading city'),
  })
  .readonly();

export const matchResult = resultOf(matchRow, {
  notions: listOf(z.string()).describe('The notions that the need was taken apart into'),
  reach: z.string(),
  reachZh: z.string(),
  within: z.int().describe('How many within reach have anything to do with the need'),
  beyond: matchRow
    .nullable()
    .describe('Where nobody within reach answers: who does beyond it, and how far away'),
  heads: listOf(z.string()).describe(
    'What the need is about: those of its notions of which a row must hold one',
  ),
  answered: z
    .boolean()
    .describe('Whether anything within reach holds a head term and at least half of the need'),
  spread: spread
    .nullable()
    .describe(
      'How many rows lie outside the city that has most of what could be matched; null where one city alone is in reach',
    ),
});
export type Match = z.output<typeof matchResult>;

/** CSV lists of resources of one’s own. */
export const resourceLists = z
  .array(z.string())
  .nullable()
  .default(null)
  .describe('CSV lists of resources of your own, in addition to the one included')
  .meta({ local: true });

export const matchParams = z.object({
  need: z.string().meta({
    description: 'The need, in plain English or Chinese',
    label: { en: 'Need', zh: '需求' },
    help: '用中文或英文写出需要什么',
  }),
  of: z
    .enum(['resources', 'institutions', 'both'])
    .default('both')
    .meta({
      description: 'What to search; institutions need an observatory',
      label: { en: 'Of', zh: '对象' },
      help: '查找什么：资源、机构或两者；机构须有观测库',
    }),
  place: place.describe('Your city, province, nation, region or cluster'),
  reach: z
    .enum(REACHES)
    .nullable()
    .default(null)
    .meta({
      description: 'How far to search; by default the world for a city, else the place itself',
      label: { en: 'Reach', zh: '范围' },
      help: '最远到哪里；不填时：城市为全世界，其他为该地点本身',
    }),
  from: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'Your institution, by ROR id or exact name, to count joint works with it',
      label: { en: 'Institution that asks', zh: '提出需求的机构' },
      help: '提出需求的机构（ROR 编号或全名）：统计与其合作的论文',
    }),
  top: top(200, 10).describe('Rows shown'),
  resources: resourceLists,
  halfLife: z
    .number()
    .gt(0)
    .max(1000)
    .default(EXPERTISE.halfLife)
    .meta({
      description: 'Years after which a work has half the weight',
      label: { en: 'Half-life', zh: '半衰期' },
      help: '多少年后一篇论文按一半计',
    }),
  size: z
    .number()
    .min(0)
    .max(1)
    .default(EXPERTISE.size)
    .meta({
      description:
        'Ranking of institutions from 0 (most matching works) to 1 (highest part of matching works)',
      label: { en: 'Size', zh: '规模权重' },
      help: '0：绝对数量最多者；1：最专注者；其间：两者兼顾',
    }),
});
export type MatchParams = z.output<typeof matchParams>;
