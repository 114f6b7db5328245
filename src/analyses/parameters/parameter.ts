import { z } from 'zod';
import type { Bilingual } from '../../base/index.ts';

/** What a declaration says of a parameter beside its description, which is its help in English. */
declare module 'zod' {
  interface GlobalMeta {
    /** What forms call it. */
    label?: Bilingual;
    /** Its help in Chinese. */
    help?: string;
    /** What its text names, where a form can help to find it. */
    names?: 'place' | 'field';
    /** Names files of the machine. */
    local?: boolean;
  }
}

/** How the text that a person gives for a parameter is read. */
export type Reading = 'years' | 'regions' | 'flag' | 'list' | 'choice' | 'whole' | 'number' | 'text';

/** One parameter of a question, as every surface needs it: flags, queries, forms and their descriptions. */
export interface Parameter {
  readonly name: string;
  readonly reading: Reading;
  readonly description: string;
  /** Its name for people; null where the declaration gives none, as of what only a command line has. */
  readonly label: Bilingual | null;
  /** The description in Chinese. */
  readonly help: string | null;
  /** What its text names, where a form can help to find it. */
  readonly names: 'place' | 'field' | null;
  /** What it is where nothing is given; undefined where it must be. */
  readonly standard: unknown;
  /** The only values that it takes, of a list those of its items; null where there are no such. */
  readonly choices: readonly string[] | null;
  /** Ends of a number, or of the length of a list; null where there is none. */
  readonly least: number | null;
  readonly most: number | null;
  /** Whether `least` itself is not taken, and likewise `most`. */
  readonly above: boolean;
  readonly below: boolean;
  /** Names files: for who sits at the machine alone, never for who asks from elsewhere. */
  readonly local: boolean;
}

/** The parameters of a declaration, in its order. */
export function parametersOf(schema: z.ZodObject): Parameter[] {
  return Object.entries<z.ZodType>(schema.shape).map(([name, type]) => {
    const inner = unwrap(type);
    const reading = readingOf(inner);
    const listed =
      inner instanceof z.ZodArray && reading === 'list' ? unwrap(inner.element as z.ZodType) : null;
    const meta = { ...inner.meta(), ...type.meta() };
    return {
      name,
      reading,
      description: meta.description ?? '',
      label: meta.label ?? null,
      help: meta.help ?? null,
      names: meta.names ?? null,
      standard: standardOf(type),
      choices: choicesOf(listed ?? inner),
      ...endsOf(inner, reading),
      local: meta.local === true,
    };
  });
}

function readingOf(type: z.ZodType): Reading {
  if (type instanceof z.ZodObject) return 'years';
  if (type instanceof z.ZodArray) return type.element instanceof z.ZodObject ? 'regions' : 'list';
  if (type instanceof z.ZodBoolean) return 'flag';
  if (type instanceof z.ZodEnum) return 'choice';
  if (type instanceof z.ZodNumber) return (type.format?.includes('int') ?? false) ? 'whole' : 'number';
  return 'text';
}

function choicesOf(type: z.ZodType): string[] | null {
  return type instanceof z.ZodEnum ? type.options.map(String) : null;
}

type Ends = Pick<Parameter, 'least' | 'most' | 'above' | 'below'>;

/** Whole numbers have the ends of what is exact as their own; those say nothing to a person. */
function endsOf(type: z.ZodType, reading: Reading): Ends {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, minItems, maxItems } = z.toJSONSchema(type, {
    io: 'input',
    unrepresentable: 'any',
  });
  if (reading !== 'whole' && reading !== 'number')
    return { least: minItems ?? null, most: maxItems ?? null, above: false, below: false };
  const known = (end: number | boolean | undefined): number | null =>
    typeof end !== 'number' || Math.abs(end) === Number.MAX_SAFE_INTEGER ? null : end;
  return {
    least: known(exclusiveMinimum ?? minimum),
    most: known(exclusiveMaximum ?? maximum),
    above: exclusiveMinimum !== undefined,
    below: exclusiveMaximum !== undefined,
  };
}

function unwrap(type: z.ZodType): z.ZodType {
  let inner = type;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodNullable || inner instanceof z.ZodOptional) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}

function standardOf(type: z.ZodType): unknown {
  const parsed = type.safeParse(undefined);
  return parsed.success ? parsed.data : undefined;
}
