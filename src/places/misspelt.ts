/**
 * The optimal string alignment distance between two strings: insertions, deletions, substitutions and swaps of
 * neighbours that turn one into the other. Stops early: anything above `limit` is returned as limit + 1.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length]!, limit + 1);
}

/** The keys nearest to `key`, at most one edit away for short keys and two for longer ones, nearest first, then A to Z. */
export function nearMisses(key: string, keys: Iterable<string>, most: number): string[] {
  const limit = key.length < 3 ? 0 : key.length < 6 ? 1 : 2;
  const found: { other: string; distance: number }[] = [];
  for (const other of keys) {
    const distance = editDistance(key, other, limit);
    if (distance > 0 && distance <= limit) found.push({ other, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1));
  return found.slice(0, most).map(({ other }) => other);
}
