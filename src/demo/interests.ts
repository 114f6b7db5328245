import { SUBFIELDS } from './fields.ts';
import { cumulative, streamOf } from './sampling.ts';

/**
 * For each city the running sums over the list of subfields: the world's mix times exp(0.8 z) drawn per field and
 * exp(0.4 z) per subfield, so that every city is good at something.
 */
export function drawInterests(cities: number, seed: number): Float64Array[] {
  const random = streamOf(seed, 'geography', 1);
  return Array.from({ length: cities }, () => {
    const taste = new Map<number, number>();
    return cumulative(
      SUBFIELDS.map(({ field, weight }) => {
        if (!taste.has(field.id)) taste.set(field.id, 0.8 * random.normal());
        return weight * Math.exp(taste.get(field.id)! + 0.4 * random.normal());
      }),
    );
  });
}
