import { render } from '../../base/index.ts';
import { ParameterError } from '../../analyses/parameters/index.ts';
import type { Trouble } from '../work/question.ts';

/** What went wrong, as RFC 9457 has it (application/problem+json), with what a person can do about it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The parameter at fault, and what it takes where that can be listed. */
  readonly parameter?: string;
  readonly allowed?: readonly string[];
  /** Ids of places, definitions, fields that the detail names. */
  readonly ids?: readonly string[];
  /** Seconds to wait before asking again; also in Retry-After. */
  readonly retryAfter?: number;
}

export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** @example problem('not-found', 404, 'There is no such path', '…') */
export function problem(
  kind: string,
  status: number,
  title: string,
  detail: string,
  more: Partial<Problem> = {},
): Problem {
  return { type: `urn:synopolis:problem:${kind}`, title, status, detail, ...more };
}

export function parameterProblem(error: ParameterError): Problem {
  return problem('parameter', 400, 'A parameter cannot be so', error.message, {
    parameter: error.parameter,
    ...(error.allowed === null ? {} : { allowed: error.allowed }),
  });
}

/** What was given, to tell which of it a fault is about. */
export interface Given {
  /** Texts by parameter. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** The parameter that stands in the path. */
  readonly inPath: string | null;
}

/**
 * Why there is no answer, for who asked. Where exactly one parameter's text is quoted by the fault, that parameter is
 * named; where there is nothing of the name in the path it is a 404, all else that cannot be answered a 422.
 */
export function troubleProblem(trouble: Trouble, { texts, inPath }: Given): Problem {
  switch (trouble.kind) {
    case 'input':
      return inputProblem(render(trouble.detail, 'en'), render(trouble.detail, 'en'), texts, inPath);
    case 'rows':
      return problem(
        'rows',
        422,
        'The answer is too long',
        `The answer has ${trouble.rows} rows; ${trouble.most} are sent at most. Ask for fewer years or places, or use the command line.`,
      );
    case 'busy':
      return problem(
        'busy',
        429,
        'Too many questions at once',
        `Too many questions wait already. Ask again in ${trouble.seconds} s.`,
        {
          retryAfter: trouble.seconds,
        },
      );
    case 'gone':
      return problem(
        'no-observatory',
        503,
        'There is no observatory at the moment',
        'Its folder is empty, gone, or being built anew. Ask again later.',
        { retryAfter: 10 },
      );
    case 'cluster':
      return problem(
        'cluster',
        503,
        'The cluster does not answer',
        'This needs tables that stayed on a cluster, which gives no answer; the server’s log says why. Ask again later.',
        { retryAfter: 30 },
      );
    case 'rebuilt':
      return problem(
        'rebuilt',
        503,
        'The cluster holds another build',
        'The tables that this needs were built anew on their cluster, and the folder that is served was not. Build it again.',
        { retryAfter: 60 },
      );
    case 'replaced':
      return problem(
        'replaced',
        503,
        'The observatory was rebuilt meanwhile',
        'A new build took its place before the question was answered. Ask again.',
        { retryAfter: 1 },
      );
    case 'unreadable':
      return problem(
        'unreadable',
        503,
        'The observatory cannot be read',
        'A table of it is damaged or gone; the server’s log says which. Build it again.',
        { retryAfter: 60 },
      );
    case 'cancelled':
      return problem(
        'cancelled',
        410,
        'It was cancelled',
        'The question was cancelled before it was answered.',
      );
    case 'unasked':
      return problem(
        'cancelled',
        410,
        'It was cancelled',
        'Nobody asked about this job for a while, so it was ended. Ask the question again, and then about its job each second or so.',
      );
    case 'slow':
      return problem(
        'slow',
        504,
        'It took too long',
        `The question was given up after ${trouble.seconds} seconds. Ask for fewer years or places.`,
      );
    case 'unforeseen':
      return problem(
        'unforeseen',
        500,
        'Something unforeseen went wrong',
        'The server’s log has what, under the id of this request. Please report it.',
      );
  }
}

function inputProblem(detail: string, what: string, texts: Given['texts'], inPath: string | null): Problem {
  const quoted = Object.keys(texts).filter((name) =>
    texts[name].some((text) => text.trim() !== '' && what.includes(text.trim())),
  );
  const parameter = quoted.length === 1 ? quoted[0] : undefined;
  const ids = [...new Set(detail.match(ID) ?? [])];
  const more = { ...(parameter === undefined ? {} : { parameter }), ...(ids.length > 0 ? { ids } : {}) };
  return parameter !== undefined && parameter === inPath && NONE.test(what)
    ? problem('not-found', 404, 'There is no such thing', detail, more)
    : problem('unanswerable', 422, 'It cannot be answered', detail, more);
}

/** How a fault begins that is about something that is not there. */
const NONE = /^(?:there is )?no |” is no /i;
/** Place ids, definitions, and OpenAlex numbers with their level. */
const ID = /\b(?:cn:\d{4,6}|gn:\d+|cn-p:\d{2}|iso:[A-Z]{2}|def:[A-Za-z0-9_-]+)\b/g;
