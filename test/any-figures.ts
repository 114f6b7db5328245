import type { Language } from '../src/base/index.ts';
import fc from 'fast-check';
import type { Expected } from './drawn-values.ts';
import { fieldsCompared } from '../src/figures/compare/fields.ts';
import { growthCompared } from '../src/figures/compare/growth.ts';
import { linksCompared } from '../src/figures/compare/links.ts';
import { aroundPolicy } from '../src/figures/coordination/around-policy.ts';
import { coordinationHistory } from '../src/figures/coordination/history.ts';
import { eventStudy } from '../src/figures/effect/event.ts';
import { effectSensitivity } from '../src/figures/effect/sensitivity.ts';
import type { Figure } from '../src/figures/figure.ts';
import { robustnessFigure } from '../src/figures/robustness/figure.ts';
import { locatedCountries } from '../src/figures/located/countries.ts';
import { locatedYears } from '../src/figures/located/years.ts';
import { outputHistory } from '../src/figures/output-history.ts';
import { regionLinks } from '../src/figures/own-region/links.ts';
import { regionRanks } from '../src/figures/own-region/ranks.ts';
import { regionYears } from '../src/figures/own-region/years.ts';
import { partnersFigure } from '../src/figures/partners.ts';
import { rankHistory } from '../src/figures/rank-history.ts';
import { specialisationFigure } from '../src/figures/specialisation.ts';

/** A number as fine as results have them. */
const fine = (value: number): number => Number(value.toPrecision(6)) * Number(Math.abs(value) > 1e-4);

type Spread = Pick<Expected, 'value' | 'ends'>;

const TOLD = { told: [], synthetic: null };
const named = (i: number, more: string) => ({
  ...{ id: `p${i}`, name: `Place ${i}${more}`, nameZh: null, kind: 'city', country: 'CN' },
});
const place = (i: number) => named(i, '');
const both = (text: string) => ({ en: text, zh: text });

/** Ratios as results have them: many near 1, some far away, some zero, some without an interval. */
const ratio = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1.5, max: 1.5, noNaN: true }).map(Math.exp) },
  { weight: 2, arbitrary: fc.double({ min: -12, max: 12, noNaN: true }).map(Math.exp) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const far = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true }));
const ratios = spreads(
  fc
    .record({
      value: ratio,
      below: far,
      above: far,
      isZero: fc.boolean(),
      known: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ value, below, above, isZero, known }) => ({
      value,
      ends:
        known === 0
          ? null
          : ([
              isZero && value < 1 ? 0 : value * Math.exp(-below),
              value === 0 ? above : value * Math.exp(above),
            ] as const),
    })),
);
const amount = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1e5, noNaN: true }),
);
const amounts = spreads(
  fc
    .record({ value: amount, below: amount, above: amount, known: fc.integer({ min: 0, max: 4 }) })
    .map(({ value, below, above, known }) => ({
      value,
      ends: known === 0 ? null : ([Math.max(0, value - below), value + above] as const),
    })),
);
const changes = spreads(
  fc
    .record({
      value: fc.double({ min: -60, max: 300, noNaN: true }),
      half: fc.double({ min: 0, max: 900, noNaN: true }),
    })
    .map(({ value, half }) => ({
      value: Math.round(value),
      ends: [Math.round(value - half), Math.round(value + half)] as const,
    })),
);
const parts = spreads(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => ({ value, ends: null })));

function spreads(one: fc.Arbitrary<Spread>): fc.Arbitrary<Spread[]> {
  const rounded = one.map(({ value, ends }) => ({
    value: fine(value!),
    ends: ends === null ? null : ([fine(ends[0]), fine(ends[1])] as const),
  }));
  return fc.array(rounded, { minLength: 1, maxLength: 12 });
}

export const plain = (text: string): number => {
  const bare = text
    .replaceAll(',', '')
    .replaceAll(/[\s\u00a0]/g, '')
    .replace('−', '-')
    .replace('+', '');
  return bare.endsWith('%') ? Number(bare.slice(0, -1)) : bare === '∞' ? Infinity : Number(bare);
};
/** As written, with three digits at least or so many decimals. */
export const same =
  (decimals: number) =>
  (a: number, b: number): boolean =>
    Math.abs(a - b) <= Math.max(10 ** -decimals, 6e-3 * Math.abs(b));
const asChange = { read: (text: string) => 1 + plain(text) / 100, same: same(3) };

export interface Kind {
  readonly name: string;
  readonly values: fc.Arbitrary<Spread[]>;
  readonly figure: (values: readonly Spread[]) => Figure;
  readonly direction: 'x' | 'y';
  readonly log: boolean;
  readonly read?: (text: string) => number;
  readonly same?: (a: number, b: number) => boolean;
  /** What the pointer is told at each mark, in the order of the values. */
  readonly titles: (figure: Figure, drawn: Element) => readonly (string | undefined)[];
}

/** Texts of marks that have what is given in them, one for each value. */
const containing =
  (part: (i: number) => string) =>
  (_: Figure, drawn: Element): (string | undefined)[] => {
    const all = [...drawn.querySelectorAll('title')].map(({ textContent }) => textContent);
    return Array.from({ length: 40 }, (_, i) => all.find((text) => text.includes(part(i))));
  };
/** Texts of marks that begin as given, one for each value. */
const beginning =
  (begin: (i: number) => string) =>
  (_: Figure, drawn: Element): (string | undefined)[] => {
    const all = [...drawn.querySelectorAll('title')].map(({ textContent }) => textContent);
    return Array.from({ length: 40 }, (_, i) => all.find((text) => text.startsWith(begin(i))));
  };
const byPlace = beginning((i) => `Place ${i}: `);
const byYear = beginning((i) => `${2000 + i}: `);

const linkRow = ({ value, ends }: Spread, i: number) => ({
  ...{ a: place(99), b: place(i), works: 20, expected: 1, ratio: value, ratioInterval: ends },
  ...{ fewWorks: false, reason: null },
});
const estimate = ({ value, ends }: Spread) => ({ value, interval: ends, reason: null });
const compared = (section: string, id: string) => (values: readonly Spread[]) => ({
  ...TOLD,
  places: [place(0), place(1)],
  rows: values.map(({ value, ends }, i) => ({
    ...{ section, what: { id, ...both(`Place ${i}`) }, place: place(0), other: null, value, interval: ends },
    ...{ unit: both(''), reason: null, note: null, source: null },
  })),
});
const coordinationRows = (values: readonly Spread[], of: string) =>
  values.map((one, i) => ({
    ...{ place: place(0), years: { from: 2000 + i, to: 2000 + i }, jointWorks: 50, fewWorks: false },
    ...{ policies: [], expectedShare: null, [of]: estimate(one) },
  }));
const effectRows = (values: readonly Spread[], section: string) => [
  {
    section: 'effect',
    what: both('Pooled'),
    since: null,
    change: 0.1,
    changeInterval: [0.05, 0.2],
    reason: null,
  },
  ...values.map(({ value, ends }, i) => ({
    ...{ section, what: both(`${2000 + i}`), since: i - 3, change: value! - 1, reason: null },
    changeInterval: ends === null ? null : [ends[0] - 1, ends[1] - 1],
  })),
];

const VERDICT = {
  headline: 'observed/expected',
  kind: 'level',
  settings: 1,
  undefined: 0,
  moves: [],
  range: [1, 2],
  against: 0,
};

/** A figure of a result that has what the figure reads, and no more. */
const figureOf = (make: (answer: never) => Figure, answer: unknown): Figure => make(answer as never);

/** Every kind of figure that has a scale, of any values, as a result would give them. */
export function figureKinds(language: Language, more = ''): readonly Kind[] {
  const place = (i: number) => named(i, more);
  return [
    {
      name: 'partners',
      values: ratios,
      figure: (values) =>
        figureOf((links) => partnersFigure(links, place(99), 0, language), {
          ...TOLD,
          rows: values.map(linkRow),
        }),
      ...{ direction: 'x', log: true, titles: byPlace },
    },
    {
      name: 'fields of a place',
      values: ratios,
      figure: (values) =>
        figureOf((answer) => specialisationFigure(answer, 0, language), {
          ...{
            ...TOLD,
            place: place(0),
            baseline: { id: '', name: 'all', nameZh: '' },
            fields: values.length,
          },
          diversity: { value: null, interval: null, reason: null },
          rows: values.map(({ value, ends }, i) => ({
            ...{ field: { ...place(i), id: i }, quotient: value, interval: ends, share: 1, works: 20 },
            ...{ fewWorks: false, section: 'other', reason: null },
          })),
        }),
      ...{ direction: 'x', log: true, titles: byPlace },
    },
    {
      name: 'fields compared',
      values: ratios,
      figure: (values) =>
        figureOf((answer) => fieldsCompared(answer, new Map(), language), {
          ...TOLD,
          places: [place(0), place(1)],
          rows: compared(
            'fields',
            '',
          )(values).rows.map((row, i) => ({
            ...row,
            what: { id: `${i}`, ...{ en: `Place ${i}${more}`, zh: `地点${i}${more}` } },
          })),
        }),
      ...{ direction: 'x', log: true, titles: byPlace },
    },
    {
      name: 'links compared',
      values: ratios,
      figure: (values) =>
        figureOf((answer) => linksCompared(answer, language), {
          ...TOLD,
          places: values.map((_, i) => place(i)),
          rows: compared(
            'links',
            'ratio',
          )(values).rows.map((row, i) => ({
            ...row,
            place: place(i),
            what: { id: 'intra-ratio', ...both('') },
          })),
        }),
      ...{ direction: 'x', log: true, titles: beginning((i) => `inside Place ${i}: `) },
    },
    {
      name: 'growth compared',
      values: changes,
      figure: (values) =>
        figureOf(
          (answer) => growthCompared(answer, new Map(), language),
          compared('growth', 'growth')(values),
        ),
      ...{ direction: 'x', log: false, titles: byPlace, same: same(1) },
    },
    {
      name: 'around a policy',
      values: ratios,
      figure: (values) =>
        figureOf((answer) => aroundPolicy(answer, language), {
          ...{ ...TOLD, place: place(0) },
          around: {
            year: 2010,
            places: values.map((one, i) => ({
              ...{ place: place(i), before: null, after: null, change: estimate(one) },
              ...Object.fromEntries(
                ['ratioBefore', 'ratioAfter', 'intraBefore', 'intraAfter'].map((name) => [
                  name,
                  estimate({ value: null, ends: null }),
                ]),
              ),
            })),
          },
        }),
      ...{ direction: 'x', log: true, titles: byPlace },
    },
    {
      name: 'an effect under other choices',
      values: ratios.map((values) =>
        values.map(({ value, ends }) => ({ value, ends: ends ?? ([value!, value!] as const) })),
      ),
      figure: (values) =>
        figureOf((answer) => effectSensitivity(answer, language), {
          ...{ ...TOLD, placebo: null },
          rows: effectRows(values, 'sensitivity'),
        }),
      ...{ direction: 'x', log: true, titles: byYear, ...asChange },
    },
    {
      name: 'an event study',
      values: ratios,
      figure: (values) =>
        figureOf((answer) => eventStudy(answer, language), {
          ...{ ...TOLD, place: place(0), policy: { year: 2003, from: 2003 }, pretrend: null },
          rows: effectRows(
            values.map((one) => (one.ends === null ? { value: 1, ends: null } : one)),
            'event',
          ),
        }),
      ...{ direction: 'y', log: true, titles: byYear, ...asChange },
    },
    {
      name: 'how robust a ratio is',
      values: ratios,
      figure: (values) =>
        figureOf((answer) => robustnessFigure(answer, VERDICT as never, language), {
          ...{ ...TOLD, place: place(0), tested: 'links' },
          rows: values.map(({ value, ends }, i) => ({
            ...{ headline: 'observed/expected', value, interval: ends, neutral: 1, text: null, textZh: null },
            ...{ name: `Place ${i}${more}`, nameZh: null, base: i === 0, reason: null },
            setting: {
              place: `d${i}`,
              by: null,
              counting: null,
              coaffiliation: null,
              capped: null,
              years: null,
            },
          })),
        }),
      ...{
        direction: 'x',
        log: true,
        titles: containing((i) => (i === 0 ? 'As selected' : `Place ${i}: `)),
      },
    },
    {
      name: 'links inside regions',
      values: ratios,
      figure: (values) =>
        figureOf(
          (answers) => regionLinks(answers, language),
          values.map(({ value, ends }, i) => ({
            ...TOLD,
            intra: {
              place: place(i),
              ratio: value,
              ratioInterval: ends,
              reason: null,
              intraShareInterval: null,
            },
          })),
        ),
      ...{ direction: 'x', log: true, titles: byPlace },
    },
    {
      name: 'ranks of regions',
      values: amounts,
      figure: (values) =>
        figureOf((ranking) => regionRanks(ranking, language), {
          ...{ ...TOLD, by: 'share', ranked: values.length },
          rows: values.map(({ value, ends }, i) => ({
            place: place(i),
            rank: i + 1,
            rankInterval: null,
            insteadOf: [],
            share: value,
            shareInterval: ends,
            fewWorks: false,
          })),
        }),
      ...{ direction: 'x', log: false, titles: beginning((i) => `${i + 1}  Place ${i}: `) },
    },
    {
      name: 'located part of countries',
      values: parts,
      figure: (values) =>
        figureOf((answer) => locatedCountries(answer, language), {
          ...TOLD,
          rows: values.map(({ value }, i) => ({
            section: 'country',
            key: `${i}`,
            name: `Place ${i}${more}`,
            nameZh: null,
            works: 1,
            share: 1,
            located: value,
          })),
        }),
      ...{ direction: 'x', log: false, titles: byPlace, read: (text) => plain(text) / 100 },
    },
    {
      name: 'located part of years',
      values: parts,
      figure: (values) =>
        figureOf((answer) => locatedYears(answer, language), {
          ...{ ...TOLD, about: { locatedShare: 0.5 } },
          rows: values.map(({ value }, i) => ({
            section: 'year',
            key: `${2000 + i}`,
            works: 1,
            located: value,
          })),
        }),
      ...{ direction: 'y', log: false, titles: byYear, read: (text) => plain(text) / 100 },
    },
    {
      name: 'output by year',
      values: amounts,
      figure: (values) =>
        figureOf((trend) => outputHistory(trend, new Map(), language), {
          ...{ ...TOLD, by: 'share', growth: [] },
          rows: values.map(({ value, ends }, i) => ({
            place: place(0),
            year: 2000 + i,
            works: 1,
            share: value,
            shareInterval: ends,
            incomplete: false,
            fewWorks: false,
          })),
        }),
      ...{ direction: 'y', log: false, titles: byYear },
    },
    {
      name: 'ranks by year',
      values: spreads(
        fc
          .tuple(
            fc.integer({ min: 1, max: 400 }),
            fc.integer({ min: 0, max: 30 }),
            fc.integer({ min: 0, max: 30 }),
          )
          .map(([rank, up, down]) => ({ value: rank, ends: [Math.max(1, rank - up), rank + down] as const })),
      ),
      figure: (values) =>
        figureOf((history) => rankHistory(history, 0, language), {
          ...{ ...TOLD, by: 'share', changes: [] },
          rows: values.map(({ value, ends }, i) => ({
            place: place(0),
            years: { from: 2000 + i, to: 2000 + i },
            rank: value,
            rankInterval: ends,
            ranked: 400,
            fewWorks: false,
          })),
        }),
      ...{ direction: 'y', log: false, titles: byYear },
    },
    {
      name: 'links inside a region by year',
      values: ratios,
      figure: (values) =>
        figureOf((answer) => coordinationHistory(answer, 'ratio', new Map(), language), {
          ...{ ...TOLD, place: place(0), peers: [], rows: coordinationRows(values, 'ratio') },
        }),
      ...{ direction: 'y', log: true, titles: byYear },
    },
    {
      name: 'inequality in a region by year',
      values: amounts,
      figure: (values) =>
        figureOf((answer) => coordinationHistory(answer, 'gini', new Map(), language), {
          ...{ ...TOLD, place: place(0), peers: [], rows: coordinationRows(values, 'gini') },
        }),
      ...{ direction: 'y', log: false, titles: byYear },
    },
    {
      name: 'links inside a reader’s own region by year',
      values: ratios,
      figure: (values) =>
        figureOf((answer) => regionYears(answer, language), {
          ...TOLD,
          place: place(0),
          rows: coordinationRows(values, 'ratio'),
        }),
      ...{ direction: 'y', log: true, titles: byYear },
    },
  ];
}
