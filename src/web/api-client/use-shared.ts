import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { Words } from '../words/frame.ts';
import type { Path } from './contract.ts';
import { type Problem, problemOf, request } from './client.ts';

/** What many parts of a page need and that stays the same while the window is open: each has a name in words. */
export type Needed = keyof Words['needed'];

type Listeners = Set<() => void>;

interface Kept {
  readonly what: Needed;
  readonly path: string;
  /** Whether it is asked for now. */
  coming: boolean;
  answer: unknown;
  problem: Problem | null;
  /** The parts of the page that need it. */
  readonly users: Listeners;
}

const kept = new Map<string, Kept>();
/** Those who are told what is asked for, and what fails. */
const watchers: Listeners = new Set();
const tell = (listeners: Listeners): void => {
  for (const listener of [...listeners]) listener();
};

function get(of: Kept): void {
  if (of.coming || of.answer !== null) return;
  Object.assign(of, { coming: true, problem: null });
  tell(watchers);
  request(of.path)
    .then(
      (answer) => (of.answer = answer),
      (error: unknown) => (of.problem = problemOf(error)),
    )
    .finally(() => {
      of.coming = false;
      tell(of.users);
      tell(watchers);
    });
}

/** What was answered at a path, which says of what kind it is. */
function answerAt<T>(path: Path<T>): T | null;
function answerAt(path: string): unknown {
  return kept.get(path)?.answer ?? null;
}

function useRedraw(): () => void {
  const [, redraw] = useState(0);
  return useCallback(() => redraw((round) => round + 1), []);
}

export interface Shared<T> {
  /** Null until it is there. */
  readonly answer: T | null;
  /** Whether it may still come. */
  readonly coming: boolean;
}

/** An answer that many parts need and that stays the same: asked once. The frame tells of one that is not there yet or fails, by what it is. */
export function useShared<T>(path: Path<T>, what: Needed): Shared<T> {
  const redraw = useRedraw();
  useLayoutEffect(() => {
    const of = kept.get(path) ?? {
      ...{ what, path, coming: false, answer: null, problem: null },
      users: new Set(),
    };
    kept.set(path, of);
    of.users.add(redraw);
    // One that failed on another page is asked for anew.
    if (of.users.size === 1) get(of);
    return () => {
      of.users.delete(redraw);
      if (of.answer === null) tell(watchers);
    };
  }, [path]);
  const answer = answerAt(path);
  return { answer, coming: answer === null && (kept.get(path)?.problem ?? null) === null };
}

/** What the page needs and has not got, with why; null while it is asked for. */
export interface MissingAnswer extends Pick<Kept, 'what' | 'path' | 'problem'> {
  readonly again: () => void;
}

export function useMissing(): readonly MissingAnswer[] {
  const redraw = useRedraw();
  useLayoutEffect(() => {
    watchers.add(redraw);
    redraw();
    return () => void watchers.delete(redraw);
  }, []);
  return [...kept.values()].flatMap((of) =>
    of.users.size === 0 || (of.problem === null && !of.coming)
      ? []
      : [{ what: of.what, path: of.path, problem: of.problem, again: () => get(of) }],
  );
}
