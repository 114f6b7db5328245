import { useSyncExternalStore } from '../../state/store.ts';
import type { SavedNeed } from './saved-needs.ts';

const KEY = 'synopolis.needs';
const listeners = new Set<() => void>();
addEventListener('storage', ({ key }) => {
  if (key === KEY) for (const listener of [...listeners]) listener();
});

let known: { readonly text: string | null; readonly needs: readonly SavedNeed[] } = { text: null, needs: [] };

/** What the browser keeps; another window may change it. What cannot be read is left alone and counts as nothing. */
function read(): readonly SavedNeed[] {
  const text = localStorage.getItem(KEY);
  if (text !== known.text) known = { text, needs: parsed(text) };
  return known.needs;
}

function parsed(text: string | null): readonly SavedNeed[] {
  try {
    const needs: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(needs) ? (needs as readonly SavedNeed[]) : [];
  } catch {
    return [];
  }
}

/** The needs that this browser keeps, and how they are changed: they never leave it but as a file. */
export function useSavedNeeds(): {
  readonly needs: readonly SavedNeed[];
  readonly change: (of: (needs: readonly SavedNeed[]) => readonly SavedNeed[]) => void;
} {
  const needs = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, read);
  return {
    needs,
    change(of) {
      localStorage.setItem(KEY, JSON.stringify(of(read())));
      for (const listener of [...listeners]) listener();
    },
  };
}
