import { useLayoutEffect, useRef, useState } from 'preact/hooks';
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

const waitingAfter = <T>({ answer }: State<T>): State<T> => ({
  ...QUIET,
  answer,
  old: answer !== null,
  waiting: true,
});

/** The answer at a path of the server; null asks nothing. Another path, or leaving the page, cancels what runs. */
export function useAnswer<T>(path: string | null): Asked<T> {
  const [state, setState] = useState<State<T>>(QUIET);
  const [round, setRound] = useState(0);
  const running = useRef<AbortController | null>(null);
  // Asked before the browser draws: a frame earlier.
  useLayoutEffect(() => {
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
    const { signal } = controller;
    // What is kept of this very question failed or was cancelled: it is asked anew.
    setState((now) => (now.of === path ? waitingAfter(now) : now));
    const tell = (job: JobState): void => setState((now) => ({ ...waitingAfter(now), of: path, job }));
    ask<T>(path, { signal, tell }).then(
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
  return {
    // Until something is heard of a new path, what is kept is of the one before.
    ...(path === null || state.of === path ? state : waitingAfter(state)),
    cancel() {
      running.current?.abort();
      setState(({ answer }) => ({ ...QUIET, of: path, answer, old: answer !== null, problem: CANCELLED }));
    },
    again: () => setRound((now) => now + 1),
  };
}
