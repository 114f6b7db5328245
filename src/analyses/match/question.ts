import { z } from 'zod';
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
  need: z.string().describe('What is needed, in plain words, English or Chinese'),
  of: z
    .enum(['resources', 'institutions', 'both'])
    .default('both')
    .describe('What is looked for; institutions need an observatory'),
  place: z
    .string()
    .nullable()
    .default(null)
    .describe('The city, province, nation, region or cluster that asks'),
  reach: z
    .enum(REACHES)
    .nullable()
    .default(null)
    .describe('How far it may be; where left out the world for a city, else the place itself'),
  from: z
    .string()
    .nullable()
    .default(null)
    .describe('The institution that asks, by ROR id or exact name: joint works with it are counted'),
  top: z.int().min(1).max(200).default(10).describe('How many to show'),
  resources: resourceLists,
  halfLife: z
    .number()
    .gt(0)
    .max(1000)
    .default(EXPERTISE.halfLife)
    .describe('Years after which a work counts half'),
  size: z
    .number()
    .min(0)
    .max(1)
    .default(EXPERTISE.size)
    .describe('0: who has most that answers; 1: whose works are mostly that; between: both'),
});
export type MatchParams = z.output<typeof matchParams>;
