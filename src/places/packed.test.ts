import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, Packed } from './packed.ts';

const rows = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(value, { maxLength: 20 });
const numbers = fc.dictionary(fc.string(), rows(fc.integer()));
// A lone surrogate has no bytes of its own.
const texts = fc.dictionary(
  fc.string(),
  rows(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('CN', 'é', '北京'))),
);

describe('columns packed into one file', () => {
  it('are the same when they are opened, wherever they lie', () => {
    fc.assert(
      fc.property(numbers, texts, fc.nat({ max: 3 }), (numbers, texts, shift) => {
        fc.pre(Object.keys(numbers).every((name) => !Object.hasOwn(texts, name)));
        const file = pack(numbers, texts);
        const moved = new Uint8Array(file.length + shift).subarray(shift);
        moved.set(file);
        const opened = new Packed(moved);
        for (const [name, column] of Object.entries(numbers))
          expect([...opened.numbers(name)]).toEqual(column);
        for (const [name, column] of Object.entries(texts)) {
          // Twice, since a text is made once.
          for (let i = 0; i < 2; i++)
            expect(column.map((_, row) => opened.texts(name).at(row))).toEqual(column);
        }
      }),
    );
  });

  it('are refused where something is missing of them', () => {
    const file = pack({ id: [1, 2, 3] }, { name: ['a', 'b', 'a'] });
    for (let length = 0; length < file.length; length++)
      expect(() => new Packed(file.subarray(0, length)), String(length)).toThrow();
  });

  it('hold no number but whole ones of 32 bits', () => {
    for (const number of [0.5, 2 ** 31, Number.NaN])
      expect(() => pack({ id: [number] }, {})).toThrow(RangeError);
  });

  it('are asked for by names that there are', () => {
    const packed = new Packed(pack({ id: [1] }, { name: ['a'] }));
    expect(() => packed.numbers('name')).toThrow('no numbers name');
    expect(() => packed.texts('id')).toThrow('no texts id');
  });
});
