import type { Merged, Merging } from './merge.ts';

/** Who stands under whom. Ids that no record has are kept as they are: a work may still name them beside a child. */
export interface Hierarchy {
  /** The direct parents of each institution, by ROR and by OpenAlex' lineage, itself left out; sorted. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** All above it, transitively, itself left out; sorted. Circles end where they begin. */
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  /** Institutions with more above them than are followed. */
  readonly cut: number;
}

/**
 * So many institutions above one are followed, the nearest first. Real ones stand under ten at most; a chain or ring of
 * thousands is an error of the records, and all pairs of it would fill any memory.
 */
export const MOST_ABOVE = 100;

export function hierarchyOf({ institutions, ids }: Merging): Hierarchy {
  const above = new Map<string, string[]>();
  const parents = new Map<string, readonly string[]>();
  const known = (id: string): string => ids.get(id) ?? id;
  const sorted = (list: Iterable<string>): string[] => [...new Set(list)].sort();
  for (const [id, { records }] of institutions) {
    const direct = sorted(records.flatMap((record) => record.parents.map(known))).filter(
      (other) => other !== id,
    );
    const lineage = records.flatMap((record) => record.lineage.map(known));
    parents.set(id, direct);
    above.set(
      id,
      sorted([...direct, ...lineage]).filter((other) => other !== id),
    );
  }
  const ancestors = new Map<string, readonly string[]>();
  let cut = 0;
  for (const id of institutions.keys()) {
    // A set is gone through in the order of what is added, also while that goes on: the nearest come first.
    const found = new Set<string>(above.get(id));
    for (const one of found) {
      if (found.size > MOST_ABOVE) break;
      for (const next of above.get(one) ?? []) found.add(next);
    }
    found.delete(id);
    if (found.size > MOST_ABOVE) cut++;
    ancestors.set(id, [...found].slice(0, MOST_ABOVE).sort());
  }
  return { parents, ancestors, cut };
}

/** The institutions with children, direct or not, in at least two cities other than their own. */
export function umbrellas(
  institutions: Iterable<Merged>,
  { ancestors }: Hierarchy,
  cityOf: (id: string) => string | null,
): Set<string> {
  const cities = new Map<string, Set<string>>();
  for (const { id } of institutions) {
    const city = cityOf(id);
    if (city === null) continue;
    for (const ancestor of ancestors.get(id)!) {
      if (city === cityOf(ancestor)) continue;
      const others = cities.get(ancestor) ?? new Set<string>();
      cities.set(ancestor, others.add(city));
    }
  }
  return new Set([...cities].filter(([, others]) => others.size >= 2).map(([id]) => id));
}
