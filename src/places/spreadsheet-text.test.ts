import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, spreadsheetComment, spreadsheetText } from './spreadsheet-text.ts';

/** What programs take for a formula: the first sign that they do not pass over, also in full width, and no number. */
const isFormula = (cell: string): boolean =>
  cell.trim().length > 1 &&
  (/^\s*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r\n]/.test(cell)) &&
  Number.isNaN(Number(cell.replace('%', '')));

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\r', '1', 'a', '%', '＝'))
    .map((all) => all.join('')),
);

describe('a text in CSV for spreadsheet programs', () => {
  it.each(['=HYPERLINK("http://evil")', '+cmd', '-2+3+cmd', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1'])(
    '%j is kept from being worked out',
    (given) => {
      expect(spreadsheetText(given)).toBe(`'${given}`);
    },
  );

  it.each([
    '',
    'Suzhou',
    '-5',
    '+3.25',
    '-1.5e-7',
    '-.5',
    '-5 %',
    "'tis",
    'a=b',
    '−5',
    '—',
    '-',
    ' + ',
    '2-3',
  ])('%j stays as it is', (given) => {
    expect(spreadsheetText(given)).toBe(given);
  });

  it('is never a formula', () => {
    fc.assert(fc.property(text, (given) => !isFormula(spreadsheetText(given))));
  });

  it('reads back as what it was, however often it is written', () => {
    fc.assert(
      fc.property(text, fc.nat(4), (given, times) => {
        let cell = given;
        for (let i = 0; i < times; i++) cell = plainText(spreadsheetText(cell));
        expect(cell).toBe(given);
      }),
    );
  });

  it('is no formula in a line of comment either, which programs split at separators', () => {
    expect(spreadsheetComment('# A “x,=HYPERLINK(1)” of 3; -5 and 2,-1.5,+.5; @SUM(A1)')).toBe(
      "# A “x,'=HYPERLINK(1)” of 3; -5 and 2,-1.5,+.5; '@SUM(A1)",
    );
  });
});
