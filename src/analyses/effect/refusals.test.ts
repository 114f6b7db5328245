import { expect, it } from 'vitest';
import { SeparationUndecided } from '../../effects/index.ts';
import { refusalZh } from './refusals.ts';

it('says in Chinese, too, which rows cannot be told to be separated', () => {
  const said = (rows: number[]): string =>
    refusalZh(new SeparationUndecided(['policy'], rows, 'is as small as rounding').message);
  expect(said([3, 9])).toMatch(/^第3、9行是否存在分离无法判定/);
  expect(said([1, 2, 3, 4, 5, 6, 7])).toMatch(/^第1、2、3、4、5行及另外2行是否存在分离无法判定/);
});
