import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { standAlone } from './svg-file.ts';
import { drawWhiskers } from './parts/whiskers.ts';
import { drawable } from './svg.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
/** What XML 1.0 allows, without C1 controls and marks that turn the order of letters. */
const FIT =
  /^[\t\n\r\u0020-\u007e\u00a0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]*$/u;

describe('text of a drawing', () => {
  it('has nothing that XML may not hold or a terminal obeys, and keeps all else', () => {
    expect(drawable('Bei\u001b]52;c;aGk=\u0007jing \u0000\ufffe\ud800北京𠮷 é')).toBe(
      'Bei]52;c;aGk=jing 北京𠮷 é',
    );
    expect(drawable('a\u202ecod.exe\u202c')).toBe('acod.exe');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(drawable(text)).toMatch(FIT);
        if (FIT.test(text)) expect(drawable(text)).toBe(text);
      }),
    );
  });

  it('is clean wherever a name comes to stand: words, labels, legend, what the pointer is told', () => {
    const bad = '\u001b]52;c;aGk=\u0007\u0000\ud800\uffff\u0085 & <b>';
    const series = [0, 1].map((shape) => ({
      name: `Series${bad}${shape}`,
      colour: 'black',
      shape,
      marks: [{ label: `Label${bad}`, value: 2, ends: null, faded: false, text: `Text${bad}` }],
    }));
    const file = standAlone(
      {
        ...{ name: 'x', title: `Title${bad}`, subtitle: bad, about: [bad], synthetic: null },
        numbers: { columns: [], rows: [] },
        draw: (space) => drawWhiskers(space, series, { language: 'en', ticks: String }),
      },
      { document, width: 600 },
    );
    expect(file).toMatch(FIT);
    for (const word of ['Title]52', 'Series]52', 'Label]52', 'Text]52']) expect(file).toContain(word);
    expect(file).toContain('&lt;b&gt;');
  });
});
