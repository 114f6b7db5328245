import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../test/cli/spreadsheet.ts';
import { servedWorld, type ServedWorld } from '../../test/served-world.ts';
import { ANALYSES, match, ranking } from '../analyses/index.ts';
import { parametersOf } from '../analyses/parameters/index.ts';
import { printable } from '../tabular/printable.ts';
import { TEXTS } from '../tabular/texts.ts';

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
});
afterAll(async () => {
  await served.close();
});

interface Body {
  readonly rows: readonly Record<string, unknown>[];
  readonly table: readonly Record<string, unknown>[];
  readonly columns: readonly { readonly id: string }[];
}

describe('a question', () => {
  it('is answered as the library answers it', async () => {
    const { body } = await served.json(
      '/api/analyses/ranking?top=4&years=2015-2017&of=cities,regions&by=count',
    );
    const asked = ranking.params.parse({
      top: 4,
      years: { from: 2015, to: 2017 },
      of: ['cities', 'regions'],
      by: 'count',
    });
    const own = await ranking.run(served.world.observatory, asked);
    expect((body as { rows: unknown }).rows).toEqual(JSON.parse(JSON.stringify(own.rows)));
    expect((body as { about: unknown }).about).toEqual(JSON.parse(JSON.stringify(own.about)));
  });

  it('has a table as flat as its CSV, with what the numbers mean', async () => {
    const asked = '?top=3&region=Delta%20core%3Dcn:3100,cn:3205&region=Two%3Dcn:1100,cn:4403';
    const { body } = await served.json(`/api/analyses/ranking${asked}&parts=columns,table`);
    const { table, columns } = body as Body;
    const csv = await (await served.get(`/api/analyses/ranking.csv${asked}`)).text();
    const lines = csv
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(lines[0]).toBe(columns.map(({ id }) => id).join(','));
    expect(lines).toHaveLength(table.length + 1);
    expect(table.map(({ place }) => place)).toContain('Delta core');
    expect(csv).toContain('# These works are a synthetic demonstration');
  });

  it('is told in Chinese where Chinese is asked for', async () => {
    const { body } = await served.json('/api/analyses/match?need=%E6%BF%80%E5%85%89&lang=zh');
    const told = body as { title: string; told: string[] };
    expect(told.title).toBe(match.title.zh);
    expect(told.told.join('')).toContain('合成');
  });

  it('comes as a file in every format, the same as the command line writes', async () => {
    const params = ranking.params.parse({ top: 3 });
    const own = printable(ranking, await ranking.run(served.world.observatory, params), 'en');
    const csv = await served.get('/api/analyses/ranking.csv?top=3');
    expect(await csv.text()).toBe(TEXTS.csv(own));
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="ranking.csv"');
    const parquet = new Uint8Array(
      await (await served.get('/api/analyses/ranking.parquet?top=3')).arrayBuffer(),
    );
    expect(new TextDecoder().decode(parquet.slice(0, 4))).toBe('PAR1');
    const xlsx = await served.get('/api/analyses/ranking.xlsx?top=3');
    const file = join(served.world.folder, '..', 'ranking.xlsx');
    writeFileSync(file, new Uint8Array(await xlsx.arrayBuffer()));
    const [rows] = [...readSpreadsheet(file).values()];
    expect(rows).toHaveLength(4);
    expect(rows.flat()).toContain('Beijing');
  });

  it.each(ANALYSES.map(({ id }) => id))('%s never takes a parameter that names files', async (id) => {
    const analysis = ANALYSES.find((one) => one.id === id)!;
    const local = parametersOf(analysis.params).filter((parameter) => parameter.local);
    for (const { name } of [
      ...local,
      { name: 'statistics' },
      { name: 'resources' },
      { name: 'corrections' },
    ]) {
      const response = await served.get(`/api/analyses/${id}?${name}=${encodeURIComponent('/etc/passwd')}`);
      const body = await response.text();
      expect(response.status).toBe(400);
      expect(JSON.parse(body)).toMatchObject({ parameter: name });
      expect(body).not.toContain('root:');
    }
  });
});

describe('what cannot be answered', () => {
  it.each([
    ['/api/analyses/ranking?top=0', 400, { parameter: 'top' }],
    ['/api/analyses/ranking?top=3&top=4', 400, { parameter: 'top' }],
    ['/api/analyses/ranking?top=3.5', 400, { parameter: 'top' }],
    ['/api/analyses/ranking?by=cites', 400, { parameter: 'by', allowed: ['share', 'count'] }],
    ['/api/analyses/ranking?years=2019-2015', 400, { parameter: 'years' }],
    ['/api/analyses/ranking?region=cn:3100', 400, { parameter: 'region' }],
    ['/api/analyses/ranking?lang=fr', 400, { parameter: 'lang', allowed: ['en', 'zh'] }],
    ['/api/analyses/ranking?order=1', 400, { parameter: 'order' }],
    ['/api/analyses/links?coaffiliation=maybe', 400, { parameter: 'coaffiliation' }],
    ['/api/analyses/match', 400, { parameter: 'need' }],
    ['/api/analyses/ranking?also=Nowhereville', 422, { parameter: 'also' }],
    ['/api/analyses/profile?place=Springfield', 422, { parameter: 'place' }],
    ['/api/analyses/ranking?definition=nope', 422, { parameter: 'definition' }],
    ['/api/places/cn:9999', 404, { parameter: 'id', ids: ['cn:9999'] }],
    ['/api/claims/C999', 404, { parameter: 'id' }],
    ['/api/resources/no-such', 404, { parameter: 'id' }],
    ['/api/statistics/gpd?place=cn:1100', 404, { parameter: 'metric' }],
    ['/api/statistics/gdp_nominal', 400, { parameter: 'place' }],
    ['/api/analyses/nope', 404, {}],
    ['/api/jobs/nope', 404, {}],
    ['/api/analyses/ranking.pdf', 404, {}],
    ['/nowhere', 404, {}],
  ])('%s is %i, as problem+json', async (path, status, more) => {
    const response = await served.get(path);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const body = (await response.json()) as { request: string; detail: string };
    expect([response.status, body]).toEqual([status, expect.objectContaining({ status, ...more })]);
    expect(body.request).toBe(response.headers.get('x-request-id'));
    expect(body.detail).not.toContain(served.world.folder);
  });

  it('names the ids that a name fits', async () => {
    const { body } = await served.json('/api/analyses/profile?place=Springfield');
    expect((body as { ids: string[] }).ids.length).toBeGreaterThan(1);
  });

  it('is refused where it would change something', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await served.app.request('/api/analyses/ranking', { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
  });
});
