import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, AskError, type JobState, type Problem } from './ask.ts';

/** Where a question stands: what was last answered stays in view while the next is counted, or has failed. */
export interface Asked<T> {
  readonly answer: T | null;
  /** Whether the answer is of an earlier question. */
  readonly old: boolean;
  readonly waiting: boolean;
  readonly job: JobState | null;
  readonly problem: Problem | null;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** Answers that were given: going back shows them at once. */
const KEEP = 80;
const answers = new Map<string, unknown>();

function keep(path: string, answer: unknown): void {
  answers.delete(path);
  answers.set(path, answer);
  for (const oldest of answers.keys()) {
    if (answers.size <= KEEP) break;
    answers.delete(oldest);
  }
}

type State<T> = Omit<Asked<T>, 'cancel' | 'again'> & { readonly of: string | null };

const QUIET: State<never> = { of: null, answer: null, old: false, waiting: false, job: null, problem: null };
const CANCELLED: Problem = { title: 'cancelled' };

/** The answer at a path of the server; null asks nothing. Another path, or leaving the page, cancels what runs. */
export function useAnswer<T>(path: string | null): Asked<T> {
  const [state, setState] = useState<State<T>>(QUIET);
  const [round, setRound] = useState(0);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    if (path === null) {
      setState(QUIET);
      return;
    }
    const known = answers.get(path) as T | undefined;
    if (known !== undefined) {
      setState({ ...QUIET, of: path, answer: known });
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    setState(({ answer }) => ({ ...QUIET, of: path, answer, old: answer !== null, waiting: true }));
    const { signal } = controller;
    ask<T>(path, { signal, tell: (job) => setState((now) => ({ ...now, job })) }).then(
      (answer) => {
        keep(path, answer);
        if (!signal.aborted) setState({ ...QUIET, of: path, answer });
      },
      (error: unknown) => {
        if (signal.aborted) return;
        const problem = error instanceof AskError ? error.problem : { title: String(error) };
        setState(({ answer }) => ({ ...QUIET, of: path, answer, old: answer !== null, problem }));
      },
    );
    return () => controller.abort();
  }, [path, round]);
  // A render that comes before the effect of a new path must not pass the answer before off as its own.
  const stale = path !== null && state.of !== path;
  return {
    ...state,
    ...(stale ? { old: state.answer !== null, waiting: true, problem: null } : {}),
    cancel() {
      running.current?.abort();
      setState((now) => ({ ...now, waiting: false, job: null, problem: CANCELLED }));
    },
    again: () => setRound((now) => now + 1),
  };
}
