import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly method: 'POST' | 'GET' | 'DELETE';
  readonly url: URL;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface ProtocolOptions {
  readonly ca?: string;
  /** How long a server that fails in passing is asked again; milliseconds. */
  readonly patience?: number;
  /** After how long a silent connection is given up; the server itself answers within seconds. Milliseconds. */
  readonly silence?: number;
}

/** A server that could not be asked, whatever it was asked. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

/** Trino never says these; what stands before it does, and means: again, shortly. */
const PASSING = new Set([429, 502, 503, 504]);
/** A connection that broke, as opposed to one that cannot be. */
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED']);
/** Milliseconds. */
const FIRST_WAIT = 50;
const LONGEST_WAIT = 5_000;

/**
 * HTTP to one server, again where it fails in passing. To send a statement again is safe: Trino begins to run it only
 * when its answer is asked for, and a page may be asked for until the next one is.
 */
export class Protocol {
  private readonly agents;
  private readonly patience: number;
  private readonly silence: number;
  /** Whether the server has answered before: only then is one that refuses us thought to come back. */
  private known = false;

  constructor({ ca, patience = 60_000, silence = 60_000 }: ProtocolOptions = {}) {
    const trusted = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
    this.agents = {
      'http:': new HttpAgent({ keepAlive: true }),
      'https:': new HttpsAgent({ keepAlive: true, ...trusted }),
    };
    this.patience = patience;
    this.silence = silence;
  }

  /** @throws ProtocolError when the server cannot be reached, or failed in passing for too long; what `signal` says */
  async ask(asked: Asked, patience = this.patience): Promise<Answer> {
    let until = Infinity;
    for (let pause = FIRST_WAIT; ; pause = Math.min(2 * pause, LONGEST_WAIT)) {
      const { fault, after } = await this.attempt(asked);
      if (typeof fault !== 'string') return fault;
      // From its first fault on: one that was silent for long is asked once more at least.
      until = Math.min(until, performance.now() + patience);
      const next = Math.max(pause, after);
      if (performance.now() + next > until)
        throw new ProtocolError(`${asked.url.origin} ${fault}, and did so for ${patience / 1000} s`);
      await wait(next, null, asked.signal === undefined ? {} : { signal: asked.signal });
    }
  }

  close(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  /** An answer, or what is wrong in passing and how long it asks us to wait. */
  private async attempt(asked: Asked): Promise<{ fault: Answer | string; after: number }> {
    try {
      const answer = await this.once(asked);
      this.known = true;
      if (!PASSING.has(answer.status)) return { fault: answer, after: 0 };
      const seconds = Number(answer.headers['retry-after']);
      return { fault: `answers ${answer.status}`, after: seconds > 0 ? 1000 * seconds : 0 };
    } catch (error) {
      asked.signal?.throwIfAborted();
      const { code = '', message } = error as NodeJS.ErrnoException;
      if (BROKEN.has(code) || (this.known && code === 'ECONNREFUSED'))
        return { fault: `breaks the connection (${code})`, after: 0 };
      throw new ProtocolError(`${asked.url.origin} cannot be reached: ${message || code}`, { cause: error });
    }
  }

  private once({ method, url, headers, body, signal }: Asked): Promise<Answer> {
    const secure = url.protocol === 'https:';
    return new Promise((resolve, reject) => {
      const sent = (secure ? httpsRequest : httpRequest)(url, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }) },
        agent: secure ? this.agents['https:'] : this.agents['http:'],
        timeout: this.silence,
        ...(signal === undefined ? {} : { signal }),
      });
      sent.once('timeout', () =>
        sent.destroy(Object.assign(new Error('it is silent'), { code: 'ETIMEDOUT' })),
      );
      sent.once('error', reject);
      sent.once('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          const { statusCode = 0, headers } = response;
          resolve({ status: statusCode, headers, body: Buffer.concat(parts).toString('utf8') });
        });
      });
      sent.end(body);
    });
  }
}
