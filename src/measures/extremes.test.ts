import { expect, it } from 'vitest';
import { greatest, least } from './extremes.ts';

it('the greatest and the least are told of a million numbers, and of none', () => {
  const many = Float64Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 1_000_003);
  expect([greatest(many), least(many)]).toEqual([many.toSorted().at(-1), 0]);
  expect([greatest([]), least([])]).toEqual([-Infinity, Infinity]);
});
