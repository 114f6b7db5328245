import { checkAmounts } from '../inequality/amounts.ts';
import { checkKind } from '../arguments.ts';
import { average } from './logarithms.ts';

/** @throws RangeError for lists of different lengths, times that are not finite, or amounts that are negative or not finite */
export function checkSeries(times: ArrayLike<number>, amounts: ArrayLike<number>): void {
  checkKind('times', times, 'list');
  checkKind('amounts', amounts, 'list');
  if (times.length !== amounts.length)
    throw new RangeError(`${times.length} times, ${amounts.length} amounts`);
  for (let i = 0; i < times.length; i++)
    if (!Number.isFinite(times[i])) throw new RangeError(`time ${i} must be finite, got ${times[i]}`);
  checkAmounts(amounts);
}

/** Times less their mean. */
export function centred(times: ArrayLike<number>): number[] {
  const list = Array.from(times);
  const mean = average(list);
  return list.map((time) => time - mean);
}
