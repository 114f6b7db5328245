import { z } from 'zod';
import { place, top } from '../parameters/shared.ts';
import { EXPERTISE, REACHES } from '../../resources/index.ts';
import type { Result } from '../analysis.ts';

/** A work that shows what an institution works on. */
export interface MatchWork {
  readonly id: string;
  readonly title: string | null;
  readonly doi: string | null;
  readonly year: number;
}

/** What answers a need, with why, how sure, how near, how reachable, and what of the need is not in it. */
export interface MatchRow {
  readonly rank: number;
  /** One of the two is null. */
  readonly resource: {
    readonly id: string;
    readonly name: string;
    readonly nameZh: string | null;
    readonly kind: string;
    readonly kindZh: string | null;
    readonly host: string | null;
    readonly fields: readonly string[];
    readonly status: string;
    readonly url: string | null;
    readonly contact: string | null;
    readonly source: string | null;
    readonly sourceStatus: string;
  } | null;
  readonly institution: {
    readonly id: string;
    readonly name: string;
    readonly types: readonly string[];
  } | null;
  readonly place: { readonly id: string; readonly name: string; readonly nameZh: string | null } | null;
  /** About the part of the need that it answers; compares within one answer only. */
  readonly score: number;
  /** The part of the need whose words stand in it, 0 … 1. */
  readonly coverage: number;
  readonly why: {
    readonly notions: readonly string[];
    /** The same in words: which wording stands there instead, and of what only a part does. */
    readonly found: readonly string[];
    readonly foundZh: readonly string[];
    readonly topics: readonly string[];
    /** Words of the need that set the titles of these topics apart in the records. */
    readonly keywords: readonly string[];
    readonly works: readonly MatchWork[];
  };
  /** Notions of the need that are not in it. */
  readonly missing: readonly string[];
  /** The head terms of the need, where it holds none of them; else empty. What lacks them ranks below what does not. */
  readonly lacks: readonly string[];
  readonly sure: string;
  readonly sureZh: string;
  /** Kilometres from the place that asks. */
  readonly km: number | null;
  /** Works with the one that asks, and with whom they are: itself, its host or its city. */
  readonly joint: { readonly works: number; readonly with: 'institution' | 'host' | 'city' } | null;
}

export interface Match extends Result<MatchRow> {
  /** The notions that the need was taken apart into. */
  readonly notions: readonly string[];
  readonly reach: string;
  readonly reachZh: string;
  /** How many within reach have anything to do with the need. */
  readonly within: number;
  /** Where nobody within reach answers: who does beyond it, and how far away. */
  readonly beyond: MatchRow | null;
  /** What the need is about: those of its notions of which a row must hold one. */
  readonly heads: readonly string[];
  /** Whether anything within reach holds a head term and at least half of the need. */
  readonly answered: boolean;
  /** How many rows lie outside the city that has most of what could be matched; null where one city alone is in reach. */
  readonly spread: {
    readonly leading: { readonly id: string; readonly name: string; readonly nameZh: string | null };
    /** Listed resources and institutions with works, in that city and within reach. */
    readonly matchable: { readonly leading: number; readonly all: number };
    /** Rows with a place, and those of them outside the leading city. */
    readonly located: number;
    readonly outside: number;
  } | null;
}

/** CSV lists of resources of one’s own. */
export const resourceLists = z
  .array(z.string())
  .nullable()
  .default(null)
  .describe('CSV lists of resources of your own, beside the one that ships')
  .meta({ local: true });

export const matchParams = z.object({
  need: z.string().meta({
    description: 'What is needed, in plain words, English or Chinese',
    label: { en: 'Need', zh: '需求' },
    help: '用中文或英文写出需要什么',
  }),
  of: z
    .enum(['resources', 'institutions', 'both'])
    .default('both')
    .meta({
      description: 'What is looked for; institutions need an observatory',
      label: { en: 'Of', zh: '对象' },
      help: '查找什么：资源、机构或两者；机构须有观测库',
    }),
  place: place.describe('The city, province, nation, region or cluster that asks'),
  reach: z
    .enum(REACHES)
    .nullable()
    .default(null)
    .meta({
      description: 'How far it may be; where left out the world for a city, else the place itself',
      label: { en: 'Reach', zh: '范围' },
      help: '最远到哪里；不填时：城市为全世界，其他为该地点本身',
    }),
  from: z
    .string()
    .nullable()
    .default(null)
    .meta({
      description: 'The institution that asks, by ROR id or exact name: joint works with it are counted',
      label: { en: 'Institution that asks', zh: '提出需求的机构' },
      help: '提出需求的机构（ROR 编号或全名）：统计与其合作的成果',
    }),
  top: top(200, 10).describe('How many to show'),
  resources: resourceLists,
  halfLife: z
    .number()
    .gt(0)
    .max(1000)
    .default(EXPERTISE.halfLife)
    .meta({
      description: 'Years after which a work counts half',
      label: { en: 'Half-life', zh: '半衰期' },
      help: '多少年后一篇成果按一半计',
    }),
  size: z
    .number()
    .min(0)
    .max(1)
    .default(EXPERTISE.size)
    .meta({
      description: '0: who has most that answers; 1: whose works are mostly that; between: both',
      label: { en: 'Size', zh: '规模权重' },
      help: '0：绝对数量最多者；1：最专注者；其间：两者兼顾',
    }),
});
export type MatchParams = z.output<typeof matchParams>;
