import { expect, it } from 'vitest';
import { quantity } from './quantity.ts';

it('a figure is read in the amounts that its language counts in', () => {
  expect(quantity(14.2, 'bn USD', 'zh')).toBe('142亿美元');
  expect(quantity(1.13, 'million persons', 'zh')).toBe('113万人');
  expect(quantity(11.54, 'trn CNY', 'zh')).toBe('11.54万亿元');
  expect(quantity(3, 'million CNY per km2', 'zh')).toBe('3 million CNY per km2');
  expect(quantity(14.2, 'bn USD', 'en')).toBe('14.2 bn USD');
});
