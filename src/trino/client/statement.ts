import { CancelledError, EngineError } from '../../engine/engine.ts';
import { readResults, type Column, type Results } from './answer.ts';
import type { TrinoSession } from './session.ts';
import { type Answer, type Asked, type Protocol, ProtocolError } from './protocol.ts';

/** How far a statement is, as the cluster says. */
export interface TrinoProgress {
  readonly query: string;
  /** Such as QUEUED, PLANNING, RUNNING, FINISHING. */
  readonly state: string;
  /** Machines that work on it. */
  readonly nodes: number;
  /** Shares of the work; the cluster learns of more while it goes. */
  readonly splits: { readonly done: number; readonly known: number };
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** A statement that Trino refused or gave up, in its words. */
export class TrinoError extends EngineError {
  constructor(
    message: string,
    statement: string,
    /** Under which the cluster knows the statement; empty where it never took it. */
    readonly query: string,
    /** Trino's name of the error, such as TABLE_NOT_FOUND. */
    readonly code: string,
  ) {
    super(`${message} (Trino: ${[code, query].filter((part) => part !== '').join(', ')})`, statement);
    this.name = 'TrinoError';
  }
}

/** Rows as they come; the columns are those of the first answer that has them. */
export interface Page {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly unknown[])[];
}

export interface RunOptions {
  readonly signal: AbortSignal;
  readonly progress?: (progress: TrinoProgress) => void;
}

/** How long the cluster is asked to let go of a statement; it does so by itself after some minutes. Milliseconds. */
const LET_GO = 5_000;

/**
 * Runs a statement and hands its rows over page by page; always a last page, for its columns, even without rows. Whoever stops
 * early, or aborts, ends the statement on the cluster.
 * @throws TrinoError for a statement that did not finish, whatever rows came before; EngineError for a server that cannot be asked
 */
export async function* run(
  protocol: Protocol,
  session: TrinoSession,
  text: string,
  { signal, progress }: RunOptions,
): AsyncGenerator<Page, void, void> {
  let columns: readonly Column[] = [];
  let next: URL | null = null;
  const ask = async (asked: Omit<Asked, 'signal'>): Promise<Results> => {
    const answer = await protocol.ask({ ...asked, signal });
    session.heed(answer.headers);
    return understand(answer, text);
  };
  try {
    let results = await ask({
      method: 'POST',
      url: new URL('/v1/statement', session.server),
      headers: session.headers,
      body: text,
    });
    for (;;) {
      next = results.nextUri === undefined ? null : session.follow(results.nextUri);
      progress?.(progressOf(results));
      if (results.error !== undefined) throw fault(results, text);
      if (columns.length === 0) columns = results.columns ?? [];
      if (results.data !== undefined) yield { columns, rows: results.data };
      if (next === null) break;
      results = await ask({ method: 'GET', url: next, headers: session.proof });
    }
    if (results.stats.state !== 'FINISHED')
      throw new TrinoError(`the statement ended as ${results.stats.state}`, text, results.id, '');
    yield { columns, rows: [] };
  } catch (error) {
    if (signal.aborted)
      throw new CancelledError('the statement was cancelled', text, { cause: signal.reason });
    throw error instanceof ProtocolError ? new EngineError(error.message, text, { cause: error }) : error;
  } finally {
    if (next !== null) await letGo(protocol, session, next);
  }
}

async function letGo(protocol: Protocol, session: TrinoSession, url: URL): Promise<void> {
  try {
    await protocol.ask({ method: 'DELETE', url, headers: session.proof }, LET_GO);
  } catch {
    // What went wrong before is what the caller hears of; the cluster ends a statement that nobody asks about.
  }
}

function understand({ status, headers, body }: Answer, text: string): Results {
  const results = status === 200 ? readResults(body) : null;
  if (results !== null) return results;
  const words = body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
  if (headers.location !== undefined)
    throw new TrinoError(`the server sends us on: ask ${headers.location}`, text, '', `HTTP ${status}`);
  if (status === 401) throw new TrinoError(`user and password were refused: ${words}`, text, '', 'HTTP 401');
  if (status === 200)
    throw new TrinoError(`this is no server of Trino; it says: ${words}`, text, '', 'HTTP 200');
  throw new TrinoError(words === '' ? 'the server refused to answer' : words, text, '', `HTTP ${status}`);
}

function fault({ id, error }: Results, text: string): TrinoError {
  return new TrinoError(error?.message ?? 'no reason was given', text, id, error?.errorName ?? '');
}

function progressOf({ id, stats }: Results): TrinoProgress {
  return {
    query: id,
    state: stats.state,
    nodes: stats.nodes ?? 0,
    splits: { done: stats.completedSplits ?? 0, known: stats.totalSplits ?? 0 },
    rows: Number(stats.processedRows ?? 0),
    bytes: Number(stats.processedBytes ?? 0),
    seconds: (stats.elapsedTimeMillis ?? 0) / 1000,
  };
}
