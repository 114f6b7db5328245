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
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length], limit + 1);
}

/** A key and its edit distance from the one asked about. */
export interface NearMiss {
  readonly key: string;
  readonly distance: number;
}

/** The keys at most one edit from `key` (two for keys of six letters and more), nearest first, then A to Z. */
export function nearMisses(key: string, keys: Iterable<string>, most: number): NearMiss[] {
  const limit = key.length < 3 ? 0 : key.length < 6 ? 1 : 2;
  const found: NearMiss[] = [];
  for (const other of keys) {
    const distance = editDistance(key, other, limit);
    if (distance > 0 && distance <= limit) found.push({ key: other, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
  return found.slice(0, most);
}
