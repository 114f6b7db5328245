import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedWorld, type ServedWorld } from '../../../test/served-world.ts';

let served: ServedWorld;
beforeAll(async () => {
  served = await servedWorld();
});
afterAll(async () => {
  await served.close();
});

describe('an answer', () => {
  it('is not sent again to who has it, and another build or question has another tag', async () => {
    const first = await served.get('/api/analyses/ranking?top=5&by=share');
    const etag = first.headers.get('etag')!;
    const again = await served.get('/api/analyses/ranking?by=share&top=5', { 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    for (const other of ['ranking?top=6', 'ranking.csv?top=5', 'ranking?top=5&lang=zh', 'coverage?top=5']) {
      const response = await served.get(`/api/analyses/${other}`, { 'if-none-match': etag });
      expect([other, response.status]).toEqual([other, 200]);
    }
  });

  it('is the same compressed, and HEAD has its headers alone', async () => {
    const plain = await served.get('/api/analyses/ranking?top=50');
    const body = await plain.text();
    const packed = await served.get('/api/analyses/ranking?top=50', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.byteLength).toBeLessThan(body.length / 2);
    expect(gunzipSync(bytes).toString()).toBe(body);
    const head = await served.app.request('/api/analyses/ranking?top=50', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(plain.headers.get('content-length'));
    expect(head.headers.get('etag')).toBe(plain.headers.get('etag'));
  });

  it('is sent in parts where parts are asked for, and what they are is known as another answer', async () => {
    const whole = await served.get('/api/analyses/trend?of=cities&top=3');
    const some = await served.get('/api/analyses/trend?of=cities&top=3&parts=growth,title');
    const [all, part] = [await whole.json(), await some.json()] as Record<string, unknown>[];
    expect(Object.keys(part)).toEqual(['about', 'growth', 'title']);
    expect(part).toEqual({ about: all.about, growth: all.growth, title: all.title });
    expect(some.headers.get('etag')).not.toBe(whole.headers.get('etag'));
    const turned = await served.get('/api/analyses/trend?parts=title,growth,title&of=cities&top=3');
    expect(turned.headers.get('etag')).toBe(some.headers.get('etag'));
    const places = (await (await served.get('/api/places?top=2&parts=table')).json()) as object;
    expect(places).toMatchObject({ table: [{ id: expect.any(String) as string }, {}] });
    expect(places).not.toHaveProperty('rows');
  });

  it('is sent in parts too where a question has a choice of that name', async () => {
    const path = '/api/analyses/balance?definition=yrd_41&parts=provinces';
    const answer = await served.json(`${path},rows`);
    expect([answer.status, Object.keys(answer.body as object).sort()]).toEqual([200, ['about', 'rows']]);
    const whole = await served.json(path);
    expect(Object.keys(whole.body as object)).toContain('missing');
    const neither = await served.json('/api/analyses/balance?definition=yrd_41&parts=towns');
    expect(neither.status).toBe(422);
  });

  it('says which parts it has where another is asked for, and that files are whole', async () => {
    const none = await served.get('/api/analyses/trend?of=cities&top=3&parts=growth,slope');
    expect([none.status, await none.json()]).toMatchObject([
      422,
      { detail: expect.stringMatching(/no part slope\. Parts: about, .*growth.*, table\.$/) as string },
    ]);
    const zh = await served.get('/api/analyses/ranking?parts=slope&lang=zh');
    expect(await zh.json()).toMatchObject({
      detail: expect.stringMatching(/^答案没有名为slope的部分。可取：/) as string,
    });
    const file = await served.get('/api/analyses/ranking.csv?parts=rows');
    expect([file.status, await file.json()]).toMatchObject([400, { parameter: 'parts' }]);
  });

  it('lets no other origin in, and nothing of it run', async () => {
    const { headers } = await served.get('/api/places?q=a', { origin: 'https://example.org' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('the log', () => {
  it('has a line a request, without what was looked for and from where', async () => {
    const before = served.lines.length;
    await served.get('/api/places?q=Secretville', {
      'x-forwarded-for': '203.0.113.9',
      'x-request-id': 'mine',
    });
    await served.get('/api/places/gn:4242424242');
    const lines = served.lines.slice(before);
    expect(lines.map(({ route, status }) => [route, status])).toEqual([
      ['/api/places', 200],
      ['/api/places/{id}', 404],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Secretville|203\.0\.113|4242424242|mine/);
  });
});

describe('the manifest', () => {
  it('tells the files by name, and nothing of where they lay', async () => {
    const response = await served.get('/api/manifest');
    const body = await response.text();
    interface File {
      readonly path: string;
      readonly bytes: number;
      readonly sha256: string;
    }
    const told = JSON.parse(body) as { manifest: { works: File[]; institutions: { files: File[] } } };
    expect(told.manifest.works.map(({ path }) => path)).toEqual(
      served.world.observatory.manifest.works.map(({ path }) => path.split('/').at(-1)),
    );
    const own = served.world.observatory.manifest.institutions as { files: File[] };
    expect(told.manifest.institutions.files).toEqual(
      own.files.map((file) => ({ ...file, path: 'institutions.jsonl' })),
    );
    expect(told.manifest.institutions.files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(body).not.toContain('synopolis-analysed-');
    expect(body).not.toContain('[object Object]');
  });
});
