import { promisify } from 'node:util';
import { gzip as zip } from 'node:zlib';
import type { Context } from 'hono';
import type { Language } from '../../base/index.ts';
import type { KeptAnswer } from '../work/answers.ts';
import { type Problem, problemJson } from './problem.ts';

const gzip = promisify(zip);
/** What is shorter is not worth compressing. */
const SHORT = 1_024;

/** How long what is sent may be kept, and the tag that it is known by; without one it is not kept. */
export interface Caching {
  readonly etag: string | null;
  /** `Cache-Control`; where left out, as an answer: kept by who asked, and asked after each time. */
  readonly cache?: string;
}

/** Sends an answer; compressed where that is taken and the form is a text. */
export async function respond(
  c: Context,
  answer: KeptAnswer,
  { name, ...caching }: Caching & { readonly name: string | null },
): Promise<Response> {
  const headers = new Headers({ 'content-type': answer.mediaType });
  if (name !== null) headers.set('content-disposition', `attachment; filename="${name}"`);
  cacheHeaders(headers, caching);
  let body = answer.body;
  if (compresses(answer) && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) {
    answer.gzip ??= gzip(answer.body);
    body = await answer.gzip;
    headers.set('content-encoding', 'gzip');
  }
  headers.set('content-length', String(body.byteLength));
  return c.body(body as Uint8Array<ArrayBuffer>, 200, Object.fromEntries(headers));
}

/** 304 for who has it already; null for all others. */
export function notModified(c: Context, caching: Caching & { readonly etag: string }): Response | null {
  if (!isKnown(c.req.header('if-none-match'), caching.etag)) return null;
  const headers = new Headers();
  cacheHeaders(headers, caching);
  return c.body(null, 304, Object.fromEntries(headers));
}

/** An answer holds for one build of one version: it is asked after each time, and that costs nothing. */
function cacheHeaders(headers: Headers, { etag, cache = 'private, no-cache' }: Caching): void {
  headers.set('vary', 'accept-encoding, authorization');
  headers.set('cache-control', etag === null ? 'no-store' : cache);
  if (etag !== null) headers.set('etag', etag);
}

function isKnown(header: string | undefined, etag: string): boolean {
  return (
    header !== undefined && header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2))
  );
}

/** Sends a JSON value that is made for this request alone. */
export function respondJson(
  c: Context,
  status: 200 | 202,
  value: unknown,
  headers: Record<string, string> = {},
): Response {
  return c.body(JSON.stringify(value), status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
}

/** The language of what is said beside an answer: Chinese where `lang=zh` is asked for. */
export const requestedLanguage = (c: Context): Language => (c.req.query('lang') === 'zh' ? 'zh' : 'en');

export function respondProblem(c: Context, problem: Problem): Response {
  const told = problemJson(problem, requestedLanguage(c));
  return c.body(JSON.stringify({ ...told, request: c.get('id') as string | undefined }), told.status as 400, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(told.retryAfter === undefined ? {} : { 'retry-after': String(told.retryAfter) }),
  });
}

function compresses({ mediaType, body }: KeptAnswer): boolean {
  return (
    body.byteLength >= SHORT &&
    /^(?:text\/|image\/svg|application\/(?:json|xml|wasm|[a-z0-9.]+\+(?:json|xml)))/.test(mediaType)
  );
}
