import { type Sample, take } from './sample.ts';

/** Rows that say nothing of the coefficients, by why. */
export interface Pruned {
  readonly sample: Sample;
  /** Rows that are alone in a level: its effect fits them whatever the coefficients are. */
  readonly singletons: number;
  /** Rows of levels in which every outcome is 0: their effect is minus infinity, and they are fitted exactly. */
  readonly allZero: number;
}

/**
 * Drops singletons and, of flows, levels that are all zero, again and again until none is left: each dropped row may
 * leave another alone. A row that is both counts as singleton.
 *
 * @param flows whether levels that are all zero go
 * @param alone whether rows that are alone in a level go
 */
export function prune(sample: Sample, flows: boolean, alone = true): Pruned {
  const n = sample.y.length;
  const kept = new Uint8Array(n).fill(1);
  const [singletons, allZero] = [{ rows: 0 }, { rows: 0 }];
  let found = true;
  const drop = (i: number, why: { rows: number }): void => {
    kept[i] = 0;
    why.rows += 1;
    found = true;
  };
  while (found) {
    found = false;
    for (const { first, second, levels } of sample.dimensions) {
      if (levels === 1) continue;
      const rows = new Int32Array(levels);
      const total = new Float64Array(levels);
      for (let i = 0; i < n; i++) {
        if (kept[i] === 0) continue;
        rows[first[i]] += 1;
        total[first[i]] += sample.y[i];
        if (second === null || second[i] === first[i]) continue;
        rows[second[i]] += 1;
        total[second[i]] += sample.y[i];
      }
      for (let i = 0; i < n; i++) {
        if (kept[i] === 0) continue;
        const other = second === null ? first[i] : second[i];
        if (alone && (rows[first[i]] === 1 || rows[other] === 1)) drop(i, singletons);
        else if (flows && (total[first[i]] === 0 || total[other] === 0)) drop(i, allZero);
      }
    }
  }
  const dropped = singletons.rows + allZero.rows;
  if (dropped === 0) return { sample, singletons: 0, allZero: 0 };
  const places = new Int32Array(n - dropped);
  for (let i = 0, at = 0; i < n; i++) if (kept[i] === 1) places[at++] = i;
  return { sample: take(sample, places), singletons: singletons.rows, allZero: allZero.rows };
}
