/** @throws RangeError for an id that stands in a ranking twice */
export function checkOnce(ranked: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ranked) {
    if (seen.has(id)) throw new RangeError(`ranked must hold each id once, ${id} stands there twice`);
    seen.add(id);
  }
}
