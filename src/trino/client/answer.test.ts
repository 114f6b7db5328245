import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinct, readResults } from './answer.ts';

const read = (data: string): unknown =>
  readResults(`{"id":"q","stats":{"state":"RUNNING"},"data":${data}}`)?.data;

describe('an answer', () => {
  it.each([
    ['[[9007199254740993]]', [['9007199254740993']]],
    ['[[-1234567890123456]]', [['-1234567890123456']]],
    ['[[123456789012345]]', [[123456789012345]]],
    ['[[0.1234567890123456]]', [[0.1234567890123456]]],
    ['[[1234567890123456.5,1.2345678901234567E19]]', [[1234567890123456.5, 1.2345678901234567e19]]],
    ['[["1234567890123456789"]]', [['1234567890123456789']]],
    ['[["a\\"1234567890123456789",1]]', [['a"1234567890123456789', 1]]],
    ['[["\\\\",9007199254740993,"\\\\"]]', [['\\', '9007199254740993', '\\']]],
    ['[[[9007199254740993],{"a":9007199254740993}]]', [[['9007199254740993'], { a: '9007199254740993' }]]],
  ])('%s keeps every digit of its whole numbers', (data, rows) => {
    expect(read(data)).toEqual(rows);
  });

  it('is what JSON says, but for whole numbers of many digits', () => {
    const values = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
    const rows = fc.array(fc.array(fc.oneof(values, fc.array(values), fc.constant(null))));
    fc.assert(
      fc.property(rows, fc.bigInt({ min: 10n ** 15n, max: 2n ** 63n - 1n }), (data, long) => {
        const text = JSON.stringify([[0], ...data]).replace('0', String(long));
        const expected = JSON.parse(JSON.stringify([[String(long)], ...data])) as unknown;
        expect(wholeAsText(read(text))).toEqual(wholeAsText(expected));
      }),
    );
  });

  it('that is none is null', () => {
    for (const body of [
      '',
      'nginx',
      'null',
      '[]',
      '{"id":1,"stats":{}}',
      '{"id":"q"}',
      '{"id":"q","stats":null}',
    ])
      expect(readResults(body)).toBeNull();
  });
});

it('names become different from each other', () => {
  expect(distinct(['a', 'b', 'a', 'a:1', 'a'])).toEqual(['a', 'b', 'a:1', 'a:1:1', 'a:2']);
});

/** A double such as 1e20 is a whole number too, and JavaScript writes it without a fraction. */
function wholeAsText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wholeAsText);
  return typeof value === 'number' && /^-?\d{16,}$/.test(String(value)) ? String(value) : value;
}
