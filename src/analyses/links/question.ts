import type { Reason } from '../../base/index.ts';
import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { COUNTING_NAMES } from '../collaboration/counting.ts';
import type { ObservedExpected } from '../collaboration/expected.ts';
import { PAIR_KINDS } from '../collaboration/pairs.ts';
import { adHocRegions, field, level, sectors, years } from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';

/** Under so many joint works a ratio says little, and the row says so. */
export const FEW_JOINT_WORKS = 10;

interface FieldNamed {
  readonly level: string;
  readonly id: number;
  readonly name: string;
  readonly nameZh: string | null;
}

export interface LinkRow {
  readonly a: PlaceName;
  readonly b: PlaceName;
  /** Which field the row is of, where a pair is told by field. */
  readonly field: FieldNamed | null;
  /** Joint works under the filters, whatever the counting. */
  readonly works: number;
  /** Every counting, in works. */
  readonly full: number;
  readonly fractional: number;
  readonly partner: number;
  readonly score: number;
  /** The chosen counting without co-affiliation, and with works above the author cap; null where tables cannot say. */
  readonly withoutCoaffiliation: number | null;
  readonly withCapped: number;
  /** On weight 1/(k−1). */
  readonly expected: number | null;
  readonly ratio: number | null;
  readonly ratioInterval: readonly [number, number] | null;
  /** Why there is no expectation or ratio. */
  readonly reason: Reason | null;
  readonly fewWorks: boolean;
}

export interface Links extends Result<LinkRow> {
  /** What rows are of, where a pair is told by field. */
  readonly by: 'domain' | 'field' | 'subfield' | null;
  /** For a region: its inside against what its cities' collaboration makes likely. */
  readonly intra: (ObservedExpected & { readonly place: PlaceName; readonly cities: number }) | null;
}

/** What can be asked of links. */
export const linksParams = z.object({
  place: z
    .string()
    .nullable()
    .default(null)
    .describe('Pairs of this place; for a province, nation or region the pairs inside it'),
  with: z.string().nullable().default(null).describe('The other place: only this pair'),
  region: adHocRegions,
  kind: z.enum(PAIR_KINDS).nullable().default(null).describe('Pairs of what; cities where left out'),
  rows: z
    .enum(['inside', 'partners'])
    .nullable()
    .default(null)
    .describe('For a province, nation or region: pairs of cities inside it, or its partners of its kind'),
  years,
  field,
  by: z
    .enum(['domain', 'field', 'subfield'])
    .nullable()
    .default(null)
    .describe('One pair in each domain, field or subfield in which the two have joint works, a row each'),
  sector: sectors.describe(
    'Only institutions of this ROR type; two types ask for pairs with one end of each',
  ),
  counting: z
    .enum(COUNTING_NAMES)
    .default('full')
    .describe('Counting that orders the rows: full, fractional 1/C(k,2), partner 1/(k−1), score'),
  coaffiliation: z
    .boolean()
    .default(true)
    .describe(
      'Whether co-affiliation (authors with affiliations in both places) counts as collaboration; false leaves it out',
    ),
  capped: z.boolean().default(false).describe('Whether works above the author cap count'),
  top: z.int().min(1).max(1000).default(20).describe('Rows shown'),
  level,
});
export type LinksParams = z.output<typeof linksParams>;
