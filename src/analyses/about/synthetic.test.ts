import { describe, expect, it } from 'vitest';
import { syntheticMark } from '../../observatory/synthetic.ts';
import { syntheticBanner, syntheticLine, syntheticShort } from './synthetic.ts';

const WHOLE = 'synthetic demonstration';
const PARTLY = 'partly synthetic: 1 of 31 works (synthetic demonstration)';
const PLACES = 'partly synthetic: 2 of 90 institutions (by hand)';

describe('what is said of works that are made up', () => {
  it('names what made them where all are', () => {
    expect(syntheticLine(WHOLE)).toEqual([
      'These works are a synthetic demonstration: they show the software, not the world.',
    ]);
    expect(syntheticBanner(WHOLE, 'zh')).toBe('合成演示：真实城市，合成论文');
    expect(syntheticBanner('world a, world b', 'en')).toBe('Made-up works: world a, world b');
    expect(syntheticShort(WHOLE, 'en')).toBe('synthetic');
  });

  it.each([
    [
      PARTLY,
      'Partly synthetic: 1 of 31 works (synthetic demonstration)',
      '部分合成：31篇论文中有1篇（合成演示数据）',
    ],
    [PLACES, 'Partly synthetic: 2 of 90 institutions (by hand)', '部分合成：90家机构中有2家（by hand）'],
  ])('says how many of how many where some are: %s', (mark, en, zh) => {
    expect(syntheticBanner(mark, 'en')).toBe(en);
    expect(syntheticBanner(mark, 'zh')).toBe(zh);
    expect(syntheticLine(mark)).toEqual([`${en}: figures that rest on them do not describe the world.`]);
    expect(syntheticLine(mark, 'zh')).toEqual([`${zh}：以其为据的数字不反映现实。`]);
    expect(syntheticShort(mark, 'zh')).toBe('部分合成');
  });

  it('is read from the marks that builds write', () => {
    const made = { 'synthetic demonstration': 1 };
    const institutions = { synthetic: { 'by hand': 2 }, records: 90 };
    expect(syntheticMark({ synthetic: made, kept: 1 }, institutions)).toBe(WHOLE);
    expect(syntheticMark({ synthetic: made, kept: 31 }, institutions)).toBe(PARTLY);
    expect(syntheticMark({ synthetic: {}, kept: 31 }, institutions)).toBe(PLACES);
  });

  it('is nothing where none are', () => {
    expect(syntheticLine(null)).toEqual([]);
  });
});
