import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { figureKinds, plain, same } from '../../test/any-figures.ts';
import { falselyDrawn } from '../../test/drawn-values.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

describe('what is drawn is the value, or is marked as lying beyond the axis with its number', () => {
  it.each(figureKinds('en').map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    const { direction, log, read = plain, same: alike = same(6) } = kind;
    fc.assert(
      fc.property(kind.values, fc.constantFrom(360, 860), (values, width) => {
        const figure = kind.figure(values);
        if (figure.empty !== undefined) return;
        const drawn = figure.draw({ document, width });
        const titles = kind.titles(figure, drawn);
        const expected = values.map((one, i) => ({ ...one, title: titles[i] ?? `none of ${i}` }));
        const seen = expected.filter(
          ({ value, ends }) => kind.name !== 'an event study' || (value !== null && ends !== null),
        );
        expect(falselyDrawn(drawn, seen, { direction, log, read, same: alike })).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
