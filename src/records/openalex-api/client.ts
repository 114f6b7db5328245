import { messageOf } from './answer.ts';
import { OpenAlexError } from './errors.ts';
import { advice, allowanceUsedUp, budget, hours, PATIENCE, retryAfter } from './limits.ts';
import { theWorld, type World } from './world.ts';

/** Who asks, where, and how hard. */
export interface Access {
  /** Sent as `api_key`; never logged, written or left in an error. Null: without a key. */
  readonly apiKey: string | null;
  /** An address that OpenAlex may write to. */
  readonly mailto?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** At most so many calls a second are begun (default 10; the API's own limit is 100). */
  readonly callsPerSecond?: number | undefined;
  /** Further attempts after 408, 429, 5xx, a broken connection or a time-out (default 6). */
  readonly maxRetries?: number | undefined;
  /** For one attempt (default 60,000). */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export const OPENALEX = 'https://api.openalex.org';

/** Waits before a further attempt: 1, 2, 4, … seconds, or `Retry-After` where that is longer, but never over a minute of its own. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/** Attempts where nothing has ever answered: a machine without a network is not made to wait for a minute. */
const ATTEMPTS_OFFLINE = 3;

/** Causes of a broken connection that say that there is no way to the API, not that it is busy. */
const OFFLINE: readonly string[] = ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ECONNREFUSED'];

type Outcome =
  | { readonly value: unknown }
  | { readonly why: string; readonly wait: number; readonly isOffline?: boolean };

/** Calls the OpenAlex API, one call at a time. */
export class OpenAlexClient {
  /** Calls begun, retries included. */
  calls = 0;
  /** List calls that OpenAlex says are left today; null until it says so. */
  callsLeft: number | null = null;
  private nextStart = -Infinity;
  private hasAnswered = false;
  private readonly access: Access;
  private readonly world: World;

  constructor(access: Access, world: World = theWorld) {
    this.access = access;
    this.world = world;
  }

  /**
   * GET `path` with `parameters`, as parsed JSON.
   * @throws OpenAlexError; see {@link FetchProblem}
   */
  async get(path: string, parameters: Readonly<Record<string, string>>): Promise<unknown> {
    const url = this.address(path, parameters);
    const { maxRetries = 6 } = this.access;
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.attempt(url);
      if ('value' in outcome) return outcome.value;
      const why = this.redact(outcome.why);
      if (outcome.isOffline === true && !this.hasAnswered && attempt + 1 >= ATTEMPTS_OFFLINE)
        throw new OpenAlexError('unreachable', unreachable(this.access.baseUrl ?? OPENALEX, why));
      if (attempt >= maxRetries || outcome.wait > PATIENCE)
        throw new OpenAlexError(
          'unavailable',
          `OpenAlex gave no usable answer in ${attempt + 1} attempts (${why}). What came is kept: run the same command again later.`,
        );
      const wait = Math.max(outcome.wait, Math.min(FIRST_WAIT * 2 ** attempt, LONGEST_WAIT));
      this.world.log(`${why}; trying again in ${Math.ceil(wait / 1000)} s (${attempt + 1} of ${maxRetries})`);
      await this.sleep(wait);
    }
  }

  private async attempt(url: string): Promise<Outcome> {
    await this.pace();
    this.calls++;
    const { signal, timeoutMs = 60_000 } = this.access;
    const timeout = AbortSignal.timeout(timeoutMs);
    let response: Response;
    let body: string;
    try {
      response = await this.world.fetch(url, {
        headers: { accept: 'application/json', 'user-agent': 'synopolis' },
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      body = await response.text();
    } catch (error) {
      if (isAborted(signal)) throw stopped();
      return {
        why: timeout.aborted
          ? `no answer within ${timeoutMs / 1000} s`
          : `connection failed: ${causes(error)}`,
        wait: 0,
        isOffline: isOffline(error),
      };
    }
    this.hasAnswered = true;
    this.callsLeft = budget(response.headers).remaining ?? this.callsLeft;
    return response.ok ? { value: this.parse(body) } : this.failure(response, body);
  }

  private parse(body: string): unknown {
    if (body.trimStart().startsWith('<'))
      throw new OpenAlexError(
        'not-json',
        'The answer is an HTML page, not JSON: a proxy or a login page answers in the place of OpenAlex. Check the network and the base address.',
      );
    try {
      return JSON.parse(body);
    } catch {
      throw new OpenAlexError(
        'not-json',
        `The answer is not valid JSON (${body.length} characters). Run the same command again; if it happens again, check the base address.`,
      );
    }
  }

  /** @throws OpenAlexError where trying again within minutes is of no use */
  private failure(response: Response, body: string): Outcome {
    const { status, headers } = response;
    const said = this.redact(`HTTP ${status}${body === '' ? '' : `: ${messageOf(body)}`}`);
    const wait = retryAfter(headers);
    if (status === 429 && allowanceUsedUp(headers))
      throw new OpenAlexError(
        'allowance',
        `OpenAlex's allowance for today is used up (${said}); it is renewed ${hours(headers)}. What came is kept: run the same command again then.`,
        status,
      );
    if (status === 408 || status === 429 || status >= 500) return { why: `OpenAlex answered ${said}`, wait };
    throw new OpenAlexError(
      'refused',
      `OpenAlex refused the call (${said}). ${advice(status, this.access.apiKey !== null)}`,
      status,
    );
  }

  private address(path: string, parameters: Readonly<Record<string, string>>): string {
    const { baseUrl = OPENALEX, mailto, apiKey } = this.access;
    const query = new URLSearchParams(parameters);
    if (mailto !== undefined) query.set('mailto', mailto);
    if (apiKey !== null) query.set('api_key', apiKey);
    return `${baseUrl.replace(/\/+$/, '')}${path}?${query.toString()}`;
  }

  private async pace(): Promise<void> {
    const { callsPerSecond = 10 } = this.access;
    const now = this.world.now();
    if (this.nextStart > now) await this.sleep(this.nextStart - now);
    this.nextStart = Math.max(now, this.nextStart) + 1000 / callsPerSecond;
  }

  private async sleep(milliseconds: number): Promise<void> {
    const { signal } = this.access;
    if (isAborted(signal)) throw stopped();
    try {
      await this.world.sleep(milliseconds, signal);
    } catch (error) {
      throw isAborted(signal) ? stopped() : error;
    }
  }

  /** The text without the key, whichever way it is written in an address. */
  private redact(text: string): string {
    const key = this.access.apiKey;
    if (key === null || key === '') return text;
    const forms = [key, encodeURIComponent(key), new URLSearchParams({ k: key }).toString().slice(2)];
    return forms.reduce((clean, form) => clean.replaceAll(form, '[key]'), text);
  }
}

export function stopped(): OpenAlexError {
  return new OpenAlexError(
    'stopped',
    'Stopped. What came is kept: run the same command again to go on from here.',
  );
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function unreachable(baseUrl: string, why: string): string {
  return `OpenAlex (${baseUrl}) cannot be reached from this machine (${why}). Check the network, then run the same command again. Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, which needs Node.js 22.21, 24.5 or newer.`;
}

function isOffline(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (OFFLINE.includes((at as NodeJS.ErrnoException).code ?? '')) return true;
    // Every address of a name was tried.
    if (at instanceof AggregateError && at.errors.length > 0) return at.errors.every(isOffline);
  }
  return false;
}

function causes(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${causes(error.cause)}`;
}
