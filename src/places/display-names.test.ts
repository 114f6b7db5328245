import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../base/index.ts';
import { displayNames, type ShownPlace } from './display-names.ts';
import { Gazetteer } from './gazetteer.ts';

const gazetteer = await Gazetteer.open();

/** Places of the gazetteer as they are shown together, in one language. */
function shown(ids: readonly string[], language: 'en' | 'zh'): string[] {
  const places = ids.map((id): ShownPlace => {
    const { name, nameZh } = gazetteer.place(id)!;
    return { id, name, nameZh, around: gazetteer.around(id) };
  });
  const names = displayNames(places);
  return ids.map((id) => names.get(id)![language]);
}

const [CAMBRIDGE_MA, CAMBRIDGE, CAMBRIDGE_ON] = ['gn:4931972', 'gn:2653941', 'gn:5913695'];

describe('places that are shown together', () => {
  it('keep their names where no other has it', () => {
    expect(shown(['cn:3205', CAMBRIDGE, 'iso:GB'], 'en')).toEqual(['Suzhou', 'Cambridge', 'United Kingdom']);
  });

  it('are followed by the state or province where two share a name, in both languages', () => {
    const three = [CAMBRIDGE_MA, CAMBRIDGE, CAMBRIDGE_ON];
    expect(shown(three, 'en')).toEqual([
      ...['Cambridge, Massachusetts', 'Cambridge, England', 'Cambridge, Ontario'],
    ]);
    expect(shown([CAMBRIDGE_MA, CAMBRIDGE], 'zh')).toEqual(['剑桥（马萨诸塞州）', '剑桥（英格兰）']);
    expect(shown(['cn:3205', 'cn:3413'], 'en')).toEqual(['Suzhou, Jiangsu', 'Suzhou, Anhui']);
    // In Chinese these two have names of their own.
    expect(shown(['cn:3205', 'cn:3413'], 'zh')).toEqual(['苏州市', '宿州市']);
  });

  it('by the country where the state does not tell them apart, and at last by the id', () => {
    const place = (id: string, around: readonly string[]): ShownPlace => ({
      ...{ id, name: 'Xanadu', nameZh: null },
      around: around.map((en) => ({ en, zh: null })),
    });
    const names = displayNames([
      place('a', ['North', 'Elsewhere']),
      place('b', ['North', 'Nowhere']),
      place('c', ['South', 'Nowhere']),
      place('d', ['South', 'Nowhere']),
      place('e', []),
    ]);
    expect([...names.values()].map(({ en }) => en)).toEqual([
      ...['Xanadu, North, Elsewhere', 'Xanadu, North, Nowhere'],
      ...['Xanadu, South, Nowhere (c)', 'Xanadu, South, Nowhere (d)', 'Xanadu (e)'],
    ]);
  });

  it('never have one name, whatever they are called and lie in, and each keeps its own at the beginning', () => {
    const word = fc.constantFrom('Ada', 'ada', 'Ada, Ada', 'Bo', 'Ada, Bo');
    const any = fc.array(
      fc.record({
        name: word,
        nameZh: fc.option(word),
        around: fc.array(fc.record({ en: word, zh: fc.option(word) }), { maxLength: 3 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(any, (drawn) => {
        const places = drawn.map((one, i) => ({ ...one, id: `p${i}` }));
        const names = displayNames(places);
        for (const language of ['en', 'zh'] as const) {
          const all = places.map(({ id }) => names.get(id)![language]);
          expect(new Set(all).size).toBe(all.length);
          for (const [i, { name, nameZh }] of places.entries())
            expect(all[i].startsWith(language === 'zh' ? (nameZh ?? name) : name)).toBe(true);
        }
      }),
    );
  });
});

describe('a name that fits several places', () => {
  it('is refused with the state of each', () => {
    const refused = gazetteer.resolve('Cambridge');
    expect(refused.place === null && render(refused.problem, 'en')).toContain(
      'gn:4931972 (Cambridge, Massachusetts, US)',
    );
    expect(refused.place === null && render(refused.problem, 'en')).toContain(
      'gn:2653941 (Cambridge, England, GB)',
    );
  });
});
