import { useLayoutEffect, useState } from 'preact/hooks';
import { ask } from './ask.ts';

const asked = new Map<string, Promise<unknown>>();
const known = new Map<string, unknown>();

/** An answer that many parts of the page need and that stays the same: asked once; null until it is there. */
export function useShared<T>(path: string): T | null {
  const [answer, setAnswer] = useState<T | null>((known.get(path) as T | undefined) ?? null);
  useLayoutEffect(() => {
    let left = false;
    const coming = asked.get(path) ?? ask<T>(path);
    asked.set(path, coming);
    coming.then(
      (given) => {
        known.set(path, given);
        if (!left) setAnswer(given as T);
      },
      // Whoever needs it next asks again; what is asked beside it says what is wrong.
      () => void asked.delete(path),
    );
    return () => {
      left = true;
    };
  }, [path]);
  return (known.get(path) as T | undefined) ?? answer;
}
