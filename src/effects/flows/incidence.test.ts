import { describe, expect, it } from 'vitest';
import { incidenceOf } from './incidence.ts';
import { makeSample } from '../ppml/sample.ts';

describe('incidence', () => {
  it('has where groups of the lead begin, and the other levels numbered through, both ends in one numbering', () => {
    const sample = makeSample({
      y: [1, 1, 1, 1],
      regressors: {},
      effects: [
        { name: 'pair', of: [0, 0, 0, 1] },
        { name: 'year', of: [10, 11, 11, 10] },
        {
          name: 'city',
          ends: [
            [1, 1, 2, 2],
            [2, 3, 3, 2],
          ],
        },
      ],
    });
    expect(sample.dimensions.map(({ name }) => name)).toEqual(['pair', 'year', 'city']);
    expect(incidenceOf(sample)).toEqual({
      rows: 4,
      starts: Int32Array.of(0, 3, 4),
      longest: 3,
      width: 3,
      // year 0 or 1; cities 2, 3, 4.
      at: Int32Array.of(0, 2, 3, 1, 2, 4, 1, 3, 4, 0, 3, 3),
      levels: 5,
    });
  });

  it('has nothing beside the lead where there is one effect', () => {
    const sample = makeSample({ y: [1, 1], regressors: {} });
    expect(incidenceOf(sample)).toMatchObject({
      width: 0,
      levels: 0,
      longest: 2,
      starts: Int32Array.of(0, 2),
    });
  });
});
