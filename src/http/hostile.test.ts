import { writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fewAndMany } from '../../test/few-and-many.ts';
import { servedWorld, type ServedWorld } from '../../test/served-world.ts';
import { serve, type Served } from './index.ts';
import type { Source } from './source.ts';
import { SOURCES } from './sources.ts';

const SECRET = 'what-nobody-should-read-4711';
/** Answers that a request may have; a fault of ours is none of them. 504: given up after a while, here a short one. */
const MAY_BE = new Set([200, 202, 304, 400, 404, 405, 410, 414, 422, 429, 504]);

let served: ServedWorld;
let socket: Served;
beforeAll(async () => {
  // A process that is ended is slow to start again from source: few questions may take so long that theirs is.
  served = await servedWorld({ timeout: 10_000 });
  writeFileSync(join(served.world.folder, '..', 'secret.csv'), `metric,place\n${SECRET},${SECRET}\n`);
  socket = await serve({
    folders: [served.world.folder],
    host: '127.0.0.1',
    port: 0,
    token: null,
    log: pino({ level: 'silent' }),
    limits: { workers: 1 },
  });
});
afterAll(async () => {
  await socket.stop();
  await served.close();
});

const sane = [
  'cn:3100',
  'def:yrd_41',
  'iso:CN',
  'Beijing',
  '上海',
  '2015-2016',
  'T10123',
  '17',
  'share',
  'true',
  'cities,regions',
  'company',
];
const hostile = [
  "'; DROP TABLE works; --",
  "' UNION SELECT content FROM read_text('/etc/passwd') --",
  "x') OR 1=1 /*",
  '../secret.csv',
  '../../../../../../etc/passwd',
  '..\\..\\secret.csv',
  '/etc/passwd',
  'file:///etc/passwd',
  '%2e%2e%2fsecret.csv',
  '%00',
  '\u0000',
  'a\u0000b',
  '\u202eevil',
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
  '${7*7}',
  '<script>alert(1)</script>',
  'NaN',
  'Infinity',
  '-0',
  '1e308',
  '-1e400',
  '0x10',
  '9'.repeat(400),
  '99999999999999999999',
  '9007199254740993',
  '0000-9999',
  '2024-2015',
  'T99999999999999999999999',
  'domain/0',
  'Name=',
  '=x',
  'Name=cn:3100,cn:3100',
  `A=${'cn:3100,'.repeat(200)}`,
  ',,,,',
  '，；',
  'x'.repeat(2_000),
  'é'.repeat(500),
  '[object Object]',
  'null',
  'undefined',
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostile) },
  { weight: 2, arbitrary: fc.constantFrom(...sane) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double().map(String) },
);
const names = [
  ...new Set(SOURCES.flatMap(({ params }) => Object.keys(params.shape))),
  'lang',
  '__proto__',
  'constructor',
  '',
];
/** Parameters of any source, and names that are none. */
const strange = fc.array(
  fc.tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: text }),
    text,
  ),
  { maxLength: 4 },
);
/** Parameters of a source's own, one or two, so that a good part of them reaches what it is aimed at. */
const known = (source: Source): typeof strange =>
  fc.array(fc.tuple(fc.constantFrom(...Object.keys(source.params.shape), 'lang'), text), {
    minLength: 1,
    maxLength: 2,
  });
const ending = fc.constantFrom('', '', '', '.json', '.csv', '.parquet', '.xlsx', '.gexf', '.exe', '.', '..');
/** Some texts stand as they are, as no browser would send them. */
const address = fc.constantFrom(...SOURCES, null).chain((source) =>
  fc
    .tuple(
      text,
      ending,
      source === null
        ? strange
        : fc.oneof({ weight: 3, arbitrary: strange }, { weight: 1, arbitrary: known(source) }),
      fc.boolean(),
    )
    .map(([inside, end, asked, raw]) => {
      const part = raw ? inside.replaceAll(/[^\x21-\x7e]/g, '') : encoded(inside);
      const path = source === null ? `/${part}` : source.path.replace(/\{\w+\}/, part);
      return `${path}${end}?${new URLSearchParams(asked).toString()}`;
    }),
);

function encoded(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1).replaceAll('+', '%20');
}

describe('hostile requests', () => {
  const cases = { few: 300, many: 10_000 };
  fewAndMany('are never our fault, and read nothing but the observatory', cases, async (numRuns) => {
    const paths = fc.sample(address, { numRuns, seed: 20_250_101 });
    const statuses = new Map<number, number>();
    const wrong: string[] = [];
    const one = async (path: string, method: string): Promise<void> => {
      const response = await served.app.request(path, { method });
      const body = await response.text();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (
        !MAY_BE.has(response.status) ||
        body.includes(SECRET) ||
        /root:.*:0:0|synopolis-analysed/.test(body)
      )
        wrong.push(`${method} ${response.status} ${path.slice(0, 300)} ${body.slice(0, 200)}`);
    };
    let next = 0;
    const hand = async (): Promise<void> => {
      for (let i = next++; i < paths.length; i = next++)
        await one(paths[i], i % 50 === 0 ? 'POST' : i % 20 === 0 ? 'HEAD' : 'GET');
    };
    await Promise.all(Array.from({ length: 4 }, hand));
    expect(wrong).toEqual([]);
    // They reach what they are aimed at: answers, refused parameters, what is not there, what cannot be answered.
    for (const status of [200, 400, 404, 405, 422])
      expect([status, (statuses.get(status) ?? 0) > numRuns / 500]).toEqual([status, true]);
    expect(statuses.get(429) ?? 0).toBeLessThan(numRuns / 100);
    const trouble = served.lines.filter(({ msg }) => msg !== 'request');
    expect(trouble).toEqual([]);
  });

  it('neither do paths that no browser would send', async () => {
    const raw = (path: string): Promise<{ status: number; body: string }> =>
      new Promise((resolve, reject) => {
        const { port } = new URL(socket.address);
        httpRequest({ host: '127.0.0.1', port, path }, (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString()));
          response.on('end', () => resolve({ status: response.statusCode!, body }));
        })
          .on('error', reject)
          .end();
      });
    const tricks = [
      '/../../../../etc/passwd',
      '/api/../../secret.csv',
      '/api/places/..%2f..%2fsecret.csv',
      '/api/places/%2e%2e/%2e%2e/secret.csv',
      '//etc/passwd',
      '/api/places//etc/passwd',
      '/api/analyses/ranking/../../../secret.csv',
      '/%',
      '/api/places/%E0%A4%A',
      '/api/places?q=%E0%A4%A',
      '/api/jobs/..%2f..',
      '/healthz/../api/manifest',
      'http://elsewhere.example/api/manifest',
      `/api/places?q=${'a'.repeat(9_000)}`,
    ];
    for (const path of tricks) {
      const { status, body } = await raw(path);
      expect([path, MAY_BE.has(status) || status === 421]).toEqual([path, true]);
      expect(body).not.toMatch(new RegExp(`${SECRET}|root:.*:0:0`));
    }
  });
});
