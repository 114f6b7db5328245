import { describe, expect, it } from 'vitest';
import { catalogue, storedMetrics } from './catalogue.ts';
import { Facts } from './facts.ts';

const facts = await Facts.open();

describe('the metrics stored of a place', () => {
  it('have the years of that place and not of all: the intensity of the Greater Bay Area is stored for one', () => {
    const all = catalogue(facts).find(({ id }) => id === 'rd_intensity')!;
    const own = storedMetrics(facts, 'def:gba_9_2').find(({ id }) => id === 'rd_intensity')!;
    expect([all.from, all.to]).not.toEqual([own.from, own.to]);
    expect(own.years).toEqual([2025]);
  });

  it('count years in which a region is the sum of its parts, and leave out metrics that it has none of', () => {
    const stored = storedMetrics(facts, 'def:jjj_13');
    expect(stored.find(({ id }) => id === 'gdp_nominal')!.years).toContain(2024);
    expect(stored.length).toBeLessThan(catalogue(facts).length);
    for (const { years } of stored) expect([...years]).toEqual([...years].sort((a, b) => a - b));
  });
});
