import { z } from 'zod';
import type { Parameter } from '../../analyses/parameters/index.ts';
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

/** The JSON of a source's answer: what all have, its table by columns, and what it has besides. */
export function answerSchema({ columns }: Source): Schema {
  return {
    allOf: [
      { $ref: '#/components/schemas/Answer' },
      {
        type: 'object',
        required: ['table'],
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
const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  ...more,
});
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const text: Schema = { type: 'string' };
const span = {
  type: ['object', 'null'],
  required: ['from', 'to'],
  properties: { from: { type: 'integer' }, to: { type: 'integer' } },
};

const message = object({ code: text, params: { type: 'object' } });

/** What the answers of all sources have in common. */
export const COMPONENTS: Readonly<Record<string, Schema>> = {
  Answer: object({
    title: text,
    synthetic: { ...nullable('string'), description: 'Set where the works are not real' },
    findings: listOf({ ...text, description: 'A sentence that stands above the table' }),
    told: listOf({
      ...text,
      description: 'A sentence that says what the numbers mean; stands under the table',
    }),
    columns: listOf({ $ref: '#/components/schemas/Column' }),
    table: { ...listOf({ type: 'object' }), description: 'The rows, flat as in CSV' },
  }),
  AnalysisAnswer: {
    allOf: [
      { $ref: '#/components/schemas/Answer' },
      object({
        about: { $ref: '#/components/schemas/About' },
        rows: { ...listOf({ type: 'object' }), description: 'The rows as the library gives them' },
      }),
    ],
  },
  About: object({
    analysis: text,
    counting: text,
    years: span,
    field: {
      type: ['object', 'null'],
      required: ['level', 'id', 'name', 'nameZh'],
      properties: { level: text, id: { type: 'integer' }, name: text, nameZh: nullable('string') },
    },
    sector: { type: ['array', 'null'], items: text },
    works: { type: 'integer', description: 'Works under the filters: the N of every interval' },
    locatedShare: nullable('number'),
    authorCap: { type: 'integer' },
    types: { type: ['array', 'null'], items: text },
    definitions: listOf(object({ id: text, version: nullable('string'), cities: { type: 'integer' } })),
    interval: {
      type: ['object', 'null'],
      required: ['method', 'level', 'draws', 'seed'],
      properties: {
        method: text,
        level: { type: 'number' },
        draws: nullable('integer'),
        seed: nullable('integer'),
      },
    },
    observatory: {
      type: ['object', 'null'],
      required: ['title', 'built', 'version'],
      properties: { title: nullable('string'), built: text, version: text },
    },
    synthetic: nullable('string'),
    notes: listOf(text),
    warnings: listOf(text),
    zh: {
      ...object({
        counting: text,
        notes: listOf(text),
        warnings: listOf(text),
        method: nullable('string'),
      }),
      description: 'The same words in Chinese, with the method of the interval',
    },
    messages: {
      ...object({
        counting: message,
        method: { anyOf: [message, { type: 'null' }] },
        notes: listOf(message),
        warnings: listOf(message),
      }),
      description: 'The same as data: the code of each text, and what it was made with',
    },
  }),
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
  Health: object({ status: { const: 'ok' }, version: text, manifest: text }),
};

/** How a value of a declaration is described, for defaults. */
export function isPlain(value: unknown): boolean {
  return z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).safeParse(value).success;
}
