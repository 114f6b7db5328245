import { expect, it } from 'vitest';
import { render } from '../base/index.ts';
import { EstimationError, SeparationUndecided } from './index.ts';

it('says in Chinese, too, which rows cannot be told to be separated', () => {
  const said = (rows: number[]): string =>
    render(new SeparationUndecided(['policy'], rows, 'is as small as rounding').detail, 'zh');
  expect(said([3, 9])).toMatch(/^第3、9行是否存在分离无法判定/);
  expect(said([1, 2, 3, 4, 5, 6, 7])).toMatch(/^第1、2、3、4、5行及另外2行是否存在分离无法判定/);
});

it('is a RangeError with its text in English', () => {
  const error = new SeparationUndecided(['policy'], [3], 'is as small as rounding');
  expect(error).toBeInstanceOf(EstimationError);
  expect(error).toBeInstanceOf(RangeError);
  expect(error.message).toMatch(/^separation of row 3 cannot be decided: policy is as small as rounding;/);
});
