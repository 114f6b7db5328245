import { describe, expect, it } from 'vitest';
import { stem } from './stem.ts';
import { hanWords, pieces, plainText, wordsOf } from './words.ts';

describe('the stem', () => {
  it.each([
    ['batteries', 'battery'],
    ['packaging', 'package'],
    ['welded', 'welding'],
    ['alloys', 'alloy'],
    ['classes', 'class'],
    ['sensing', 'sense'],
    ['characterisation', 'characterization'],
    ['optimised', 'optimize'],
    ['fibre', 'fiber'],
    ['centres', 'center'],
    ['behaviour', 'behavior'],
    ['programming', 'program'],
  ])('of %s is that of %s', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each(['gas', 'analysis', 'virus', 'glass', '3d', '28nm', '电池', 'bus'])(
    'leaves %s as it is',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );

  it('keeps words apart that are not of one family', () => {
    expect(stem('sing')).not.toBe(stem('s'));
    expect(stem('bring')).toBe('bring');
    expect(stem('string')).toBe('string');
  });
});

describe('the words of a text', () => {
  it('are English stems and Chinese words, in lower case and without accents', () => {
    expect(wordsOf('Écoles of Welding')).toEqual(['ecol', 'weld']);
    expect(wordsOf('固态电池')).toContain('电池');
  });

  it('hold Chinese also as pairs of characters, so that other cuts meet', () => {
    expect(hanWords('中子散射')).toEqual(expect.arrayContaining(['中子', '散射', '子散']));
    expect(hanWords('光')).toEqual(['光']);
  });

  it('keep numbers with their unit and point, and scripts apart', () => {
    expect(wordsOf('28 nm chips at 1.5 GHz')).toEqual(['28nm', 'chip', '1p5ghz']);
    expect(plainText('1,000 kg')).toBe('1000kg');
    expect(pieces(plainText('MEMS传感器5G'))).toEqual([
      { text: 'mems', han: false },
      { text: '传感器', han: true },
      { text: '5g', han: false },
    ]);
    expect(wordsOf('ＭＥＭＳ')).toEqual(['mem']);
  });

  it('leave out what anybody asks with', () => {
    expect(wordsOf('We are looking for the … of')).toEqual([]);
    expect(wordsOf('我们需要')).not.toContain('需要');
    expect(wordsOf('   ')).toEqual([]);
  });
});
