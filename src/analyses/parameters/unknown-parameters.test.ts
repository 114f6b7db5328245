import { describe, expect, it } from 'vitest';
import { ANALYSES, ranking } from '../index.ts';
import { checkParameters } from './index.ts';

const DECLARED = ANALYSES.map(({ id, params, example }) => ({
  id,
  params,
  example: example ?? {},
}));

describe('a parameter that a question does not have', () => {
  it.each(DECLARED)(
    'is refused by $id, and named with the one that was likely meant',
    ({ params, example }) => {
      expect(params.safeParse(example).error?.issues).toBeUndefined();
      const name = Object.keys(params.shape).find((one) => one.length >= 6) ?? 'field';
      const { error } = params.safeParse({ ...example, [`${name}x`]: 3 });
      expect(error?.message).toContain(`Unknown parameter “${name}x”. Did you mean ${name}?`);
    },
  );

  it('is never passed over, so that the standard holds instead', () => {
    expect(() => ranking.params.parse({ topp: 3 })).toThrow('Did you mean top?');
    expect(() => ranking.params.parse({ xyzzyx: 3 })).toThrow(/Parameters: of, .*top/);
    expect(ranking.params.parse({ top: 3 }).top).toBe(3);
  });

  it('is named to who asks on another way', () => {
    expect(() => checkParameters(ranking.params, { topp: 3 })).toThrow(
      'Unknown parameter “topp”. Did you mean top?',
    );
  });
});

describe('an interval', () => {
  it('is two columns of numbers in the rows of every question', () => {
    for (const { id, columns } of ANALYSES) {
      const ids = columns.map((column) => column.id);
      expect([id, ids.filter((one) => /(?<!no)interval$/i.test(one))]).toEqual([id, []]);
      const lows = ids.filter((one) => /^low$|Low$/.test(one));
      const highs = lows.map((one) => one.replace(/^low$/, 'high').replace(/Low$/, 'High'));
      expect([id, ids.filter((one) => highs.includes(one))]).toEqual([id, highs]);
    }
  });

  it('of a rank is the ranks at its ends', () => {
    const cells = (rankInterval: readonly [number, number] | null): unknown[] =>
      ranking.columns
        .filter(({ id }) => id === 'rankLow' || id === 'rankHigh')
        .map((column) => [column.value({ rankInterval } as never), column.digits]);
    expect(cells([2, 5])).toEqual([
      [2, 0],
      [5, 0],
    ]);
    expect(cells(null)).toEqual([
      [null, 0],
      [null, 0],
    ]);
  });
});
