import type { ParameterError } from '../../analyses/parameters/index.ts';
import { isNotFound, type Language, type Message, render } from '../../base/index.ts';
import type { Trouble } from '../work/question.ts';
import { messages as observatories } from '../observatories/messages.ts';
import { messages, titles } from './messages.ts';

/** Kinds of problems, with the status and the title of each. */
export const PROBLEM_KINDS = {
  parameter: { status: 400, title: titles.parameter() },
  token: { status: 401, title: titles.token() },
  site: { status: 403, title: titles.site() },
  'not-found': { status: 404, title: titles.notFound() },
  format: { status: 404, title: titles.format() },
  method: { status: 405, title: titles.method() },
  cancelled: { status: 410, title: titles.cancelled() },
  'too-long': { status: 414, title: titles.longUrl() },
  host: { status: 421, title: titles.host() },
  unanswerable: { status: 422, title: titles.unanswerable() },
  rows: { status: 422, title: titles.rows() },
  busy: { status: 429, title: titles.busy() },
  rate: { status: 429, title: titles.rate() },
  unforeseen: { status: 500, title: titles.unforeseen() },
  'no-observatory': { status: 503, title: titles.noObservatory() },
  cluster: { status: 503, title: titles.cluster() },
  rebuilt: { status: 503, title: titles.rebuilt() },
  replaced: { status: 503, title: titles.replaced() },
  unreadable: { status: 503, title: titles.unreadable() },
  slow: { status: 504, title: titles.slow() },
} as const;

export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** What else a problem may say of itself. */
interface Details {
  /** Where it is another than that of its kind. */
  readonly status?: number;
  /** The parameter at fault, and what it accepts where that can be listed. */
  readonly parameter?: string;
  readonly allowed?: readonly string[];
  /** Ids of places, definitions, fields that the detail names. */
  readonly ids?: readonly string[];
  /** Seconds to wait before asking again; also in Retry-After. */
  readonly retryAfter?: number;
}

/** Why there is no answer: its kind, and what is wrong and what to do about it. */
export interface Problem extends Details {
  readonly kind: ProblemKind;
  readonly detail: Message;
}

/** A problem as it is sent: RFC 9457 (application/problem+json). */
export type ProblemJson = Omit<Details, 'status'> & {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Of the detail, for programs. */
  readonly code: string;
};

export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(render(problem.detail, 'en'));
  }
}

export function problemJson({ kind, detail, ...more }: Problem, language: Language): ProblemJson {
  const { status, title } = PROBLEM_KINDS[kind];
  return {
    type: `urn:synopolis:problem:${kind}`,
    title: render(title, language),
    status,
    detail: render(detail, language),
    code: detail.code,
    ...more,
  };
}

export const parameterProblem = ({ parameter, detail, allowed }: ParameterError): Problem => ({
  kind: 'parameter',
  detail,
  parameter,
  ...(allowed === null ? {} : { allowed }),
});

/** What was given, to tell which of it a fault is about. */
export interface Given {
  /** Texts by parameter. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** The parameter that stands in the path. */
  readonly inPath: string | null;
}

/** Why there is no answer, for who asked. */
export function troubleProblem(trouble: Trouble, given: Given): Problem {
  switch (trouble.kind) {
    case 'input':
      return inputProblem(trouble, given);
    case 'rows':
      return { kind: 'rows', detail: messages.tooManyRows({ rows: trouble.rows, most: trouble.most }) };
    case 'busy':
      return {
        kind: 'busy',
        detail: messages.busy({ seconds: trouble.seconds }),
        retryAfter: trouble.seconds,
      };
    case 'unknown':
      return {
        kind: 'not-found',
        detail: observatories.unknown({ id: trouble.id, known: trouble.known }),
        parameter: 'observatory',
        allowed: trouble.known,
      };
    case 'gone':
      return { kind: 'no-observatory', detail: messages.noObservatory(), retryAfter: 10 };
    case 'cluster':
      return { kind: 'cluster', detail: messages.clusterSilent(), retryAfter: 30 };
    case 'rebuilt':
      return { kind: 'rebuilt', detail: messages.clusterRebuilt(), retryAfter: 60 };
    case 'replaced':
      return { kind: 'replaced', detail: messages.replaced(), retryAfter: 1 };
    case 'unreadable':
      return { kind: 'unreadable', detail: messages.unreadable(), retryAfter: 60 };
    case 'cancelled':
      return { kind: 'cancelled', detail: messages.cancelled() };
    case 'unasked':
      return { kind: 'cancelled', detail: messages.abandoned() };
    case 'slow':
      return { kind: 'slow', detail: messages.slow({ seconds: trouble.seconds }) };
    case 'unforeseen':
      return { kind: 'unforeseen', detail: messages.unforeseen() };
  }
}

/**
 * An error in the input. Where it does not name its parameter, that is the only one with a text among the parameters of the
 * message. If it is in the path and does not exist, the status is 404, otherwise 422.
 */
function inputProblem(
  { detail, parameter }: Extract<Trouble, { kind: 'input' }>,
  { texts, inPath }: Given,
): Problem {
  const values = textsIn(detail.params);
  const quoted = Object.keys(texts).filter((name) =>
    texts[name].some((text) => values.includes(text.trim())),
  );
  const about = parameter ?? (quoted.length === 1 ? quoted[0] : undefined);
  const ids = [...new Set(values.flatMap((value) => value.match(ID) ?? []))];
  return {
    kind: about !== undefined && about === inPath && isNotFound(detail) ? 'not-found' : 'unanswerable',
    detail,
    ...(about === undefined ? {} : { parameter: about }),
    ...(ids.length > 0 ? { ids } : {}),
  };
}

/** All texts in the parameters of a message, also in what they hold. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Ids of places and definitions. */
const ID = /\b(?:cn:\d{4,6}|gn:\d+|cn-p:\d{2}|iso:[A-Z]{2}|def:[A-Za-z0-9_-]+)\b/g;
