import { z } from 'zod';
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
import { resultOf } from '../result/result.ts';
import { interval, listOf, placeName, reason, yearSpan } from '../result/values.ts';
import { AXES } from './choices.ts';
import { TESTED } from './testable-analyses.ts';

/** How an answer is asked for: one choice on every axis that it has, null on one that it has not. */
const setting = z
  .object({
    place: z.string().describe('Place id of the definition, or of the place that has no other'),
    by: z.enum(['share', 'count']).nullable(),
    counting: z.enum(COUNTING_NAMES).nullable(),
    coaffiliation: z.boolean().nullable(),
    capped: z.boolean().nullable(),
    years: yearSpan.nullable().describe('Half of the requested years; null for all of them'),
  })
  .readonly();
export type Setting = z.output<typeof setting>;

/**
 * The number that an answer comes down to. A *rank* is sensitive to choices where another setting leaves its interval; a
 * *direction* where it comes to lie on the other side of `neutral`; a *first* where another is first. A *level* (such as the
 * intra share, which rises with size alone) has no verdict.
 */
const headline = z
  .object({
    headline: z.string().describe('What the answer comes down to, such as rank or first pair'),
    kind: z.enum(['rank', 'direction', 'first', 'level']),
    value: z
      .number()
      .nullable()
      .meta({ label: { en: 'Value', zh: '数值' }, digits: 3 }),
    text: z
      .string()
      .nullable()
      .meta({ description: 'What comes first', label: { en: 'First', zh: '首位' } }),
    textZh: z.string().nullable(),
    interval: interval.meta({ label: { en: 'Value', zh: '数值' }, digits: 3 }),
    neutral: z
      .number()
      .nullable()
      .describe('The value that separates one direction from the other; null where there is none'),
    reason,
  })
  .readonly();
export type Headline = z.output<typeof headline>;

export const sensitivityRow = headline
  .unwrap()
  .extend({
    setting,
    name: z.string().meta({ description: 'Of the place of the setting', label: { en: 'Place', zh: '地点' } }),
    nameZh: z.string().nullable(),
    base: z
      .boolean()
      .describe('Whether it is the base setting, the first, which the others are compared with'),
  })
  .readonly();
export type SensitivityRow = z.output<typeof sensitivityRow>;

/** How far one choice alone moves a headline: the setting that differs from the base in it, and moves it most. */
const move = sensitivityRow
  .unwrap()
  .pick({ setting: true, name: true, nameZh: true, value: true, text: true, textZh: true })
  .extend({ axis: z.enum(AXES) })
  .readonly();
export type Move = z.output<typeof move>;

const verdict = z
  .object({
    headline: z.string(),
    kind: headline.unwrap().shape.kind,
    verdict: z.enum(['robust', 'sensitive', 'too close to call', 'no verdict']),
    range: z
      .tuple([z.number(), z.number()])
      .readonly()
      .nullable()
      .describe('Least and most over settings; null where it is no number'),
    against: z.int().describe('Settings that differ from the base so that it is sensitive to choices'),
    settings: z.int(),
    undefined: z.int().describe('Settings without a value'),
    moves: listOf(move).describe(
      'Choices that move it, each by itself, the one that moves it most before; another first moves it',
    ),
    said: z.string(),
    saidZh: z.string(),
  })
  .readonly();
export type Verdict = z.output<typeof verdict>;

export const sensitivityResult = resultOf(sensitivityRow, {
  place: placeName,
  tested: z.enum(TESTED).describe('Whose answer is put to the test'),
  verdicts: listOf(verdict).describe('One for each headline'),
});
export type Sensitivity = z.output<typeof sensitivityResult>;

export const sensitivityParams = z.object({
  analysis: z
    .enum(TESTED)
    .default('ranking')
    .meta({
      description: 'Analysis to test: ranking, links, balance, convergence',
      label: { en: 'Question', zh: '问题' },
      help: '检验哪个问题的答案：ranking、links、balance、convergence',
    }),
  place: place.describe(
    'A region, under all its definitions, or another place; by default the region of your own',
  ),
  region: adHocRegions
    .unwrap()
    .max(1)
    .default([])
    .meta({
      ...adHocRegions.meta(),
      description:
        'A region of your own, as "Name=place,place,…", compared with the definitions that share most of their cities with it',
    }),
  definition: definition.describe(
    'Definitions to compare; by default those that share most of their cities with the region',
  ),
  by: z
    .enum(['share', 'count'])
    .default('share')
    .meta({
      description: 'Measure of the result to test: Share or Count; the other is tried',
      label: { en: 'Measure', zh: '指标' },
      help: '所问结论的指标（份额或论文数），另一种作为检验',
    }),
  counting: z
    .enum(COUNTING_NAMES)
    .default('full')
    .meta({
      description: 'Link counting of the result to test; the others are tried',
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
