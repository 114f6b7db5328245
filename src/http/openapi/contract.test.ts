import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedOf } from '../../../test/asked-paths.ts';
import { servedWorld, type ServedWorld } from '../../../test/served-world.ts';
import { ANALYSES } from '../../analyses/index.ts';
import { SOURCES } from '../sources.ts';
import { openApi } from './document.ts';

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, { schema?: unknown }> }>>;
}
const document = openApi() as {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: unknown;
};

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
});
afterAll(async () => {
  await served.close();
});

/** What is asked at a path of the document. */
const asked = (path: string): string | undefined => {
  const source = SOURCES.find((one) => one.path === path);
  if (source !== undefined) return askedOf(source);
  return ['/api/openapi.json', '/api/observatories', '/healthz'].find((one) => one === path);
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ ...document, $id: 'https://synopolis.test/document' });

/** Complaints of a JSON value against a part of the document. */
function complaints(pointer: string, value: unknown): string[] {
  const validate = ajv.compile({ $ref: `https://synopolis.test/document#${pointer}` });
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message = '', params }) =>
    `${instancePath} ${message} ${JSON.stringify(params)}`.slice(0, 200),
  );
}

const escaped = (path: string): string =>
  path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
const paths = Object.keys(document.paths).filter(
  (path) => !path.includes('.{format}') && !path.includes('/jobs/'),
);

describe('the document', () => {
  it('has every source, every analysis among them, and each of its formats', () => {
    for (const { path } of SOURCES) expect(paths).toContain(path);
    for (const { id } of ANALYSES) expect(document.paths).toHaveProperty([`/api/analyses/${id}.{format}`]);
    expect(paths.filter((path) => asked(path) === undefined)).toEqual([]);
  });

  it('names each parameter of a path once', () => {
    for (const [path, { get }] of Object.entries(document.paths)) {
      const names = get.parameters.map(({ name }) => name);
      expect([path, names]).toEqual([path, [...new Set(names)]]);
    }
  });

  it('names no parameter that names files', () => {
    const names = Object.values(document.paths).flatMap(({ get }) => get.parameters.map(({ name }) => name));
    expect(names).not.toContain('statistics');
    expect(names).not.toContain('resources');
  });

  it('describes the rows of an analysis, so that a wrong one is noticed', () => {
    const pointer = '/components/schemas/RankingResult/properties/rows/items';
    const place = { id: 'cn:1100', kind: 'city', name: 'Beijing', nameZh: null, country: 'CN' };
    const right = {
      ...{ rank: 1, rankInterval: [1, 2], ranked: 9, place, insteadOf: [], share: 1, count: 2 },
      ...{ shareInterval: null, countInterval: null, reason: 'no works', fewWorks: true },
    };
    expect(complaints(pointer, right)).toEqual([]);
    for (const wrong of [
      { rank: 1.5 },
      { rankInterval: [1] },
      { reason: 'because' },
      { place: { ...place, kind: 'town' } },
      { colour: 'red' },
      { share: undefined },
    ])
      expect(complaints(pointer, { ...right, ...wrong })).not.toEqual([]);
  });

  it('describes a table by its columns, so that a wrong row is noticed', () => {
    const pointer = '/paths/~1api~1places/get/responses/200/content/application~1json/schema';
    const right = {
      title: '',
      synthetic: null,
      findings: [],
      told: [],
      columns: [],
      table: [{ id: 'cn:1100' }],
    };
    expect(complaints(pointer, right)).toEqual([]);
    expect(complaints(pointer, { ...right, table: [{ id: 'cn:1100', colour: 'red' }] })).not.toEqual([]);
    expect(complaints(pointer, { ...right, table: [{ share: 'much' }] })).not.toEqual([]);
    expect(complaints(pointer, { ...right, title: undefined })).not.toEqual([]);
  });
});

describe('an answer keeps to the document', () => {
  it.each(paths)('%s', async (path) => {
    const question = asked(path)!;
    const response = await served.get(question);
    const body = (await response.json()) as object;
    expect([response.status, (body as { detail?: string }).detail]).toEqual([200, undefined]);
    const pointer = `/paths/${escaped(path)}/get/responses/200/content/application~1json/schema`;
    expect(complaints(pointer, body)).toEqual([]);
    if (!SOURCES.some((source) => source.path === path)) return;
    const flat = await served.get(`${question}${question.includes('?') ? '&' : '?'}parts=table`);
    const { table } = (await flat.json()) as { table: unknown };
    expect(complaints(pointer, { ...body, table })).toEqual([]);
  });

  it.each(['/api/analyses/ranking?top=0', '/api/places/cn:0000', '/api/analyses/profile?place=Springfield'])(
    'where it is a problem: %s',
    async (path) => {
      const response = await served.get(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(complaints('/components/schemas/Problem', await response.json())).toEqual([]);
    },
  );

  it('also as a file of every media type that is named', async () => {
    const content = document.paths['/api/definitions.{format}'].get.responses['200'].content!;
    for (const format of ['json', 'csv', 'parquet', 'xlsx']) {
      const response = await served.get(`/api/definitions.${format}`);
      expect(Object.keys(content)).toContain(response.headers.get('content-type'));
    }
  });
});
