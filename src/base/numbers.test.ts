import { expect, it } from 'vitest';
import { list } from './numbers.ts';

it('a list keeps its items apart, also where one has a comma of its own', () => {
  expect(list(['Wuxi', 'Xuzhou', 'Suqian'], 'en')).toBe('Wuxi, Xuzhou, and Suqian');
  expect(list(['Wuxi', 'Taizhou, Jiangsu', 'Suqian'], 'en')).toBe('Wuxi; Taizhou, Jiangsu; and Suqian');
  expect(list(['Taizhou, Jiangsu', 'Suqian'], 'en')).toBe('Taizhou, Jiangsu and Suqian');
  expect(list(['无锡市', '台州市', '宿迁市'], 'zh')).toBe('无锡市、台州市和宿迁市');
});
