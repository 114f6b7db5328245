import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Headline, SensitivityRow, Setting } from './question.ts';
import { verdictOf } from './verdict.ts';

type Value = Partial<Pick<Headline, 'value' | 'text' | 'interval' | 'reason'>>;

function rows(kind: Headline['kind'], neutral: number | null, told: readonly Value[]): SensitivityRow[] {
  return told.map((one, n) => ({
    headline: 'it',
    kind,
    value: null,
    text: null,
    textZh: null,
    interval: null,
    neutral,
    reason: null,
    ...one,
    setting: { place: 'def:x', by: null, counting: null, coaffiliation: null, capped: null, years: null },
    name: 'X',
    nameZh: '某地',
    base: n === 0,
  }));
}

describe('a rank', () => {
  const base = { value: 4, interval: [3, 6] as const };
  const verdict = (told: readonly Value[]): string => verdictOf(rows('rank', null, told)).verdict;

  it('is robust where every choice gives it, and sensitive where one leaves the interval of the first', () => {
    expect(verdict([base, { value: 4 }, { value: 4 }])).toBe('robust');
    const left = verdictOf(rows('rank', null, [base, { value: 3 }, { value: 7 }, { value: 2 }]));
    expect(left).toMatchObject({ verdict: 'sensitive', against: 2, range: [2, 7] });
    expect(left.said).toBe(
      'it: sensitive to choices, 4 (3 to 6) at first, 2 to 7 under 4 settings, outside its interval under 2',
    );
  });

  it('that moves inside its interval is too close to call, and never robust', () => {
    const moved = verdictOf(rows('rank', null, [{ value: 5, interval: [5, 8] }, { value: 8 }]));
    expect(moved.verdict).toBe('too close to call');
    expect(moved.said).toBe(
      'it: too close to call, 5 (5 to 8) at first, 5 to 8 under 2 settings, all inside its interval',
    );
    expect(moved.saidZh).toContain('尚无定论');
  });

  it('without an interval is sensitive as soon as it moves', () => {
    expect(verdict([{ value: 4 }, { value: 4 }])).toBe('robust');
    expect(verdict([{ value: 4 }, { value: 5 }])).toBe('sensitive');
  });

  it('that one setting does not give has no verdict, unless another speaks against it', () => {
    expect(verdict([base, { value: 4 }, { reason: 'no works there in these years' }])).toBe('no verdict');
    expect(verdict([base, { value: 9 }, { reason: 'no works there in these years' }])).toBe('sensitive');
  });

  it('is robust only if the answer under every choice stays inside the interval, whatever the numbers', () => {
    const rank = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(rank, rank, rank, fc.array(rank, { minLength: 1, maxLength: 5 }), (value, a, b, others) => {
        const interval = [Math.min(value, a, b), Math.max(value, a, b)] as const;
        const word = verdict([{ value, interval }, ...others.map((other) => ({ value: other }))]);
        const inside = others.every((other) => other >= interval[0] && other <= interval[1]);
        expect(word === 'sensitive').toBe(!inside);
        expect(word === 'robust').toBe(others.every((other) => other === value));
      }),
    );
  });
});

describe('a direction', () => {
  const above = (value: number, low: number): Value => ({ value, interval: [low, value + 1] });

  it('is sensitive where it turns, however little', () => {
    expect(verdictOf(rows('direction', 1, [above(1.4, 1.2), above(9, 8)])).verdict).toBe('robust');
    expect(verdictOf(rows('direction', 1, [above(1.4, 1.2), { value: 0.99 }])).verdict).toBe('sensitive');
    expect(verdictOf(rows('direction', 0, [{ value: -0.2 }, { value: 0.1 }, { value: -0.1 }])).against).toBe(
      1,
    );
  });

  it('is too close to call where an interval reaches the other side, and has no verdict without one', () => {
    expect(verdictOf(rows('direction', 1, [above(1.4, 1.2), above(1.3, 0.9)])).verdict).toBe(
      'too close to call',
    );
    expect(verdictOf(rows('direction', 1, [{ value: 1.4 }, { value: 9 }])).verdict).toBe('no verdict');
  });

  it('is held against the first that has one, and the undefined are told', () => {
    const verdict = verdictOf(rows('direction', 1, [{ reason: 'no links' }, { value: 2 }, { value: 0.5 }]));
    expect(verdict).toMatchObject({ verdict: 'sensitive', undefined: 1, settings: 3 });
    expect(verdict.said).toContain('undefined under 1');
  });
});

describe('what comes first', () => {
  it('is sensitive where another does, and all are named', () => {
    expect(verdictOf(rows('first', null, [{ text: 'A–B' }, { text: 'A–B' }])).verdict).toBe('robust');
    const verdict = verdictOf(rows('first', null, [{ text: 'A–B' }, { text: 'A–C' }, { text: 'A–B' }]));
    expect(verdict).toMatchObject({ verdict: 'sensitive', against: 1, range: null });
    expect(verdict.said).toContain('A–B, or A–C');
  });
});

describe('the choices that move it', () => {
  const base: Setting = {
    ...{ place: 'def:x', by: 'share', counting: null, coaffiliation: null, capped: null, years: null },
  };
  const under = (change: Partial<Setting>, value: number | null, name = 'X'): SensitivityRow => ({
    ...rows('rank', null, [{ value, interval: [4, 4] }])[0],
    ...{ setting: { ...base, ...change }, name, nameZh: `${name}区域` },
  });
  const asked = under({}, 4);

  it('are told each by itself, the farthest before, and those that move nothing not at all', () => {
    const { moves, said, saidZh } = verdictOf([
      asked,
      under({ by: 'count' }, 5),
      under({ place: 'def:y' }, 3, 'Y'),
      under({ place: 'def:z' }, 7, 'Z'),
      under({ place: 'def:z', by: 'count' }, 40, 'Z'),
      under({ years: { from: 2015, to: 2019 } }, 4),
      under({ years: { from: 2020, to: 2024 } }, null),
    ]);
    expect(moves.map(({ axis, value }) => [axis, value])).toEqual([
      ['definition', 7],
      ['by', 5],
    ]);
    expect(said).toContain('; the definition moves it most (Z: 7)');
    expect(saidZh).toContain('；区域口径影响最大（Z区域：7）');
  });

  it('are none where nothing moves, or the question itself has no value', () => {
    expect(verdictOf([asked, under({ by: 'count' }, 4)]).moves).toEqual([]);
    expect(verdictOf([under({}, null), under({ by: 'count' }, 4)]).moves).toEqual([]);
  });
});

describe('no verdict', () => {
  it('is passed on a level, on one setting, or on none with a value', () => {
    expect(verdictOf(rows('level', null, [{ value: 0.2 }, { value: 0.9 }]))).toMatchObject({
      verdict: 'no verdict',
      range: [0.2, 0.9],
    });
    expect(verdictOf(rows('rank', null, [{ value: 4 }])).verdict).toBe('no verdict');
    const none = verdictOf(rows('direction', 1, [{ reason: 'no links' }, { reason: 'no links' }]));
    expect(none).toMatchObject({ verdict: 'no verdict', range: null, undefined: 2 });
    expect(none.said).toBe('it: undefined under all 2 settings (no links)');
  });
});
