import type { z } from 'zod';
import type { Bilingual } from '../../base/index.ts';
import { type Parameter, parametersOf } from '../parameters/index.ts';
import { choiceLabel } from './choices.ts';

/** What a form offers for a parameter. */
export type FormKind =
  | 'years'
  | 'place'
  | 'places'
  | 'field'
  | 'choice'
  | 'choices'
  | 'number'
  | 'flag'
  | 'text'
  | 'texts'
  | 'regions';

export interface FormParameter {
  readonly name: string;
  readonly kind: FormKind;
  readonly label: Bilingual;
  readonly help: Bilingual;
  readonly required: boolean;
  /** What holds where nothing is given; null for nothing. */
  readonly standard: unknown;
  readonly choices: readonly { readonly value: string; readonly label: Bilingual }[] | null;
  /** Ends of a number, or of how many there may be; null where there is none. */
  readonly least: number | null;
  readonly most: number | null;
  /** Whole numbers only. */
  readonly whole: boolean;
}

/** A question as a form asks it: made from its declaration, so that no surface knows any question by itself. */
export interface Form {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly parameters: readonly FormParameter[];
  /** Formats of its own, beside those that every table has. */
  readonly files: readonly string[];
}

/** What a form is made from: a part of each analysis. */
interface Asked {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly params: z.ZodObject;
  readonly files?: Readonly<Record<string, unknown>> | undefined;
}

/** The description of a question's form. Parameters that name files of the machine are left out. */
export function formOf({ id, title, description, params, files }: Asked): Form {
  return {
    id,
    title,
    description,
    parameters: parametersOf(params)
      .filter(({ local }) => !local)
      .map(formParameter),
    files: Object.keys(files ?? {}),
  };
}

function formParameter(parameter: Parameter): FormParameter {
  const { name, reading, standard, choices, least, most, description, label, help } = parameter;
  return {
    name,
    kind: kindOf(parameter),
    label: label ?? { en: name, zh: name },
    help: { en: description, zh: help ?? description },
    required: standard === undefined,
    standard: standard ?? null,
    choices: choices?.map((value) => ({ value, label: choiceLabel(name, value) })) ?? null,
    least,
    most,
    whole: reading === 'whole',
  };
}

function kindOf({ reading, choices, names }: Parameter): FormKind {
  switch (reading) {
    case 'list':
      if (choices !== null) return 'choices';
      return names === 'place' ? 'places' : 'texts';
    case 'text':
      return names ?? 'text';
    case 'whole':
      return 'number';
    default:
      return reading;
  }
}
