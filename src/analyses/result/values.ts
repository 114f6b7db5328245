import { z } from 'zod';
import { type Bilingual, REASON_CODES } from '../../base/index.ts';
import { PLACE_KINDS } from '../../places/index.ts';

/**
 * The values that rows of several analyses are made of, each with its label: what tables, exports, the description of the
 * interface and the docs call it. A row says `share.meta({ digits: 2 })` where it is otherwise there.
 */
declare module 'zod' {
  interface GlobalMeta {
    /** Decimals in a printed table. */
    digits?: number;
    /** What stands in a table for each value of a choice. */
    texts?: Readonly<Record<string, Bilingual>>;
    /** How a table shows it, where its type does not say so. */
    shownAs?: 'name' | 'estimate' | 'interval' | 'year' | 'years' | 'reason' | 'few' | 'text';
  }
}

/** A list that nobody changes. */
export const listOf = <T extends z.ZodType>(items: T): z.ZodReadonly<z.ZodArray<T>> =>
  z.array(items).readonly();

/** What has a name, and a Chinese one where it is known. */
const names = { name: z.string(), nameZh: z.string().nullable() };

/** A text in both languages. */
export const bilingual = z.object({ en: z.string(), zh: z.string() }).readonly().meta({ shownAs: 'text' });

/** One of some words that a table shows as they stand, with the Chinese of each. */
export const wordOf = <W extends string>(chinese: Readonly<Record<W, string>>) =>
  z.enum(Object.keys(chinese) as W[]).meta({
    texts: Object.fromEntries(Object.entries<string>(chinese).map(([en, zh]) => [en, { en, zh }])),
  });

/** A place as a result names it. */
export const placeName = z
  .object({ id: z.string(), kind: z.enum(PLACE_KINDS), ...names, country: z.string().nullable() })
  .readonly()
  .meta({
    description: 'A place, by its id and its names',
    label: { en: 'Place', zh: '地点' },
    shownAs: 'name',
  });

/** Anything else with an id and names. */
export const namedId = z
  .object({ id: z.string(), ...names })
  .readonly()
  .meta({ shownAs: 'name' });

/** A domain, field, subfield or topic of OpenAlex. */
export const fieldName = z
  .object({ level: z.string(), id: z.int(), ...names })
  .readonly()
  .meta({
    description: 'A domain, field, subfield or topic, by its OpenAlex number and its names',
    label: { en: 'Field', zh: '领域' },
    shownAs: 'name',
  });

/** A field where the answer says of which level it is. */
export const fieldOfLevel = z
  .object({ id: z.int(), ...names })
  .readonly()
  .meta({
    description: 'A field, by its OpenAlex number and its names',
    label: { en: 'Field', zh: '领域' },
    shownAs: 'name',
  });

export const year = z.int().meta({ label: { en: 'Year', zh: '年份' }, shownAs: 'year' });

/** Years taken together, both ends in. */
export const yearSpan = z
  .object({ from: z.int(), to: z.int() })
  .readonly()
  .meta({ label: { en: 'Years', zh: '年份' }, shownAs: 'years' });

/** Both ends of an interval at the level that was asked for; null where there is none. */
export const interval = z
  .tuple([z.number(), z.number()])
  .readonly()
  .nullable()
  .meta({ description: 'Both ends of the interval; null where there is none', shownAs: 'interval' });

/** Why a value or its interval is missing; null where nothing is. */
export const reason = z
  .enum(REASON_CODES)
  .nullable()
  .meta({
    description: 'Why a value or its interval is missing; null where nothing is',
    label: { en: 'Why not', zh: '缺失原因' },
    shownAs: 'reason',
  });

/** Why values are missing, where an analysis says it in words of its own; null where nothing is. */
export const reasonText = bilingual.nullable().meta({
  description: 'Why values are missing, in words; null where nothing is',
  label: { en: 'Why not', zh: '缺失原因' },
});

/** A figure with its interval over works; why there is no figure, or no interval of it. */
export const estimate = z
  .object({ value: z.number().nullable(), interval, reason })
  .readonly()
  .meta({ description: 'A value with its interval and, where one is missing, why', shownAs: 'estimate' });

/** Share of a place, in works. */
export const share = z
  .number()
  .meta({ description: 'Share, in works', label: { en: 'Share', zh: '份额' }, digits: 1 });

/** Count of a place. */
export const count = z.number().meta({
  description: 'Works with an author there',
  label: { en: 'Count', zh: '论文数' },
  digits: 0,
});

/** Parts that a figure is over, and those of them that have nothing. */
export const parts = z.int().meta({
  description: 'Parts (cities or provinces) that it is over',
  label: { en: 'Parts', zh: '组成数' },
  digits: 0,
});
export const zeros = z.int().meta({
  description: 'Parts that have nothing',
  label: { en: 'with 0', zh: '其中为零' },
  digits: 0,
});
/** Works that two have together. */
export const jointWorks = z
  .int()
  .meta({ description: 'Joint works', label: { en: 'Joint works', zh: '合作论文' } });

/** Joint works against those that how much both work with others makes likely. */
export const observedOverExpected = z
  .number()
  .nullable()
  .meta({
    description: 'Observed over expected, on weight 1/(k−1)',
    label: { en: 'Obs/exp', zh: '观测/预期' },
    digits: 2,
  });

/** How far two are from each other. */
export const kilometres = z
  .number()
  .nullable()
  .meta({
    description: 'Kilometres between the two; null where one has no coordinates',
    label: { en: 'km', zh: '公里' },
    digits: 0,
  });

/** Whether a row rests on too few works for its interval to be more than rough. */
export const fewWorks = z.boolean().meta({
  description: 'Whether there are too few works for more than a rough interval',
  label: { en: 'Low count', zh: '论文过少' },
  shownAs: 'few',
});

/** A message as data: its code, and what its text is made with. */
export const message = z
  .object({ code: z.string(), params: z.record(z.string(), z.unknown()).readonly() })
  .readonly();
