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
