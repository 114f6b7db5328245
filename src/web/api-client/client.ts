import { IN_OBSERVATORY } from '../state/observatory.ts';
import type { AnswerOf, AskedPath, Path } from './contract.ts';

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

/** What can fail on this side of the network, by its code. */
export type ClientFailure = 'client.cancelled' | 'client.unreachable' | 'client.part-not-loaded';

/** What went wrong, as the server answers it or as it failed here. Programs go by its code. */
export interface Problem {
  readonly title: string;
  /** Of the server's message, or a `ClientFailure`; left out where neither is known. */
  readonly code?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly parameter?: string;
  readonly allowed?: readonly string[];
}

/** A problem of this side; its words are those of the page. */
export const clientProblem = (code: ClientFailure): Problem => ({ title: code, code });

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** What went wrong, of whatever was thrown. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ApiError ? error.problem : { title: String(error) };

/** Values of parameters: null and false-like nothing are left out. */
export type Parameters = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;

/** The path of a question under `/api` to the observatory in view, with `ending` such as `.csv` for another format. */
export function pathOf<K extends AskedPath, const Q extends Parameters>(
  path: K,
  parameters?: Q,
  ending?: string,
): Path<AnswerOf<K, Q>>;
export function pathOf(path: string, parameters: Parameters, ending: string): string;
export function pathOf(path: string, parameters: Parameters = {}, ending = ''): string {
  const search = new URLSearchParams(Object.entries(IN_OBSERVATORY).map(([key, [text]]) => [key, text]));
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
 * Asks the server, and waits for a job where the answer takes long; `onProgress` is called with how far it is. Leaving cancels the job.
 * @throws ApiError
 */
export async function request<T>(path: Path<T>, options: RequestOptions = {}): Promise<T> {
  return json<T>(await answerTo(path, options));
}

/** The JSON of a response, whose kind is that of the path that was asked. */
function json<T>(response: Response): Promise<T>;
function json(response: Response): Promise<unknown> {
  return response.json();
}

/** The answer to a question as a file, such as a table or a network for another program. @throws ApiError */
export async function requestFile(path: string, options: RequestOptions = {}): Promise<Blob> {
  return (await answerTo(path, options)).blob();
}

interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (job: JobState) => void;
}

async function answerTo(path: string, { signal, onProgress }: RequestOptions): Promise<Response> {
  const response = await get(path, signal);
  if (response.status !== 202) return response;
  let job = await json<JobState>(response);
  const leave = (): void => void fetch(`/api/jobs/${job.id}`, { method: 'DELETE', headers: headers() });
  signal?.addEventListener('abort', leave, { once: true });
  try {
    for (let wait = WAIT.first; job.state === 'running' || job.state === 'waiting';) {
      onProgress?.(job);
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait = Math.min(WAIT.most, wait * 1.5);
      job = await json<JobState>(await get(`/api/jobs/${job.id}`, signal));
    }
  } finally {
    signal?.removeEventListener('abort', leave);
  }
  if (job.result === null)
    throw new ApiError(
      job.problem ?? (job.state === 'cancelled' ? clientProblem('client.cancelled') : { title: job.state }),
    );
  return get(job.result, signal);
}

/** Has the server begin something, which answers how far it is. @throws ApiError */
export async function start<T>(path: Path<T>): Promise<T> {
  return json<T>(await send(path, 'POST'));
}

const get = (path: string, signal: AbortSignal | undefined): Promise<Response> => send(path, 'GET', signal);

async function send(path: string, method: 'GET' | 'POST', signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { method, signal: signal ?? null, headers: headers() });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiError(clientProblem('client.unreachable'));
  }
  if (response.ok) return response;
  const kind = response.headers.get('content-type') ?? '';
  throw new ApiError(
    kind.includes('json')
      ? await json<Problem>(response)
      : { title: response.statusText, status: response.status },
  );
}

const TOKEN = 'synopolis.token';

/** A server beyond this machine asks for a token: kept while the window is open, never in an address. */
export const setToken = (token: string): void => sessionStorage.setItem(TOKEN, token);

function headers(): Record<string, string> {
  const token = sessionStorage.getItem(TOKEN);
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
