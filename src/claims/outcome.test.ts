import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../base/index.ts';
import { normalCdf } from '../measures/index.ts';
import type { Hedge } from './bound.ts';
import type { Comparison, Verdict } from './claim.ts';
import { all, certain, compare, not, type Outcome, probable, unknown, verdictOf } from './outcome.ts';
import { printedNumber } from './printed.ts';
import { fromInterval, fromStandardError, type Spread } from './spread.ts';
import { numberValue } from './value.ts';
import { messages } from './value-messages.ts';

const X = messages.oneYearOnly({ year: 2020 });

function outcome(
  figure: number,
  comparison: Comparison,
  value: string,
  more: { hedge?: Hedge; spread?: Spread; tolerance?: string } = {},
): Outcome {
  const { hedge = null, spread = null, tolerance = null } = more;
  const known = { ...numberValue(figure, 'count', { hedge, spread }), value: figure };
  return compare(known, comparison, printedNumber(value)!, tolerance);
}
const verdict = (...given: Parameters<typeof outcome>): Verdict => verdictOf(outcome(...given));

describe('a figure against a value', () => {
  test.each<[number, Comparison, string, Verdict]>([
    [31, '=', '31', 'holds'],
    [30, '=', '31', 'contradicted'],
    [11.5, '=', '11.5', 'holds'],
    [11.539, '=', '11.5', 'holds approximately'],
    [11.56, '=', '11.5', 'contradicted'],
    [11.56, '=', '11.50', 'contradicted'],
    [11.504, '=', '11.50', 'holds approximately'],
    [11.539, '=', '11.50', 'contradicted'],
    [0.1 + 0.2, '=', '0.3', 'holds'],
    [630, '≈', '600', 'holds approximately'],
    [631, '≈', '600', 'contradicted'],
    [600, '≈', '600', 'holds'],
    [1.4, '≈', '1', 'holds approximately'],
    [5, '>', '5', 'contradicted'],
    [5.000001, '>', '5', 'holds'],
    [0.1 + 0.2, '>', '0.3', 'contradicted'],
    [5, '≥', '5', 'holds'],
    [5, '<', '5', 'contradicted'],
    [4.9, '<', '5', 'holds'],
    [5, '≤', '5', 'holds'],
    [5.1, '≤', '5', 'contradicted'],
    [-3, '=', '-3', 'holds'],
  ])('%d %s %s: %s', (figure, comparison, value, expected) => {
    expect(verdict(figure, comparison, value)).toBe(expected);
  });

  test('a tolerance that the claim gives replaces ours', () => {
    expect(verdict(11.539, '=', '11.5', { tolerance: 'exact' })).toBe('contradicted');
    expect(verdict(11.5, '=', '11.5', { tolerance: 'exact' })).toBe('holds');
    expect(verdict(690, '≈', '600', { tolerance: '15%' })).toBe('holds approximately');
    expect(verdict(612, '≈', '600', { tolerance: '1%' })).toBe('contradicted');
    expect(verdict(32, '=', '31', { tolerance: '1' })).toBe('holds approximately');
  });
});

describe('a limit', () => {
  test.each<[Hedge, number, Comparison, string, Verdict]>([
    ['at least', 10, '=', '10', 'cannot be checked'],
    ['at least', 10, '=', '9', 'contradicted'],
    ['at least', 10, '≈', '10', 'cannot be checked'],
    ['at least', 10, '≤', '9', 'contradicted'],
    ['at least', 10, '≤', '10', 'cannot be checked'],
    ['at least', 10, '<', '10', 'contradicted'],
    ['at least', 10, '<', '11', 'cannot be checked'],
    ['at least', 10, '≥', '10', 'holds'],
    ['at least', 10, '>', '9', 'holds'],
    ['at least', 10, '>', '10', 'cannot be checked'],
    ['over', 10, '>', '10', 'holds'],
    ['over', 10, '≤', '10', 'contradicted'],
    ['at most', 10, '≤', '10', 'holds'],
    ['at most', 10, '<', '10', 'cannot be checked'],
    ['under', 10, '<', '10', 'holds'],
    ['under', 10, '≥', '10', 'contradicted'],
    ['at most', 10, '=', '11', 'contradicted'],
    ['about', 590, '≈', '600', 'holds approximately'],
    ['about', 590, '=', '590', 'cannot be checked'],
    ['about', 590, '>', '500', 'holds approximately'],
    ['about', 590, '>', '580', 'cannot be checked'],
    ['about', 590, '>', '700', 'contradicted'],
  ])('%s %d, claimed %s %s: %s', (hedge, figure, comparison, value, expected) => {
    expect(verdict(figure, comparison, value, { hedge })).toBe(expected);
  });

  test('never holds or contradicts where a number it allows says otherwise', () => {
    const hedges: Hedge[] = ['over', 'at least', 'under', 'at most'];
    const comparisons: Comparison[] = ['=', '>', '≥', '<', '≤'];
    const small = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(
        fc.constantFrom(...hedges),
        fc.constantFrom(...comparisons),
        small,
        small,
        fc.nat({ max: 20 }),
        (hedge, comparison, figure, value, step) => {
          const up = hedge === 'over' || hedge === 'at least';
          const open = hedge === 'over' || hedge === 'under' ? 1 : 0;
          const allowed = figure + (up ? 1 : -1) * (step + open) * 0.5;
          const { truth } = outcome(figure, comparison, String(value), { hedge });
          const at = outcome(allowed, comparison, String(value)).truth;
          if (truth !== null) expect(truth).toBe(at);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('an uncertain figure', () => {
  test('is more than a value with the probability of the normal draw', () => {
    const { probability, truth, why } = outcome(10, '>', '9', { spread: fromStandardError(2) });
    expect(probability).toBeCloseTo(normalCdf(0.5), 12);
    expect(truth).toBeNull();
    expect(why.map((one) => render(one, 'en'))).toEqual(['the works leave it open (probability 0.69)']);
    expect(why.map((one) => render(one, 'zh'))).toEqual(['论文数据不足以定论（概率0.69）']);
  });

  test('holds from 0.95 and is contradicted to 0.05', () => {
    const spread = fromStandardError(1);
    expect(verdict(1.645, '>', '0', { spread })).toBe('holds');
    expect(verdict(1.644, '>', '0', { spread })).toBe('cannot be checked');
    expect(verdict(-1.645, '>', '0', { spread })).toBe('contradicted');
    expect(verdict(1.645, '<', '0', { spread })).toBe('contradicted');
  });

  test('has the two sides of its interval', () => {
    const spread = fromInterval(10, 9, 14, 0.95);
    expect(outcome(10, '>', '9', { spread }).probability).toBeCloseTo(0.975, 10);
    expect(outcome(10, '<', '14', { spread }).probability).toBeCloseTo(0.975, 10);
    expect(outcome(10, '>', '10', { spread }).probability).toBeCloseTo(0.5, 10);
  });

  test('that was drawn counts its draws, an open end not among them', () => {
    const spread: Spread = { kind: 'draws', values: [1, 1, 2, 3] };
    expect(outcome(1, '=', '1', { spread }).probability).toBe(0.5);
    expect(outcome(1, '<', '2', { spread }).probability).toBe(0.5);
    expect(outcome(1, '≤', '2', { spread }).probability).toBe(0.75);
  });
});

describe('several outcomes together', () => {
  const p = (probability: number): Outcome => probable(probability, false);

  test('hold if all do, and are false if one is, whatever is unknown', () => {
    expect(all([certain(true), certain(true)]).truth).toBe(true);
    expect(all([certain(true), unknown([X])])).toMatchObject({ truth: null, why: [X] });
    expect(all([certain(false), unknown([X])]).truth).toBe(false);
    expect(verdictOf(all([certain(true), certain(true, true)]))).toBe('holds approximately');
  });

  test('that are each nearly sure are not surely all so', () => {
    expect(all([p(0.99), p(0.99)])).toMatchObject({ truth: true });
    expect(all([p(0.99), p(0.99)]).probability).toBeCloseTo(0.98, 12);
    expect(all([p(0.97), p(0.97)]).truth).toBeNull();
  });

  test('that are left open have bounds and no probability, which would read as certainly false', () => {
    const ten = Array.from({ length: 10 }, () => p(0.6));
    const { truth, probability, why } = all(ten);
    expect([truth, probability]).toEqual([null, null]);
    expect(render(why.at(-1)!, 'en')).toBe('the works leave it open (probability 0.00–0.60)');
    expect(all([p(0.6)]).probability).toBeCloseTo(0.6, 12);
  });

  test('one of which is false are false', () => {
    expect(all([p(0.97), p(0.01)])).toMatchObject({ truth: false, probability: 0.01 });
  });

  test('turned round, what holds is contradicted and what is open stays open', () => {
    expect(not(certain(true)).truth).toBe(false);
    expect(not(unknown([X])).truth).toBeNull();
    expect(not(p(0.2)).probability).toBeCloseTo(0.8, 12);
  });
});
