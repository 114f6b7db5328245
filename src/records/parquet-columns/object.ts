import { leavesOf, OBJECTS } from '../spec.ts';

/** What stands for null among the numbers of texts. */
export const NONE = -1;

/** Of objects, in the order of their kinds: the names of their single texts, and of a list of texts behind them. */
const LEAVES = Object.values(OBJECTS).map((shape) => {
  const names = leavesOf('', shape).map(([name]) => name.slice(1));
  const list = names.find((name) => name.endsWith('[]'))?.slice(0, -2) ?? null;
  return { fields: names.filter((name) => !name.endsWith('[]')), list };
});

/** A piece of a record as JSON has it, from the numbers of its texts, then how many its list has (`NONE`: no list), and these. */
export function objectOf(
  kind: number,
  numbers: Int32Array,
  text: (number: number) => string,
): Record<string, unknown> {
  const { fields, list } = LEAVES[kind];
  const told = (number: number): string | null => (number === NONE ? null : text(number));
  const object: Record<string, unknown> = {};
  for (const [i, field] of fields.entries()) {
    const [outer, inner] = field.split('.') as [string, string?];
    if (inner === undefined) object[outer] = told(numbers[i]);
    else object[outer] = { ...(object[outer] as object | undefined), [inner]: told(numbers[i]) };
  }
  const entries = fields.length;
  if (list !== null)
    object[list] = numbers[entries] === NONE ? null : Array.from(numbers.subarray(entries + 1), told);
  return object;
}
