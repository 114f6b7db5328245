import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Path } from './contract.ts';
import { clientProblem, type JobState, type Problem, problemOf } from './client.ts';

/** Where a question stands. `Answer` shows its answer, and `State` what it waits for or why it failed. */
export interface QueryState<T> {
  /** The answer to this very question: null until it is there, and where it failed. It is never that of another. */
  readonly answer: T | null;
  /**
   * What was last answered, to this question or to one before it: for names and hues, which belong to places. Numbers of
   * it are shown by `Answer` alone, which marks them.
   */
  readonly last: T | null;
  readonly waiting: boolean;
  readonly job: JobState | null;
  readonly problem: Problem | null;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** What is asked: the question, by which it is known again, and how. */
interface Question<T> {
  readonly key: Path<T>;
  readonly get: (signal: AbortSignal, onProgress: (job: JobState) => void) => Promise<T>;
}

/** Answers that were given: going back shows them at once. */
const KEEP = 80;
const answers = new Map<string, unknown>();

/** The answer that was given to a question; undefined where there is none. */
function answerTo<T>(key: Path<T>): T | undefined;
function answerTo(key: string): unknown {
  return answers.get(key);
}

function keep(key: string, answer: unknown): void {
  answers.delete(key);
  answers.set(key, answer);
  for (const oldest of answers.keys()) {
    if (answers.size <= KEEP) break;
    answers.delete(oldest);
  }
}

interface State<T> {
  /** The question that the rest is about. */
  readonly of: string | null;
  readonly last: T | null;
  /** Whether `last` answers it. */
  readonly answered: boolean;
  readonly waiting: boolean;
  readonly job: JobState | null;
  readonly problem: Problem | null;
}

const QUIET: State<never> = {
  of: null,
  last: null,
  answered: false,
  waiting: false,
  job: null,
  problem: null,
};
const CANCELLED = clientProblem('client.cancelled');

/**
 * Asks a question, and another where it changes; null asks nothing. Another question, or leaving the page, cancels what
 * runs.
 * @param coming whether what the question is made of is itself still asked for: it waits then
 */
export function useQuery<T>(question: Question<T> | null, coming = false): QueryState<T> {
  const [state, setState] = useState<State<T>>(QUIET);
  const [round, setRound] = useState(0);
  const running = useRef<AbortController | null>(null);
  const key = question?.key ?? null;
  // Requested before the browser draws: a frame earlier.
  useLayoutEffect(() => {
    if (question === null) {
      setState(QUIET);
      return;
    }
    const { key, get } = question;
    const known = answerTo(key);
    if (known !== undefined) {
      setState({ ...QUIET, of: key, last: known, answered: true });
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setState(({ last }) => ({ ...QUIET, of: key, last, waiting: true }));
    const onProgress = (job: JobState): void =>
      setState(({ last }) => ({ ...QUIET, of: key, last, waiting: true, job }));
    get(signal, onProgress).then(
      (answer) => {
        keep(key, answer);
        if (!signal.aborted) setState({ ...QUIET, of: key, last: answer, answered: true });
      },
      (error: unknown) => {
        if (!signal.aborted) setState(({ last }) => ({ ...QUIET, of: key, last, problem: problemOf(error) }));
      },
    );
    return () => controller.abort();
  }, [key, round]);
  // Until a new question has a state of its own, what is kept is of the one before.
  const now = state.of === key ? state : { ...QUIET, last: state.last, waiting: key !== null };
  const { last, waiting, job, problem } = now;
  return {
    answer: now.answered ? last : null,
    last,
    waiting: waiting || (key === null && coming),
    job,
    problem,
    cancel() {
      running.current?.abort();
      setState(({ last }) => ({ ...QUIET, of: key, last, problem: CANCELLED }));
    },
    again: () => setRound((now) => now + 1),
  };
}
