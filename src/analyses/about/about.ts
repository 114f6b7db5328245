import { z } from 'zod';
import type { Observatory } from '../../observatory/index.ts';
import { type Language, type Message, render } from '../../base/index.ts';
import { messages as said } from './messages.ts';
import type { Population } from '../population/population.ts';
import { fieldName, listOf, message, yearSpan } from '../result/values.ts';

const words = z
  .object({ counting: z.string(), notes: listOf(z.string()), warnings: listOf(z.string()) })
  .readonly();

/** Four SHA-256 in hexadecimal: `hash` is that of the other three, a line each. */
const cite = z
  .object({
    hash: z.string(),
    rows: z.string().describe('Of the rows as CSV has them, comment lines left out'),
    parameters: z.string().describe('Of the parameters as JSON'),
    manifest: z.string().describe('Of the manifest, without when and where it was built'),
  })
  .readonly();

/** What a number means: printed under every table and in every export. */
export const about = z
  .object({
    analysis: z.string(),
    ...words.unwrap().shape,
    years: yearSpan.nullable(),
    field: fieldName.nullable(),
    sector: listOf(z.string()).nullable(),
    works: z.int().describe('Works under the filters: the N of every interval'),
    locatedShare: z
      .number()
      .nullable()
      .describe('Part of these works’ Share that cities got; null where there are no works'),
    authorCap: z.int(),
    locatedBy: z
      .enum(['institution', 'address'])
      .exactOptional()
      .describe(
        'Where authorships count; left out where the records have no addresses, so that they count at institutions',
      ),
    types: listOf(z.string()).nullable(),
    definitions: listOf(
      z.object({ id: z.string(), version: z.string().nullable(), cities: z.int() }).readonly(),
    ),
    interval: z
      .object({
        method: z.string(),
        level: z.number(),
        draws: z.int().nullable(),
        seed: z.int().nullable(),
      })
      .readonly()
      .nullable(),
    observatory: z
      .object({ title: z.string().nullable(), built: z.string(), version: z.string() })
      .readonly()
      .nullable()
      .describe('Null where none was open: what is known without'),
    cite: cite.exactOptional().describe('What to cite of rows that others go on with; left out elsewhere'),
    dictionary: listOf(z.object({ id: z.string(), en: z.string(), zh: z.string() }).readonly())
      .exactOptional()
      .describe('What each column of rows that others go on with is; left out elsewhere'),
    synthetic: z
      .string()
      .nullable()
      .describe('Set where the works are not real; every table, figure and export says so'),
    zh: words
      .unwrap()
      .extend({ method: z.string().nullable() })
      .readonly()
      .describe('The same words in Chinese, with the method of the interval'),
    messages: z
      .object({
        counting: message,
        method: message.nullable(),
        notes: listOf(message),
        warnings: listOf(message),
      })
      .readonly()
      .describe('The same as data: the code of each text, and what it was made with'),
  })
  .readonly()
  .meta({ id: 'About', description: 'What the numbers of an answer mean' });

type Words = z.output<typeof words>;
export type About = z.output<typeof about>;
export type Cite = z.output<typeof cite>;

export type AboutPart = Pick<About, 'analysis'> & {
  readonly counting: Message;
  readonly interval:
    | (Omit<NonNullable<About['interval']>, 'method'> & {
        readonly method: Message;
        /** What an interval is over, which its note on dependence follows from: works where left out. */
        readonly over?: 'works' | 'pairs' | 'places';
      })
    | null;
  readonly definitions?: About['definitions'];
  readonly notes?: readonly Message[];
  readonly warnings?: readonly Message[];
};

type Rendered = Words & Pick<About, 'interval' | 'zh' | 'messages'>;

function told(part: AboutPart): Rendered {
  const { interval, notes: own = [] } = part;
  const overWorks = interval !== null && (interval.over ?? 'works') === 'works';
  const counting = part.counting;
  const notes = [...(overWorks ? [said.worksIndependent()] : []), ...own];
  const warnings = part.warnings ?? [];
  const words = (language: Language): Words => ({
    counting: render(counting, language),
    notes: notes.map((note) => render(note, language)),
    warnings: warnings.map((warning) => render(warning, language)),
  });
  const method = interval?.method ?? null;
  return {
    ...words('en'),
    interval:
      interval === null
        ? null
        : {
            method: render(method!, 'en'),
            level: interval.level,
            draws: interval.draws,
            seed: interval.seed,
          },
    zh: { ...words('zh'), method: method === null ? null : render(method, 'zh') },
    messages: { counting, method, notes, warnings },
  };
}

/** `about` of a result: what the analysis says of itself, with what the observatory and the filters say. */
export function makeAbout(observatory: Observatory, population: Population, part: AboutPart): About {
  const { manifest } = observatory;
  const { years, field, sectors, works, locatedShare } = population;
  const { counting, interval, ...words } = told({
    ...part,
    notes: [
      ...(works === 0 ? [said.noWork()] : []),
      ...(manifest.addresses === undefined
        ? []
        : [observatory.locatedBy === 'address' ? said.byAddress() : said.byInstitution()]),
      ...(part.notes ?? []),
    ],
    warnings: [
      ...(part.warnings ?? []),
      ...(locatedShare === null || locatedShare >= 0.7 ? [] : [said.littleLocated({ share: locatedShare })]),
    ],
  });
  return {
    analysis: part.analysis,
    counting,
    years,
    field:
      field === null ? null : { level: field.level, id: field.id, name: field.name, nameZh: field.nameZh },
    sector: sectors,
    works,
    locatedShare,
    authorCap: manifest.authorCap,
    ...(manifest.addresses === undefined ? {} : { locatedBy: observatory.locatedBy }),
    types: manifest.filters.types,
    definitions: part.definitions ?? [],
    interval,
    observatory: { title: manifest.title, built: manifest.built, version: manifest.synopolis.version },
    synthetic: manifest.synthetic,
    ...words,
  };
}

/** `about` of a result for which no observatory was open. */
export function aboutWithout(part: AboutPart): About {
  const { counting, interval, ...words } = told(part);
  return {
    analysis: part.analysis,
    counting,
    years: null,
    field: null,
    sector: null,
    works: 0,
    locatedShare: null,
    authorCap: 0,
    types: null,
    definitions: part.definitions ?? [],
    interval,
    observatory: null,
    synthetic: null,
    ...words,
  };
}
