import { z } from 'zod';
import type { Parameter } from '../../analyses/parameters/index.ts';
import { about } from '../../analyses/about/about.ts';
import {
  estimate,
  fieldName,
  interval,
  message,
  placeName,
  reason,
  yearSpan,
} from '../../analyses/result/values.ts';
import type { Bilingual } from '../../base/index.ts';
import type { Source, SourceColumn } from '../source.ts';

/** A JSON Schema of the dialect that OpenAPI 3.1 takes (2020-12). */
export type Schema = Readonly<Record<string, unknown>>;

/** How a parameter is written in a query. */
export function parameterSchema(parameter: Parameter): { schema: Schema; style?: 'form'; explode?: boolean } {
  const { reading, choices, least, most, above, below } = parameter;
  switch (reading) {
    case 'years':
      return {
        schema: {
          type: 'string',
          pattern: '^\\s*\\d{4}\\s*([-–:]\\s*\\d{4})?\\s*$',
          examples: ['2015-2024'],
        },
      };
    case 'regions':
      return {
        schema: {
          type: 'array',
          items: { type: 'string', pattern: '=', examples: ['Delta core=cn:3100,cn:3205'] },
        },
        style: 'form',
        explode: true,
      };
    case 'flag':
      return { schema: { type: 'boolean' } };
    case 'list':
      return {
        schema: {
          type: 'array',
          items: choices === null ? { type: 'string' } : { type: 'string', enum: choices },
          ...(least === null ? {} : { minItems: least }),
          ...(most === null ? {} : { maxItems: most }),
        },
        style: 'form',
        explode: false,
      };
    case 'choice':
      return { schema: { type: 'string', enum: choices! } };
    case 'whole':
    case 'number':
      return {
        schema: {
          type: reading === 'whole' ? 'integer' : 'number',
          ...(least === null ? {} : { [above ? 'exclusiveMinimum' : 'minimum']: least }),
          ...(most === null ? {} : { [below ? 'exclusiveMaximum' : 'maximum']: most }),
        },
      };
    default:
      return { schema: { type: 'string' } };
  }
}

/** What a component of the document is called, of the id of a source. */
const componentOf = (id: string, what: string): string =>
  id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()) + what;

/** The JSON of a source's answer: what all have, what is its own, and its table by columns where that is asked for. */
export function answerSchema({ id, result, columns }: Source): Schema {
  return {
    allOf: [
      { $ref: '#/components/schemas/Answer' },
      ...(result === undefined ? [] : [{ $ref: `#/components/schemas/${componentOf(id, 'Result')}` }]),
      {
        type: 'object',
        properties: {
          table: { type: 'array', items: columns === null ? { type: 'object' } : rowSchema(columns) },
        },
      },
    ],
  };
}

/** A column that is not of an answer is left out of its rows. */
function rowSchema(columns: readonly SourceColumn[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      columns.map(({ id, title, digits }) => [
        id,
        {
          description: title,
          type: digits === undefined ? ['string', 'number', 'boolean', 'null'] : ['number', 'null'],
        },
      ]),
    ),
    additionalProperties: false,
  };
}

const nullable = (type: string): Schema => ({ type: [type, 'null'] });
const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const text: Schema = { type: 'string' };

/** What declarations say for our own surfaces, and what says nothing to a client. */
const INTERNAL = ['label', 'help', 'digits', 'texts', 'shownAs', 'readOnly', '$schema', '$id'] as const;

/** The components that declarations of answers make, by their names. */
export function declaredSchemas(sources: readonly Source[]): Readonly<Record<string, Schema>> {
  const declared = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(VOCABULARY)) declared.add(schema, { id: name });
  const answers = new Set<string>();
  for (const { id, result } of sources) {
    if (result === undefined) continue;
    answers.add(componentOf(id, 'Result'));
    declared.add(result, { id: componentOf(id, 'Result') });
  }
  const { schemas } = z.toJSONSchema(declared, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
  // An answer has parts beside its own.
  for (const id of answers) delete schemas[id].additionalProperties;
  for (const one of Object.values(schemas)) tidy(one);
  return schemas;
}

function tidy(schema: z.core.JSONSchema.BaseSchema): void {
  const { label } = schema as { label?: Bilingual };
  if (label !== undefined) schema.title = label.en;
  for (const key of INTERNAL) Reflect.deleteProperty(schema, key);
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

/** What declarations of answers have in common, by its name in the document. */
const VOCABULARY = {
  About: about,
  Place: placeName,
  Field: fieldName,
  Years: yearSpan,
  Interval: interval,
  Estimate: estimate,
  Reason: reason,
  Message: message,
};

/** What the answers of all sources have in common. */
export const COMPONENTS: Readonly<Record<string, Schema>> = {
  Answer: object(
    {
      title: text,
      synthetic: { ...nullable('string'), description: 'Set where the works are not real' },
      findings: listOf({ ...text, description: 'A sentence that stands above the table' }),
      told: listOf({
        ...text,
        description: 'A sentence that says what the numbers mean; stands under the table',
      }),
      columns: listOf({ $ref: '#/components/schemas/Column' }),
      table: {
        ...listOf({ type: 'object' }),
        description:
          'The rows, flat as in CSV: where `parts` asks for them, and in answers without rows of their own',
      },
    },
    ['table'],
  ),
  Column: object({
    id: text,
    title: text,
    digits: { ...nullable('integer'), description: 'Decimals to show; null for texts' },
    aside: { type: 'boolean', description: 'Beside the point of this answer' },
  }),
  Job: object({
    id: text,
    state: { type: 'string', enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] },
    asked: { ...text, description: 'The path that asked' },
    result: { ...nullable('string'), description: 'The path of the answer, once it is there' },
    seconds: { type: 'number' },
    before: { type: 'integer', description: 'Questions before it' },
    progress: {
      type: ['object', 'null'],
      description: 'Which of its steps has begun; null where it is over, waits, or tells none',
      required: ['what', 'done', 'of'],
      properties: { what: text, done: { type: 'integer' }, of: { type: 'integer' } },
    },
    problem: { anyOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'null' }] },
  }),
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      code: { ...text, description: 'What the detail says, for programs' },
      parameter: { ...text, description: 'The parameter at fault' },
      allowed: listOf(text),
      ids: { ...listOf(text), description: 'Ids that the detail names' },
      retryAfter: { type: 'integer' },
      request: { ...text, description: 'Id of the request, as in the server’s log' },
    },
    additionalProperties: false,
  },
  Said: object({ code: { ...text, description: 'What is said, for programs' }, text }),
  Observatories: object({
    default: { ...text, description: 'Id of the one that is asked where `observatory` is left out' },
    rows: listOf(
      object({
        id: text,
        available: { type: 'boolean', description: 'Whether its folder holds an observatory now' },
        title: text,
        kind: { enum: ['real', 'synthetic', 'partly-synthetic', null] },
        vintage: {
          ...object({ from: nullable('string'), to: nullable('string') }),
          description: 'Days between which the records were taken from their source',
        },
        licence: { ...nullable('string'), description: 'Of the records; null where the build was not told' },
        built: nullable('string'),
        years: { anyOf: [object({ from: { type: 'integer' }, to: { type: 'integer' } }), { type: 'null' }] },
        works: nullable('integer'),
        can: { ...listOf({ $ref: '#/components/schemas/Said' }), description: 'What it can answer' },
        cannot: { ...listOf({ $ref: '#/components/schemas/Said' }), description: 'What it cannot answer' },
      }),
    ),
    demonstration: {
      ...nullable('string'),
      description:
        'Where the page can have a demonstration of real records fetched; null but on one’s own machine',
    },
  }),
  Health: object({ status: { const: 'ok' }, version: text, manifest: text }),
};

/** How a value of a declaration is described, for defaults. */
export function isPlain(value: unknown): boolean {
  return z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).safeParse(value).success;
}
