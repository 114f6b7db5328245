import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsPhrase, phraseOf } from './phrase.ts';

const holds = (text: string, phrase: string): boolean => holdsPhrase(phraseOf(text), phraseOf(phrase));

describe('a phrase', () => {
  it.each([
    ['cryo-electron microscopes for structural biology', 'Structural Biology'],
    ['Cryo-Electron Microscopes', 'cryo-electron microscopy'],
    ['the Internet of Things', 'internet of things'],
    ['国家冷冻电镜平台', '冷冻电镜'],
    ['MEMS传感器中试线', 'MEMS传感器'],
  ])('stands in “%s”: %s', (text, phrase) => {
    expect(holds(text, phrase)).toBe(true);
  });

  it.each([
    ['structural mechanics and biology', 'structural biology'],
    ['biology, structural', 'structural biology'],
    ['internet and things', 'internet of things'],
    ['电镜冷冻', '冷冻电镜'],
    ['', 'tides'],
    ['tides', ''],
  ])('does not stand in “%s”: %s', (text, phrase) => {
    expect(holds(text, phrase)).toBe(false);
  });

  it('stands in any text into which it was put, and in none that lacks one of its words', () => {
    const word = fc.constantFrom('laser', 'steel', 'tide', 'crystal', 'magnet', '离子', '薄膜');
    const words = fc.array(word, { maxLength: 5 });
    fc.assert(
      fc.property(words, fc.array(word, { minLength: 1, maxLength: 3 }), words, (before, phrase, after) => {
        expect(holds([...before, ...phrase, ...after].join(' '), phrase.join(' '))).toBe(true);
        const others = [...before, ...after].filter((one) => one !== phrase[0]);
        expect(holds(others.join(' '), phrase.join(' '))).toBe(false);
      }),
      { seed: 20 },
    );
  });
});
