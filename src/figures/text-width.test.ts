import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emsOf, folded } from './text-width.ts';

describe('a text folded into lines', () => {
  it('breaks at spaces, and between Chinese characters', () => {
    const lines = folded('Yangtze River Delta (41 cities)', 8);
    expect(lines).toEqual(['Yangtze River', 'Delta (41', 'cities)']);
    expect(folded('长江三角洲城市群', 3)).toEqual(['长江三', '角洲城', '市群']);
    expect(folded('合作为（77至140），其余', 4)).toEqual(['合作为', '（77至', '140），', '其余']);
    expect(folded('short', 20)).toEqual(['short']);
  });

  it('breaks a word that is wider than a line', () => {
    expect(folded('agglomeration of', 5).join('|')).toMatch(/^\w+\|\w+\|?.*of$/);
  });

  it('loses nothing, and no line is wider than it may be', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z 三角洲()]{1,60}$/),
        fc.integer({ min: 2, max: 30 }),
        (text, ems) => {
          const lines = folded(text, ems);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          for (const line of lines) expect(emsOf(line)).toBeLessThanOrEqual(ems);
        },
      ),
    );
  });
});
