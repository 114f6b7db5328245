import { renderBoth } from '../../base/index.ts';
import { describe, expect, it } from 'vitest';
import { Glossary } from './glossary.ts';
import { MOST_WORDS, parseNeed } from './need.ts';

const glossary = new Glossary([
  { en: 'solid-state battery', zh: '固态电池', aliases: ['solid electrolyte', '全固态电池'] },
  { en: 'battery', zh: '电池', aliases: [] },
  { en: 'neutron scattering', zh: '中子散射', aliases: ['neutron source'] },
]);
const labels = (text: string): string[] => parseNeed(text, glossary).notions.map(({ label }) => label);
const wordsOf = (text: string): string[] =>
  parseNeed(text, glossary).notions.flatMap(({ sayings }) => sayings.map(({ words }) => words.join(' ')));

describe('a need', () => {
  it('is taken apart into the longest terms that the glossary knows, and single words', () => {
    expect(labels('Solid-state batteries with neutron scattering and ovens')).toEqual([
      'solid state batteries',
      'neutron scattering',
      'ovens',
    ]);
    expect(labels('全固态电池 中子散射')).toEqual(['全固态电池', '中子散射']);
    expect(labels('电池')).toEqual(['电池']);
  });

  it('is said in the other language too, and in other words for less', () => {
    expect(wordsOf('固态电池')).toEqual(expect.arrayContaining(['solid stat battery', 'solid electrolyt']));
    expect(wordsOf('solid-state battery')).toContain('固态 电池');
    const [{ sayings }] = parseNeed('neutron scattering', glossary).notions;
    const weightOf = (words: string): number => sayings.find((one) => one.words.join(' ') === words)!.weight;
    expect(weightOf('neutron scatter')).toBe(1);
    expect(weightOf('中子 子散 散射')).toBeLessThan(1);
    expect(weightOf('neutron sourc')).toBeLessThan(weightOf('中子 子散 散射'));
  });

  it('is about what the glossary knows as a matter, else about any telling word; never about where', () => {
    const places = new Glossary([
      ...glossary.entries,
      { en: 'Hong Kong', zh: '香港', aliases: [], place: true },
    ]);
    const heads = (text: string): string[] =>
      parseNeed(text, places).notions.flatMap(({ label, head }) => (head ? [label] : []));
    expect(heads('battery stability test in Hong Kong')).toEqual(['battery']);
    expect(heads('stability test in Hong Kong')).toEqual(['stability']);
    expect(heads('test in Hong Kong')).toEqual(['test', 'hong kong']);
  });

  it('counts a repeated word once', () => {
    expect(labels('oven oven OVENS')).toEqual(['oven']);
  });

  it('takes mixed scripts and words that the glossary does not know', () => {
    expect(labels('MEMS传感器')).toEqual(['mems', '传感器']);
    expect(labels('5G 基站')).toContain('5g');
  });

  it.each(['', '   ', '\n'])('is refused where it is empty: %j', (text) => {
    expect(() => parseNeed(text, glossary)).toThrow('The need is empty');
  });

  it.each(['the of and', '我们需要', '!!! ???', 'a b c'])('is refused where it names nothing: %j', (text) => {
    expect(() => parseNeed(text, glossary)).toThrow('no word that says what is needed');
  });

  it('of ten thousand words is cut, with a note', () => {
    const long = Array.from({ length: 10_000 }, (_, i) => `word${i}`).join(' ');
    const need = parseNeed(long, glossary);
    expect(need.notions).toHaveLength(MOST_WORDS);
    expect(need.notes.map(renderBoth)).toEqual([
      {
        en: `only the first ${MOST_WORDS} words of the need count`,
        zh: `只计需求的前${MOST_WORDS}个词`,
      },
    ]);
  });
});

describe('the shipped glossary', () => {
  it('knows each term in both languages, and leads from the one to the other', async () => {
    const shipped = await Glossary.open();
    expect(shipped.entries.length).toBeGreaterThan(600);
    for (const { en, zh } of shipped.entries) {
      expect(en).toMatch(/[A-Za-z0-9]/);
      expect(zh, en).toMatch(/\p{Script=Han}/u);
    }
    expect(shipped.of('光伏').map(({ en }) => en)).toContain('solar energy');
    // Names of subfields come with it.
    expect(shipped.of('水生科学').map(({ en }) => en)).toEqual(['Aquatic Science']);
    const rows = shipped.entries.map(({ en }) => en);
    expect(new Set(rows).size).toBe(rows.length);
  });
});
