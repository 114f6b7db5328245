import type { Reason } from '../../base/index.ts';
import { z } from 'zod';
import type { Result } from '../analysis.ts';
import { COUNTING_NAMES } from '../collaboration/counting.ts';
import {
  adHocRegions,
  definition,
  draws,
  field,
  level,
  place,
  sector,
  seed,
  years,
} from '../parameters/shared.ts';
import type { PlaceName } from '../places/names.ts';
import { TESTED, type Tested } from './testable-analyses.ts';
import type { Years } from '../population/year-span.ts';

/** How an answer is asked for: one choice on every axis that it has. */
export interface Setting {
  /** Place id of the definition, or of the place that has no other. */
  readonly place: string;
  readonly by: 'share' | 'count' | null;
  readonly counting: string | null;
  readonly coaffiliation: boolean | null;
  readonly capped: boolean | null;
  /** Half of the years asked for; null where it is all of them. */
  readonly years: Years | null;
}

/** What can be chosen otherwise. */
export type Axis = 'definition' | 'by' | 'counting' | 'coaffiliation' | 'capped' | 'years';

/**
 * The number that an answer comes down to. A *rank* is sensitive to choices where another setting leaves its interval; a
 * *direction* where it comes to lie on the other side of `neutral`; a *first* where another is first. A *level* (such as the
 * intra share, which rises with size alone) has no verdict.
 */
export interface Headline {
  readonly headline: string;
  readonly kind: 'rank' | 'direction' | 'first' | 'level';
  readonly value: number | null;
  readonly text: string | null;
  readonly textZh: string | null;
  readonly interval: readonly [number, number] | null;
  readonly neutral: number | null;
  readonly reason: Reason | null;
}

export interface SensitivityRow extends Headline {
  readonly setting: Setting;
  readonly name: string;
  readonly nameZh: string | null;
  /** The setting that the others are held against: the first. */
  readonly base: boolean;
}

/** How far one choice alone moves a headline: the setting that differs from the base in it, and moves it most. */
export interface Move extends Pick<
  SensitivityRow,
  'setting' | 'name' | 'nameZh' | 'value' | 'text' | 'textZh'
> {
  readonly axis: Axis;
}

export interface Verdict {
  readonly headline: string;
  readonly kind: Headline['kind'];
  /** {@link verdictOf} has the rule. */
  readonly verdict: 'robust' | 'sensitive' | 'too close to call' | 'no verdict';
  /** Least and most over settings; null where it is no number. */
  readonly range: readonly [number, number] | null;
  /** Settings that differ from the base so that it is sensitive to choices. */
  readonly against: number;
  readonly settings: number;
  /** Settings without a value. */
  readonly undefined: number;
  /** Choices that move it, each by itself, the one that moves it most before; another first moves it. */
  readonly moves: readonly Move[];
  readonly said: string;
  readonly saidZh: string;
}

export interface Sensitivity extends Result<SensitivityRow> {
  readonly place: PlaceName;
  readonly tested: Tested;
  readonly verdicts: readonly Verdict[];
}

export const sensitivityParams = z.object({
  analysis: z
    .enum(TESTED)
    .default('ranking')
    .meta({
      description: 'Whose answer is put to the test: ranking, links, balance, convergence',
      label: { en: 'Question', zh: '问题' },
      help: '检验哪个问题的答案：ranking、links、balance、convergence',
    }),
  place: place.describe(
    'A region, under all its definitions; or another place; the region of your own where left out',
  ),
  region: adHocRegions
    .unwrap()
    .max(1)
    .default([])
    .meta({
      ...adHocRegions.meta(),
      description:
        'A region of your own, as "Name=place,place,…", beside the definitions that share most of their cities with it',
    }),
  definition: definition.describe(
    'Definitions to try besides; those that share most of their cities with the region where left out',
  ),
  by: z
    .enum(['share', 'count'])
    .default('share')
    .meta({
      description: 'Share or Count, as the answer was asked for by; the other is tried',
      label: { en: 'Measure', zh: '指标' },
      help: '所问结论的指标（份额或论文数），另一种作为检验',
    }),
  counting: z
    .enum(COUNTING_NAMES)
    .default('full')
    .meta({
      description: 'Counting of links, as the answer was asked for by; the others are tried',
      label: { en: 'Counting', zh: '计数方法' },
      help: '所问结论的合作计数，其他计数作为检验',
    }),
  years,
  field,
  sector,
  level,
  draws,
  seed,
});
export type SensitivityParams = z.output<typeof sensitivityParams>;
