import type { z } from 'zod';
import {
  checkParameters,
  type Parameter,
  ParameterError,
  parameterMessages,
  parametersOf,
  readTexts,
} from '../analyses/parameters/index.ts';
import { InputError, type Language } from '../base/index.ts';
import { LOCATION_RULES, type LocationRule } from '../observatory/index.ts';
import type { Source } from './source.ts';

/** A query as it was given: the texts of each parameter. */
export type Texts = Readonly<Record<string, readonly string[]>>;

/** The parameter of every path that says which observatory of the server is asked. */
export const OBSERVATORY = 'observatory';

/** The parameter of every path that says where authorships count. */
export const LOCATED_BY = 'located_by';

export const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** The texts of a query, and of what stands in the path; without a prototype, as whoever asks chooses the names. */
export function textsOf(url: URL, inPath: Readonly<Record<string, string>> = {}): Texts {
  const texts = new Map<string, string[]>();
  for (const [name, text] of url.searchParams) texts.set(name, [...(texts.get(name) ?? []), text]);
  for (const [name, text] of Object.entries(inPath)) texts.set(name, [text]);
  return Object.assign(Object.create(null) as Texts, Object.fromEntries(texts));
}

/**
 * The parameters of a question, read as the command line reads its flags, and checked by the declaration. Parameters
 * that name files are not known here: nobody from elsewhere reads a file of this machine.
 * @throws ParameterError
 */
export function readQuery(
  source: Pick<Source, 'id' | 'params' | 'inPath'>,
  texts: Texts,
): {
  parameters: z.output<z.ZodObject>;
  language: Language;
  parts: readonly string[] | null;
  raw: boolean;
} {
  const known = parametersOf(source.params).filter(({ local }) => !local);
  const names = [
    ...known.map(({ name }) => name).filter((name) => name !== source.inPath),
    OBSERVATORY,
    LOCATED_BY,
    'lang',
    'parts',
    'raw',
  ];
  for (const name of Object.keys(texts))
    if (!names.includes(name) && name !== source.inPath)
      throw new ParameterError(name, parameterMessages.unknown({ name, near: null, known: names }), names);
  const { asked, members } = apart(known, texts);
  const given: Record<string, unknown> = {};
  for (const parameter of known) {
    const own = asked[parameter.name] as readonly string[] | undefined;
    if (own !== undefined) given[parameter.name] = read(parameter.name, () => readTexts(parameter, own));
  }
  return {
    parameters: checkParameters(source.params, given),
    language: languageOf(texts),
    parts: partsOf(members),
    raw: rawOf(texts),
  };
}

/** A question may have a choice called `parts` of its own: what it offers is asked by it, the rest are members of the answer. */
function apart(known: readonly Parameter[], texts: Texts): { asked: Texts; members: Texts } {
  const choices = known.find(({ name }) => name === 'parts')?.choices ?? null;
  if (choices === null || !Object.hasOwn(texts, 'parts')) return { asked: texts, members: texts };
  const given = texts.parts.flatMap((text) => text.split(','));
  const own = given.filter((part) => choices.includes(part));
  const others = Object.fromEntries(Object.entries(texts).filter(([name]) => name !== 'parts'));
  return {
    asked: own.length === 0 ? others : { ...others, parts: own },
    members: { parts: given.filter((part) => !choices.includes(part)) },
  };
}

/** Each once and in the order of the alphabet, so that the same question is known as the same. */
function partsOf({ parts = [] }: Texts): readonly string[] | null {
  const names = parts.flatMap((text) => text.split(',')).filter((name) => name !== '');
  return names.length === 0 ? null : [...new Set(names)].sort();
}

/** @throws ParameterError for what says neither yes nor no */
function rawOf({ raw = ['false'] }: Texts): boolean {
  if (raw.length === 1 && (raw[0] === 'true' || raw[0] === 'false')) return raw[0] === 'true';
  throw new ParameterError(
    'raw',
    parameterMessages.notAChoice({ name: 'raw', choices: ['true', 'false'], given: raw.join(', ') }),
    ['true', 'false'],
  );
}

/** Where authorships shall count; null where the query leaves it to the observatory. @throws ParameterError */
export function locatedByOf({ [LOCATED_BY]: given = [] }: Texts): LocationRule | null {
  if (given.length === 0) return null;
  const rule = LOCATION_RULES.find((one) => given.length === 1 && one === given[0]);
  if (rule !== undefined) return rule;
  throw new ParameterError(
    LOCATED_BY,
    parameterMessages.notAChoice({ name: LOCATED_BY, choices: LOCATION_RULES, given: given.join(', ') }),
    LOCATION_RULES,
  );
}

function languageOf({ lang = ['en'] }: Texts): Language {
  const language = LANGUAGES.find((one) => lang.length === 1 && one === lang[0]);
  if (language === undefined)
    throw new ParameterError(
      'lang',
      parameterMessages.notAChoice({ name: 'lang', choices: LANGUAGES, given: lang.join(', ') }),
      LANGUAGES,
    );
  return language;
}

function read<T>(name: string, of: () => T): T {
  try {
    return of();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new ParameterError(name, parameterMessages.unreadable({ name, why: error.detail }));
  }
}
