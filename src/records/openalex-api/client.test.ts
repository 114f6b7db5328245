import { afterEach, describe, expect, it } from 'vitest';

import { type Fault, openAlexServer, worksOf } from '../../../test/openalex-server.ts';
import { type Access, OpenAlexClient } from './client.ts';
import { OpenAlexError } from './errors.ts';
import { theWorld, type World } from './world.ts';

const KEY = 'secret key/1+1';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** A client of a server with these faults; time passes only in sleeps. */
async function clientOf(faults: Readonly<Record<number, Fault>>, access: Partial<Access> = {}) {
  const server = await openAlexServer({ works: worksOf(3), faults });
  open.push(server);
  const sleeps: number[] = [];
  const lines: string[] = [];
  let time = 0;
  const world: World = {
    ...theWorld,
    now: () => time,
    sleep: (milliseconds) => {
      sleeps.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
    log: (line) => lines.push(line),
  };
  const client = new OpenAlexClient(
    { apiKey: KEY, baseUrl: server.baseUrl, callsPerSecond: 1e9, ...access },
    world,
  );
  return { server, client, sleeps, lines, get: () => client.get('/works', { per_page: '2' }) };
}

async function failure(promise: Promise<unknown>): Promise<OpenAlexError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OpenAlexError);
  return error as OpenAlexError;
}

const waits = (sleeps: readonly number[]): number[] => sleeps.filter((wait) => wait >= 1);

describe('an answer that may be better next time is asked for again', () => {
  it('429, then the answer, after as long as Retry-After says', async () => {
    const { get, sleeps, lines } = await clientOf({
      0: { status: 429, headers: { 'retry-after': '7' }, body: '{"message":"slow down"}' },
    });
    expect(await get()).toMatchObject({ meta: { count: 3 } });
    expect(waits(sleeps)).toEqual([7000]);
    expect(lines).toEqual(['OpenAlex answered HTTP 429: slow down; trying again in 7 s (1 of 6)']);
  });

  it('503 thrice, waiting twice as long each time', async () => {
    const { get, sleeps } = await clientOf({ 0: { status: 503 }, 1: { status: 503 }, 2: { status: 503 } });
    expect(await get()).toMatchObject({ meta: { count: 3 } });
    expect(waits(sleeps)).toEqual([1000, 2000, 4000]);
  });

  it('a connection cut half way through an answer, and one closed before it', async () => {
    const { get, server } = await clientOf({ 0: 'cut half way', 1: 'reset' });
    expect(await get()).toMatchObject({ meta: { count: 3 }, results: [{}, {}] });
    expect(server.calls).toHaveLength(3);
  });

  it('but not for ever', async () => {
    const { get, server } = await clientOf(
      { 0: { status: 502 }, 1: { status: 502 }, 2: { status: 502 } },
      { maxRetries: 2 },
    );
    const error = await failure(get());
    expect(error.problem).toBe('unavailable');
    expect(error.message).toMatch(/3 attempts .*HTTP 502.*run the same command again/);
    expect(server.calls).toHaveLength(3);
  });

  it('an answer that does not come in time counts as none', async () => {
    const { server } = await clientOf({});
    const world: World = {
      ...theWorld,
      fetch: (_, { signal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error)),
        ),
    };
    const client = new OpenAlexClient(
      { apiKey: null, baseUrl: server.baseUrl, timeoutMs: 20, maxRetries: 0 },
      world,
    );
    expect((await failure(client.get('/works', {}))).message).toContain('no answer within 0.02 s');
  });
});

describe('an answer that will stay the same ends at once', () => {
  it.each([
    [
      400,
      '{"error":"Invalid query","message":"not_a_field is not a valid field"}',
      /HTTP 400: not_a_field is not a valid field.*Check the filter/,
    ],
    [401, '{"error":"API key required"}', /HTTP 401: API key required.*Check OPENALEX_API_KEY/],
    [403, '{"message":"forbidden"}', /HTTP 403: forbidden.*Wait a little/],
    [404, '<html><h1>Not Found</h1></html>', /HTTP 404: Not Found.*Check the id/],
  ])('%i, with what OpenAlex says and what to do', async (status, body, message) => {
    const { get, server } = await clientOf({ 0: { status, body } });
    const error = await failure(get());
    expect(error).toMatchObject({ problem: 'refused', status });
    expect(error.message).toMatch(message);
    expect(server.calls).toHaveLength(1);
  });

  it('without a key, 401 says where to get one', async () => {
    const { get } = await clientOf({ 0: { status: 401, body: '{}' } }, { apiKey: null });
    expect((await failure(get())).message).toContain('openalex.org/settings/api');
  });

  it('HTML in place of JSON', async () => {
    const { get } = await clientOf({ 0: { status: 200, body: '\n<!DOCTYPE html><title>Log in</title>' } });
    expect(await failure(get())).toMatchObject({ problem: 'not-json' });
  });

  it('half of a JSON text, though the answer is whole', async () => {
    const { get } = await clientOf({ 0: { status: 200, body: '{"meta": {"count"' } });
    expect((await failure(get())).message).toMatch(/not valid JSON/);
  });

  it.each([
    ['no call is left', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '7200' }, 'in 2.0 hours'],
    ['Retry-After is hours', { 'retry-after': '53578' }, 'in 14.9 hours'],
  ])('429 when the allowance of the day is used up: %s', async (_, headers, when) => {
    const { get, server } = await clientOf({
      0: { status: 429, headers, body: '{"message":"Insufficient budget"}' },
    });
    const error = await failure(get());
    expect(error.problem).toBe('allowance');
    expect(error.message).toContain(when);
    expect(server.calls).toHaveLength(1);
  });
});

describe('the key', () => {
  it('is sent, and is in no error and no log, even where the answer repeats it', async () => {
    const echo = JSON.stringify({
      message: `bad key ${KEY} or ${encodeURIComponent(KEY)} or secret+key%2F1%2B1`,
    });
    const { get, server, lines } = await clientOf({
      0: { status: 500, body: echo },
      1: { status: 403, body: echo },
    });
    const error = await failure(get());
    expect(server.calls[1]?.searchParams.get('api_key')).toBe(KEY);
    expect(error.message).toContain('bad key [key] or [key] or [key]');
    expect(lines.join()).toContain('[key]');
    expect(`${error.message} ${error.stack} ${lines.join()}`).not.toMatch(/secret/);
  });

  it('is in no error of the network, which names the address', async () => {
    const world: World = {
      ...theWorld,
      fetch: (url) => Promise.reject(new TypeError(`cannot reach ${url}`)),
    };
    const client = new OpenAlexClient({ apiKey: KEY, maxRetries: 0 }, world);
    const { message } = await failure(client.get('/works', {}));
    expect(message).toContain('api_key=[key]');
    expect(message).not.toMatch(/secret/);
  });
});

describe('the pace', () => {
  it('is kept: at most so many calls a second begin', async () => {
    const { client, sleeps } = await clientOf({}, { callsPerSecond: 4 });
    for (let i = 0; i < 5; i++) await client.get('/works', {});
    expect(sleeps).toEqual([250, 250, 250, 250]);
  });

  it('ends at the signal, also while waiting', async () => {
    const { server } = await clientOf({ 0: { status: 503 } });
    const stop = new AbortController();
    const world: World = { ...theWorld, log: () => stop.abort() };
    const client = new OpenAlexClient({ apiKey: null, baseUrl: server.baseUrl, signal: stop.signal }, world);
    expect(await failure(client.get('/works', {}))).toMatchObject({ problem: 'stopped' });
  });
});
