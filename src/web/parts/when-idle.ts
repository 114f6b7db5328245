/** Milliseconds after which something is done in any case. */
const LATEST = 1000;

/** Does something once the browser has nothing better to do, and each such thing on its own; gives a way to leave it. */
export function whenIdle(act: () => void): () => void {
  // Not every browser knows when that is.
  if (typeof requestIdleCallback === 'undefined') {
    const later = setTimeout(act);
    return () => clearTimeout(later);
  }
  const idle = requestIdleCallback(act, { timeout: LATEST });
  return () => cancelIdleCallback(idle);
}
