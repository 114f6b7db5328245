import { checkBinary, columnBits, countBits } from '../binary.ts';
import { withMargins, type DefinedMatrix, type Omitted } from '../defined-matrix.ts';
import type { Matrix } from '../matrix.ts';
import { ubiquity } from '../specialisation/diversity.ts';

/** Fields at a time: a square of so many on a side is written both ways while it is in the cache. */
const TILE = 64;

/**
 * The proximity of fields: the smaller of the two conditional probabilities that a place which is specialised in one is
 * in the other too,
 *
 *     φ_pq = min(P(p|q), P(q|p)) = Σ_c M_cp M_cq / max(k_p, k_q)
 *
 * with k the ubiquity. Symmetric, from 0 to 1; φ_pp = 1, which `relatednessDensity` can leave out. Fields in which nobody
 * is specialised are omitted (zero-margin).
 *
 * Source: Hidalgo, Klinger, Barabási & Hausmann 2007, Science 317:482, doi:10.1126/science.1144581.
 *
 * @param m places × fields, 1 where the place is specialised, else 0 (`specialisations`)
 * @returns fields × fields
 * @throws RangeError for a value other than 0 or 1
 */
export function proximity(m: Matrix): DefinedMatrix {
  checkBinary(m);
  const ubiquities = ubiquity(m);
  const { columns: kept, omitted: all } = withMargins(
    m,
    'the place is specialised in nothing',
    'no place is specialised in the field',
  );
  const omitted = all.filter(({ axis }) => axis === 'column');
  const n = kept.length;
  const { bits, words } = columnBits(m);
  const values = new Float64Array(n * n);
  for (let top = 0; top < n; top += TILE)
    for (let left = top; left < n; left += TILE)
      for (let a = top; a < Math.min(n, top + TILE); a++) {
        const [i, k] = [kept[a] * words, ubiquities[kept[a]]];
        for (let b = Math.max(a, left); b < Math.min(n, left + TILE); b++) {
          const [j, l] = [kept[b] * words, ubiquities[kept[b]]];
          let both = 0;
          for (let w = 0; w < words; w++) both += countBits(bits[i + w] & bits[j + w]);
          const value = both / (k > l ? k : l);
          values[a * n + b] = value;
          values[b * n + a] = value;
        }
      }
  const names = Object.freeze(kept.map((j) => m.columns[j]));
  const both: Omitted[] = omitted.flatMap((one) => [one, Object.freeze({ ...one, axis: 'row' as const })]);
  return Object.freeze({
    matrix: Object.freeze({ rows: names, columns: names, values }),
    omitted: Object.freeze(both),
  });
}
