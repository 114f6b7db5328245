import { parametersOf } from '../../analyses/parameters/index.ts';
import { VERSION } from '../../observatory/index.ts';
import { TABLE_FORMATS } from '../answers/formats.ts';
import { OBSERVATORIES } from '../observatories/route.ts';
import { LOCATION_RULES } from '../../observatory/index.ts';
import { LANGUAGES, LOCATED_BY, OBSERVATORY } from '../parameters.ts';
import type { Source } from '../source.ts';
import { SOURCES } from '../sources.ts';
import {
  answerSchema,
  COMPONENTS,
  declaredSchemas,
  isPlain,
  parameterSchema,
  type Schema,
} from './schemas.ts';

/** The document that describes the interface (OpenAPI 3.1), made from the declarations of what can be asked for. */
export function openApi(): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Synopolis',
      version: VERSION,
      description:
        'How cities and regions innovate together, from open publication records. Read-only. What takes long is answered with 202 and a job.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: {
      ...Object.fromEntries(SOURCES.flatMap(pathsOf)),
      ...jobPaths(),
      [OBSERVATORIES]: {
        get: operation('observatories', 'The observatories of this server', [LANG], {
          200: json('The observatories, the default one first', {
            $ref: '#/components/schemas/Observatories',
          }),
          default: PROBLEM,
        }),
      },
      '/api/openapi.json': {
        get: operation('openapi', 'This document', [], { 200: json('The document', { type: 'object' }) }),
      },
      '/healthz': {
        get: operation('healthz', 'Whether questions can be answered', [], {
          200: json('They can', { $ref: '#/components/schemas/Health' }),
          503: PROBLEM,
        }),
      },
    },
    components: { schemas: { ...COMPONENTS, ...declaredSchemas(SOURCES) } },
  };
}

/** The path of a source, and the same with the ending of a format. */
function pathsOf(source: Source): [string, Schema][] {
  const { id, path, title, description, own = {} } = source;
  const files = { ...TABLE_FORMATS, ...own };
  const parameters = parametersOfSource(source);
  const ending = {
    name: 'format',
    in: 'path',
    required: true,
    description: 'The form of the answer',
    schema: { type: 'string', enum: Object.keys(files) },
  };
  const content = Object.fromEntries(Object.values(files).map(({ mediaType }) => [mediaType, {}]));
  return [
    [
      path,
      {
        get: {
          ...operation(id, title.en, parameters, {
            200: json('The answer', answerSchema(source)),
            ...OTHERWISE,
          }),
          description: description.en,
        },
      },
    ],
    [
      `${path}.{format}`,
      {
        get: operation(`${id}-file`, `${title.en}, as a file`, [ending, ...parameters], {
          200: { description: 'The answer as a file', content },
          ...OTHERWISE,
        }),
      },
    ],
  ];
}

const MEMBERS =
  'Members of a JSON answer to include, such as growth, separated by commas; `about` is always included. By default all but `table`, which repeats the rows in the flat form of CSV';

function parametersOfSource({ params, inPath }: Source): Schema[] {
  const known = parametersOf(params).filter(({ local }) => !local);
  // A choice of the question may have the same name: one parameter, which takes both.
  const own = known.find(({ name }) => name === 'parts');
  const members = {
    name: 'parts',
    in: 'query',
    required: false,
    description: own === undefined ? MEMBERS : `${own.description}. ${MEMBERS}`,
    schema: { type: 'array', items: { type: 'string' } },
    style: 'form',
    explode: false,
  };
  return [
    ...known
      .filter((one) => one !== own)
      .map((parameter) => {
        const { schema, ...style } = parameterSchema(parameter);
        const { name, description, standard } = parameter;
        const isIn = name === inPath ? 'path' : 'query';
        return {
          name,
          in: isIn,
          required: isIn === 'path' || standard === undefined,
          description,
          schema: isPlain(standard) ? { ...schema, default: standard } : schema,
          ...style,
        };
      }),
    {
      name: OBSERVATORY,
      in: 'query',
      required: false,
      description: `Id of the observatory that is asked, as ${OBSERVATORIES} lists them; the first by default`,
      schema: { type: 'string' },
    },
    {
      name: LOCATED_BY,
      in: 'query',
      required: false,
      description:
        'Where authorships count: at their institutions, or where the addresses beside them say; as the observatory was built by default',
      schema: { type: 'string', enum: LOCATION_RULES },
    },
    LANG,
    members,
    {
      name: 'raw',
      in: 'query',
      required: false,
      description:
        'CSV for programs: texts as they are, where else an apostrophe keeps a spreadsheet program from taking them for formulas',
      schema: { type: 'boolean', default: false },
    },
  ];
}

const LANG: Schema = {
  name: 'lang',
  in: 'query',
  required: false,
  description: 'Language of titles, findings and notes',
  schema: { type: 'string', enum: LANGUAGES, default: 'en' },
};

function operation(
  operationId: string,
  summary: string,
  parameters: readonly Schema[],
  responses: Schema,
): Schema {
  return { operationId, summary, parameters, responses };
}

function json(description: string, schema: Schema): Schema {
  return { description, content: { 'application/json': { schema } } };
}

const PROBLEM: Schema = {
  description: 'Why not, and what can be done about it',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const JOB = json('A job', { $ref: '#/components/schemas/Job' });
const OTHERWISE: Schema = {
  202: { ...JOB, description: 'It takes longer: the job, whose path is in Location' },
  304: { description: 'The answer is still the one that the caller has' },
  default: PROBLEM,
};

function jobPaths(): Schema {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  return {
    '/api/jobs/{id}': {
      get: operation('job', 'How far a long question is', [id], { 200: JOB, default: PROBLEM }),
      delete: operation('cancel', 'End a long question', [id], {
        204: { description: 'Ended' },
        default: PROBLEM,
      }),
    },
    '/api/jobs/{id}/result': {
      get: operation('result', 'The answer of a long question', [id], {
        200: { description: 'The answer, in the form that was asked for' },
        202: { ...JOB, description: 'Not yet' },
        default: PROBLEM,
      }),
    },
  };
}
