import { z } from 'zod';
import { GRADES } from './evidence.ts';
import type { Form } from './messages.ts';
import { printedNumber } from './printed.ts';

/** How a claim's figure is held against its value. */
export const OPERATORS = [
  '=',
  '≈',
  '>',
  '≥',
  '<',
  '≤',
  'rank',
  'first since',
  'trend',
  'share of',
  'is',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Operators that compare a number with a number. */
export const COMPARISONS = ['=', '≈', '>', '≥', '<', '≤'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Other ways to write an operator: what a keyboard has, and words, since a bare > opens a block of text in YAML. */
const SPELLINGS: Readonly<Record<string, Operator>> = {
  '==': '=',
  equals: '=',
  '~': '≈',
  about: '≈',
  above: '>',
  over: '>',
  '>=': '≥',
  'at least': '≥',
  below: '<',
  under: '<',
  '<=': '≤',
  'at most': '≤',
};

export const VERDICTS = [
  'holds',
  'holds approximately',
  'imprecise',
  'contradicted',
  'cannot be checked',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Words of a reader's own verdict, kept beside ours to be compared with it. */
export const RECORDED = ['confirmed', 'imprecise', 'unverifiable', 'contradicted'] as const;
export type RecordedVerdict = (typeof RECORDED)[number];

export const TRENDS = ['rising', 'falling', 'steady'] as const;
export type Trend = (typeof TRENDS)[number];

/** What a text is not, as the error that the schema finds. */
const not = (form: Form): Form => form;

/** Everything in a claims file is text until here, so that a value keeps its digits: 1.10 is not 1.1. */
const text = z.string().trim().min(1, not('text'));
const optional = text.nullable().default(null);
/** In both languages; a text alone is English. */
const both = z.preprocess(
  (given) => (typeof given === 'string' ? { en: given } : given),
  z.strictObject({ en: text, zh: optional }),
);
const spelt = (value: unknown): unknown => (typeof value === 'string' ? (SPELLINGS[value] ?? value) : value);
const operator = z.preprocess(spelt, z.enum(OPERATORS));
const comparison = z.preprocess(spelt, z.enum(COMPARISONS)).nullable().default(null);
const year = z
  .string()
  .regex(/^\d{4}$/, not('year'))
  .transform(Number);
const date = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, not('date'));
const name = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, not('name'));
const lets = z.record(name, text).default({});

/** `exact`, a part of the value such as `5%`, or an amount in the claim's own unit such as `0.5`. */
const tolerance = z
  .string()
  .refine((given) => given === 'exact' || printedNumber(given.replace(/\s*%$/, ''))?.sign === 1, {
    error: not('tolerance'),
  })
  .nullable()
  .default(null);

/** Who said it; a text alone is the publisher. */
const source = z.preprocess(
  (given) => (typeof given === 'string' ? { publisher: given } : given),
  z.strictObject({ publisher: text, title: optional, url: optional, date: optional, kind: optional }),
);

/** A different thing, which may be true where the claim is not; what is left out is as in the claim. */
const other = {
  figure: text,
  of: optional,
  operator: operator.nullable().default(null),
  than: comparison,
  value: optional,
  unit: optional,
  since: year.nullable().default(null),
};
const instead = z.strictObject({ text: both, ...other });
const vary = z.strictObject({ text: both, ...other });

const common = {
  id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u, not('id')),
  text: both,
  subject: optional,
  metric: optional,
  operator,
  /** As printed: its last digit is its precision. */
  value: text,
  unit: optional,
  as_of: date.nullable().default(null),
  source,
  recorded: z
    .strictObject({ verdict: z.enum(RECORDED), note: optional })
    .nullable()
    .default(null),
};

const computed = z.strictObject({
  check: z.literal('computed'),
  ...common,
  /** An expression (docs/is-it-true.md). */
  figure: text,
  /** The whole, for `share of`. */
  of: optional,
  /** How a share or a rank compares, where not as ≈ and =. */
  than: comparison,
  since: year.nullable().default(null),
  let: lets,
  tolerance,
  instead: z.array(instead).default([]),
  vary: z.array(vary).default([]),
});

const judged = z.strictObject({
  check: z.literal('judged'),
  ...common,
  operator: operator.nullable().default(null),
  value: optional,
  verdict: z.enum(VERDICTS),
  /** What kind of source the judgement rests on. */
  evidence: z.enum(GRADES),
  judged_by: text.default('reader'),
  judged_on: date,
  reason: both,
});

const none = z.strictObject({
  check: z.literal('none'),
  ...common,
  operator: operator.nullable().default(null),
  value: optional,
  /** What it would take to check it. */
  needs: both,
});

export const claimSchema = z.discriminatedUnion('check', [computed, judged, none]);
export const CHECKS = ['computed', 'judged', 'none'] as const;
export type Check = (typeof CHECKS)[number];

/** Names of the fields of each part of a claim, by the part's own name. */
export const FIELDS: Readonly<Record<string, readonly string[]>> = {
  computed: Object.keys(computed.shape),
  judged: Object.keys(judged.shape),
  none: Object.keys(none.shape),
  source: ['publisher', 'title', 'url', 'date', 'kind'],
  recorded: ['verdict', 'note'],
  instead: ['text', ...Object.keys(other)],
  vary: ['text', ...Object.keys(other)],
  text: ['en', 'zh'],
  reason: ['en', 'zh'],
  needs: ['en', 'zh'],
};

/** Where the claim stands. */
interface Place {
  readonly file: string;
  readonly line: number;
}

export type Both = Readonly<z.output<typeof both>>;
export type Source = Readonly<z.output<typeof source>>;
export type Other = Readonly<z.output<typeof instead>>;
export type ComputedClaim = Readonly<z.output<typeof computed>> & Place;
export type JudgedClaim = Readonly<z.output<typeof judged>> & Place;
export type UncheckedClaim = Readonly<z.output<typeof none>> & Place;
/** A checkable sentence, with what it says, who said it, and how it is to be checked. */
export type Claim = ComputedClaim | JudgedClaim | UncheckedClaim;

/** A region made up in a claims file: `Name=place,place`. */
export interface OwnRegion {
  readonly name: string;
  readonly cities: readonly string[];
  readonly line: number;
}

export interface ClaimsFile {
  readonly file: string;
  readonly regions: readonly OwnRegion[];
  /** Expressions by name, for all claims of the file. */
  readonly let: Readonly<Record<string, string>>;
  readonly claims: readonly Claim[];
}
