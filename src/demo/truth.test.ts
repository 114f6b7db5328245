import { describe, expect, it } from 'vitest';

import { drawTruth, type WorldRegion } from './truth.ts';

const YEARS = [2010, 2024] as const;

function region(id: string, members: string[], policyYear: number | null = null): WorldRegion {
  return { id, name: id, policyYear, members };
}

const NINE = Array.from({ length: 9 }, (_, i) => region(`def:r${i}`, [`gn:${i + 1}`]));

describe('what happens to the regions of a synthetic world', () => {
  it('is the same for any cities of any nation under the same ids', () => {
    const chinese = NINE.map(({ id }, i) => region(id, [`cn:${1100 + i}`]));
    expect(drawTruth(chinese, 7, YEARS)).toEqual(drawTruth(NINE, 7, YEARS));
  });

  it('does not change with the order of the definitions', () => {
    expect(drawTruth([...NINE].reverse(), 7, YEARS)).toEqual(drawTruth(NINE, 7, YEARS));
  });

  it('does not depend on whether a region has a policy year', () => {
    const withYears = NINE.map(({ id, members }, i) => region(id, [...members], i % 2 ? 2015 : null));
    const directions = (regions: WorldRegion[]) =>
      drawTruth(regions, 7, YEARS).map(({ direction }) => direction);
    expect(directions(withYears)).toEqual(directions(NINE));
  });

  it('is up, none or down a third of the time for every region', () => {
    const ups = new Map<string, number>();
    const seeds = 900;
    for (let seed = 0; seed < seeds; seed++)
      for (const { region: id, direction } of drawTruth(NINE, seed, YEARS))
        ups.set(`${id} ${direction}`, (ups.get(`${id} ${direction}`) ?? 0) + 1);
    expect(ups.size).toBe(27);
    // Binomial(900, 1/3): mean 300, standard deviation 14; 27 cells within 4 of these.
    for (const count of ups.values()) expect(Math.abs(count - 300)).toBeLessThan(57);
  });

  it('has as many regions up as none as down', () => {
    const directions = drawTruth(NINE, 3, YEARS).map(({ direction }) => direction);
    for (const one of ['up', 'none', 'down']) expect(directions.filter((d) => d === one)).toHaveLength(3);
  });

  it('changes the choice of partners by 1.8 to 2.6, or its inverse, or not at all', () => {
    for (const { direction, factor } of drawTruth(NINE, 5, YEARS)) {
      const strength = direction === 'down' ? 1 / factor : factor;
      if (direction === 'none') expect(factor).toBe(1);
      else expect(strength >= 1.8 && strength <= 2.6).toBe(true);
    }
  });

  it('comes after the policy year, or after a pseudo-year inside the years', () => {
    const [first, second] = drawTruth([region('def:a', ['gn:1'], 2014), region('def:b', ['gn:2'])], 1, YEARS);
    expect(first).toMatchObject({ policyYear: 2014, yearDrawn: false });
    expect(second.yearDrawn).toBe(true);
    expect(second.policyYear).toBeGreaterThan(2012);
    expect(second.policyYear).toBeLessThan(2022);
  });

  it('happens once to definitions that overlap, in the name of the widest', () => {
    const truth = drawTruth(
      [
        region('def:core', ['gn:1', 'gn:2']),
        region('def:wide', ['gn:2', 'gn:3', 'gn:4']),
        region('def:far', ['gn:9']),
      ],
      1,
      YEARS,
    );
    expect(truth.map(({ region: id, definitions }) => [id, definitions])).toEqual([
      ['def:far', ['def:far']],
      ['def:wide', ['def:core', 'def:wide']],
    ]);
  });
});
