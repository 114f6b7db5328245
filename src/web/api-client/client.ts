/** An answer's words and table beside its own parts. */
export interface Answered {
  readonly title: string;
  readonly synthetic: string | null;
  readonly findings: readonly string[];
  readonly told: readonly string[];
  readonly columns: readonly {
    readonly id: string;
    readonly title: string;
    readonly digits: number | null;
    readonly aside: boolean;
  }[];
  readonly table: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

/** How far a long question is. */
export interface JobState {
  readonly id: string;
  readonly state: string;
  readonly result: string | null;
  readonly seconds: number;
  /** Questions before it. */
  readonly before: number;
  readonly progress?: { readonly what: string; readonly done: number; readonly of: number | null } | null;
  readonly problem: Problem | null;
}

/** What went wrong, as the server tells it. */
export interface Problem {
  readonly title: string;
  readonly status?: number;
  readonly detail?: string;
  readonly parameter?: string;
  readonly allowed?: readonly string[];
}

export class AskError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** What went wrong, of whatever was thrown. */
export const problemOf = (error: unknown): Problem =>
  error instanceof AskError ? error.problem : { title: String(error) };

/** Values of parameters: null and false-like nothing are left out. */
export type Parameters = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;

/** The path of a question under `/api`, with `ending` such as `.csv` for another format. */
export function pathOf(path: string, parameters: Parameters = {}, ending = ''): string {
  const search = new URLSearchParams();
  for (const key of Object.keys(parameters).sort()) {
    const given = parameters[key];
    if (given === null || given === undefined) continue;
    for (const text of typeof given === 'object' ? given : [String(given)]) search.append(key, text);
  }
  const text = search.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return `/api/${path}${ending}${text === '' ? '' : `?${text}`}`;
}

const WAIT = { first: 150, most: 1000 };

/**
 * Asks the server, and waits for a job where the answer takes long; `tell` hears how far it is. Leaving cancels the job.
 * @throws AskError
 */
export async function ask<T>(path: string, options: AskOptions = {}): Promise<T> {
  return (await (await answerTo(path, options)).json()) as T;
}

/** The answer to a question as a file, such as a table or a network for another program. @throws AskError */
export async function askFile(path: string, options: AskOptions = {}): Promise<Blob> {
  return (await answerTo(path, options)).blob();
}

interface AskOptions {
  readonly signal?: AbortSignal;
  readonly tell?: (job: JobState) => void;
}

async function answerTo(path: string, { signal, tell }: AskOptions): Promise<Response> {
  const response = await get(path, signal);
  if (response.status !== 202) return response;
  let job = (await response.json()) as JobState;
  const leave = (): void => void fetch(`/api/jobs/${job.id}`, { method: 'DELETE', headers: headers() });
  signal?.addEventListener('abort', leave, { once: true });
  try {
    for (let wait = WAIT.first; job.state === 'running' || job.state === 'waiting';) {
      tell?.(job);
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait = Math.min(WAIT.most, wait * 1.5);
      job = (await (await get(`/api/jobs/${job.id}`, signal)).json()) as JobState;
    }
  } finally {
    signal?.removeEventListener('abort', leave);
  }
  if (job.result === null) throw new AskError(job.problem ?? { title: job.state });
  return get(job.result, signal);
}

async function get(path: string, signal: AbortSignal | undefined): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { signal: signal ?? null, headers: headers() });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new AskError({ title: 'unreachable' });
  }
  if (response.ok) return response;
  const kind = response.headers.get('content-type') ?? '';
  throw new AskError(
    kind.includes('json')
      ? ((await response.json()) as Problem)
      : { title: response.statusText, status: response.status },
  );
}

const TOKEN = 'synopolis.token';

/** A server beyond this machine asks for a token: kept while the window is open, never in an address. */
export const setToken = (token: string): void => sessionStorage.setItem(TOKEN, token);

export function headers(): Record<string, string> {
  const token = sessionStorage.getItem(TOKEN);
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
