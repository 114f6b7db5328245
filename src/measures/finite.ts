import { checkKind } from './arguments.ts';

/** @throws RangeError for a number that is not finite, by the name of the list and its position */
export function checkFinite(name: string, values: ArrayLike<number>): void {
  checkKind(name, values, 'list');
  for (let i = 0; i < values.length; i++)
    if (!Number.isFinite(values[i]))
      throw new RangeError(`${name} must be finite, number ${i} is ${values[i]}`);
}
