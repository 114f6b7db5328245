import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../base/index.ts';
import { circleScale } from '../map/layout.ts';
import { legendItems } from '../map/legend.ts';
import { emsOf } from '../text-width.ts';
import { ratioAxis } from './axis.ts';
import { drawWhiskers } from './whiskers.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
type Ends = readonly [number, number] | null;
const draw = (values: readonly (readonly [number, Ends])[], language: Language): SVGSVGElement => {
  const marks = values.map(([value, ends], i) => ({
    ...{ label: `Row ${i}`, value, ends, faded: false, text: String(value) },
  }));
  return drawWhiskers({ document, width: 400 }, [{ name: '', colour: 'black', shape: 0, marks }], {
    language,
    log: true,
    reference: 1,
    ticks: String,
  });
};

describe('an axis of ratios', () => {
  it('reaches all values, however large, where they are not one alone among many', () => {
    const values = [24, 115, 87.5, 77.4, 0.002].map((value) => ({ value, ends: null }));
    const [low, high] = ratioAxis(values);
    expect(low).toBeLessThan(0.002);
    expect(high).toBeGreaterThan(115);
    const dots = [
      ...draw(
        values.map(({ value }) => [value, null] as const),
        'en',
      ).querySelectorAll('circle'),
    ];
    expect(new Set(dots.map((dot) => dot.getAttribute('cx'))).size).toBe(values.length);
  });

  it('leaves out one that would squeeze all others, and says where it lies, in both languages', () => {
    const values = [0.8, 1.1, 1.2, 0.9, 1.3, 900].map((value) => [value, null] as const);
    const english = draw(values, 'en').textContent;
    expect(english).toContain('900');
    expect(english).toContain('Filled arrow: the value lies beyond the axis');
    expect(english).not.toContain('Open arrow');
    expect(draw(values, 'zh').textContent).toContain('实心箭头：数值超出坐标轴');
  });

  it('marks an interval that goes on, and a zero, for which it has no place', () => {
    const drawn = draw(
      [
        [0.5, [0, 1.2]],
        [1.1, [0.9, 1.3]],
      ],
      'en',
    ).textContent;
    expect(drawn).toContain('Open arrow: the interval goes on beyond the axis');
    expect(drawn).toContain('A logarithmic axis has no 0.');
    expect(draw([[1.1, [0.9, 1.3]]], 'en').textContent).not.toContain('arrow');
  });

  it('gives two rows of one name a row each', () => {
    const { document: page } = parseHTML('<html><body></body></html>');
    const marks = [2, 3].map((value) => ({
      ...{ label: 'Taizhou', value, ends: null, faded: false, text: '' },
    }));
    const drawn = drawWhiskers(
      { document: page, width: 700 },
      [{ name: '', colour: 'black', shape: 0, marks }],
      {
        ...{ language: 'en' as const, log: true, ticks: String },
      },
    );
    expect(new Set([...drawn.querySelectorAll('circle')].map((dot) => dot.getAttribute('cy'))).size).toBe(2);
  });
});

describe('circles', () => {
  it('have areas as their values, and are rings of one size where they could not be seen', () => {
    const { of, legend } = circleScale([1000, 250, 0.1, 0], { widest: 20, least: 1.5 });
    expect(of(1000).r ** 2 / of(250).r ** 2).toBeCloseTo(4);
    expect([of(1000), of(0.1), of(0)].map(({ least }) => least)).toEqual([false, true, true]);
    const words = (language: Language) => legendItems(legend, language, emsOf).map(({ text }) => text);
    expect(words('en')).toEqual(['1,000', '200', '100', 'below 5.7']);
    expect(words('zh').at(-1)).toBe('不足5.7');
    expect(circleScale([10, 9], { widest: 20, least: 1.5 }).legend.below).toBeNull();
  });
});
