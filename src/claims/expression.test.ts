import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isChinese } from '../../test/english-run.ts';
import { InputError } from '../base/index.ts';
import { type Expression, print, type Sign } from './ast.ts';
import { DEEPEST, MOST_CHARACTERS, parseExpression } from './expression.ts';

const at = 0;
const name = fc.constantFrom('year', 'gdp_nominal', '户籍', 'a1');
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .double({ min: 0, noNaN: true, noDefaultInfinity: true })
    .map((value): Expression => ({ kind: 'number', value, at })),
  fc.string({ unit: 'grapheme' }).map((value): Expression => ({ kind: 'text', value, at })),
  fc
    .constantFrom('cn:3205', 'cn-p:13', 'iso:CN', 'def:jjj_13', 'gn:2643743', 'x:baltimore-washington')
    .map((id): Expression => ({ kind: 'place', id, at })),
  name.map((word): Expression => ({ kind: 'name', name: word, at })),
);
const tree = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('expression').map((of): Expression => ({ kind: 'negative', of, at })),
    fc
      .tuple(fc.constantFrom<Sign>('+', '-', '*', '/'), tie('expression'), tie('expression'))
      .map(([sign, left, right]): Expression => ({ kind: 'binary', sign, left, right, at })),
    fc
      .tuple(
        name,
        fc.array(tie('expression'), { maxLength: 3 }),
        fc.array(tie('expression'), { maxLength: 2 }),
      )
      .map(([called, positional, values]): Expression => ({
        kind: 'call',
        name: called,
        positional,
        named: values.map((value, i) => ({ name: `n${i}`, value })),
        at,
      })),
  ),
})).expression;

/** The tree without columns, which a printed text has of its own. */
function bare(expression: Expression): unknown {
  return JSON.parse(JSON.stringify(expression, (key, value: unknown) => (key === 'at' ? 0 : value)));
}

describe('an expression', () => {
  test('printed and parsed is the same expression', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const text = print(expression);
        fc.pre(text.length <= MOST_CHARACTERS);
        expect(bare(parseExpression(text))).toEqual(bare(expression));
      }),
      { numRuns: 500 },
    );
  });

  test('never fails but with the column of the fault', () => {
    const words = fc.constantFrom(
      '1',
      '2.5',
      'stat',
      '(',
      ')',
      ',',
      '=',
      '-',
      '+',
      '"a"',
      '"',
      'cn:1100',
      '%',
      '1a',
      '年',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        try {
          expect(bare(parseExpression(print(parseExpression(text))))).toEqual(bare(parseExpression(text)));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          const column = Number(/^column (\d+): /.exec((error as InputError).message)?.[1]);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(text.length + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['2 +', 4, 'ends too early'],
    ['(1 + 2', 1, 'never closed'],
    ['stat(a, b', 1, 'never closed'],
    ['1 2', 3, 'should end'],
    ['2020-2024x', 6, 'is not one'],
    ['a ! b', 3, 'no meaning'],
    ['"open', 1, 'never ends'],
    ['f(x=1, 2)', 8, 'without a name'],
    ['f(x=1, x=2)', 8, 'given twice'],
    ['* 2', 1, 'stands where'],
    ['', 1, 'ends too early'],
    ['1.2.3', 1, 'is not one'],
  ])('%s is wrong at column %i', (text, column, what) => {
    expect(() => parseExpression(text)).toThrow(new RegExp(`^column ${column}: .*${what}`));
    expect(() => parseExpression(text)).toThrow(
      expect.toSatisfy((error: InputError) => isChinese(error.text('zh'))),
    );
  });

  test('deeper or longer than anybody writes is refused, however deep', () => {
    const nested = (depth: number): string => '('.repeat(depth) + '1' + ')'.repeat(depth);
    expect(parseExpression(nested(DEEPEST))).toMatchObject({ kind: 'number', value: 1 });
    expect(() => parseExpression(nested(DEEPEST + 1))).toThrow('nest deeper');
    expect(() => parseExpression('-'.repeat(MOST_CHARACTERS - 1) + '1')).toThrow('nest deeper');
    expect(() => parseExpression(nested(1_000_000))).toThrow('more than 4000');
  });

  test('takes the signs of print for those of the keyboard', () => {
    expect(bare(parseExpression('6 × 2 ÷ 3 − 1'))).toEqual(bare(parseExpression('6 * 2 / 3 - 1')));
  });
});
