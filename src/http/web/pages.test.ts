import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../../test/served-world.ts';
import { serve, type Served } from '../index.ts';
import { readWebFiles } from './files.ts';

const SECRET = 'what-nobody-should-read-0815';
const SCRIPT = `export const answer = 42; // ${'x'.repeat(2_000)}`;
const TOKEN = 'a-token-of-some-length';
const folder = mkdtempSync(join(tmpdir(), 'page-'));
const root = join(folder, 'web');
let served: ServedWorld;
let socket: Served;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>A page</title>');
  writeFileSync(join(root, 'assets/app-4f8a2c1b.js'), SCRIPT);
  writeFileSync(join(root, 'assets/style-Cx_9-aZ0.css'), 'body { color: black }');
  writeFileSync(join(root, 'assets/coast.json'), '{"type":"Topology"}');
  writeFileSync(join(root, '城市.txt'), 'Nanjing');
  writeFileSync(join(root, '.hidden'), SECRET);
  symlinkSync(join(folder, 'secret.txt'), join(root, 'linked.txt'));
  symlinkSync(folder, join(root, 'up'), 'junction');
  mkdirSync(join(root, 'api'));
  writeFileSync(join(root, 'api/claims'), 'not these');
  served = await servedWorld();
  socket = await serve({
    folders: [served.world.folder],
    host: '127.0.0.1',
    port: 0,
    token: TOKEN,
    web: root,
    log: pino({ level: 'silent' }),
    limits: { workers: 1 },
  });
});
afterAll(async () => {
  await socket.stop();
  await served.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(served.with({ web: readWebFiles(root) }).request(path, { headers }));

describe('the page', () => {
  it('stands at the root, may ask this server alone, and is asked after each time', async () => {
    const page = await get('/');
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>A page</title>']);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'self'; img-src 'self' data: blob:;");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const same = await get('/', { 'if-none-match': page.headers.get('etag')! });
    expect([same.status, await same.text()]).toEqual([304, '']);
  });

  it.each([
    ['/assets/app-4f8a2c1b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/style-Cx_9-aZ0.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/coast.json', 'application/json; charset=utf-8', 'no-cache'],
    ['/%E5%9F%8E%E5%B8%82.txt', 'text/plain; charset=utf-8', 'no-cache'],
  ])('needs %s, which is %s and kept: %s', async (path, type, cache) => {
    const { status, headers } = await get(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, cache]);
  });

  it('has its scripts sent compressed, and of HEAD the headers alone', async () => {
    const packed = await get('/assets/app-4f8a2c1b.js', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(SCRIPT);
    const app = served.with({ web: readWebFiles(root) });
    const head = await app.request('/assets/app-4f8a2c1b.js', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(String(SCRIPT.length));
    expect((await app.request('/', { method: 'POST' })).status).toBe(405);
  });

  it('has views, whose paths an address bar may hold; a file that is not there is not the page', async () => {
    const browser = { accept: 'text/html,application/xhtml+xml' };
    expect(await (await get('/network?years=2015-2020', browser)).text()).toContain('A page');
    for (const [path, headers] of [
      ['/network', {}],
      ['/assets/gone-4f8a2c1b.js', browser],
      ['/api/nope', browser],
      ['/api', browser],
      ['/healthz/more', browser],
    ] as const) {
      const response = await get(path, headers);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get('content-type')).toContain('problem+json');
    }
  });

  it('takes no place of the interface', async () => {
    const body = await (await get('/api/claims')).text();
    expect(body).not.toContain('not these');
    expect(JSON.parse(body)).toHaveProperty('columns');
    expect((await get('/healthz', { accept: 'text/html' })).headers.get('content-type')).toContain('json');
  });

  it('is not there where it is not built, and says where the answers are', async () => {
    const response = await served.get('/');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/plain; charset=UTF-8',
    ]);
    expect(await response.text()).toContain('/api/analyses');
    expect(readWebFiles(join(folder, 'nowhere')).size).toBe(0);
  });
});

describe('the folder of the page', () => {
  const raw = (path: string): Promise<{ status: number; body: string; headers: IncomingHttpHeaders }> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(socket.address);
      request({ host: '127.0.0.1', port, path }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode!, body, headers: response.headers }));
      })
        .on('error', reject)
        .end();
    });

  it('is all that is read: nothing beside it, no hidden file, nothing that a link leads to', async () => {
    const parts = fc.constantFrom(
      ...['..', '.', '', '%2e%2e', '%2E.', '..%2f', '%2f', '..%5c', '\\..', '%00', '%c0%ae', '%252e%252e'],
      ...['up', 'linked.txt', 'secret.txt', '.hidden', 'web', 'assets', 'api', 'index.html', 'etc', 'passwd'],
    );
    const tricks = fc.sample(fc.array(parts, { minLength: 1, maxLength: 8 }), { numRuns: 1_000, seed: 7 });
    const statuses = new Set<number>();
    for (const path of [
      '/linked.txt',
      '/up/secret.txt',
      '/.hidden',
      ...tricks.map((p) => `/${p.join('/')}`),
    ]) {
      const { status, body } = await raw(path);
      statuses.add(status);
      expect([path, [200, 400, 401, 404].includes(status)]).toEqual([path, true]);
      expect(body).not.toMatch(new RegExp(`${SECRET}|root:.*:0:0`));
    }
    expect(statuses).toContain(200);
    expect(statuses).toContain(401);
  });

  it('is open to whoever has no token yet; data are not', async () => {
    expect((await raw('/')).status).toBe(200);
    expect((await raw('/assets/app-4f8a2c1b.js')).body).toBe(SCRIPT);
    const refused = [
      '/api/claims',
      '/api/claims.csv',
      '/%61pi/claims',
      '//api/claims',
      '/api/../api/claims',
      '/x',
    ];
    for (const path of refused) expect([path, (await raw(path)).status]).toEqual([path, 401]);
  });
});
