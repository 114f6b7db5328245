import { checkKind as checkArgument } from '../../measures/arguments.ts';

/** What a row belongs to in a fixed effect or a cluster: a number or a text a row. */
export type Labels = ArrayLike<number> | readonly string[];

/** Labels as the whole numbers 0 … count − 1, in the order of the labels themselves, not of the rows. */
export interface Codes {
  readonly codes: Int32Array;
  readonly count: number;
}

/**
 * @throws RangeError for a label that is no number or text, or where there are both: 3 and '3' are different labels, and
 * nothing says which comes first
 */
export function checkKind(name: string, lists: readonly Labels[]): void {
  let [kind, seen]: [string, unknown] = ['', undefined];
  for (const labels of lists)
    for (let i = 0; i < labels.length; i++) {
      const label: unknown = labels[i];
      const own = typeof label;
      if ((own !== 'string' && own !== 'number') || Number.isNaN(label))
        throw new RangeError(`${name} must have a number or a text a row, number ${i} is ${String(label)}`);
      if (kind !== '' && own !== kind)
        throw new RangeError(
          `${name} must be all numbers or all texts, got the ${kind} ${String(seen)} and the ${own} ${String(label)}`,
        );
      [kind, seen] = [own, label];
    }
}

/** Codes of one list of labels. Numbers sort by size, texts by code unit, so that the order of rows says nothing. */
export function code(labels: Labels): Codes {
  const [codes] = codeTogether([labels]);
  return codes;
}

/** Codes of several lists in one numbering: a label has the same code in each. @throws RangeError as `checkKind` */
export function codeTogether(lists: readonly Labels[]): readonly Codes[] {
  const whole = wholeRange(lists);
  if (whole !== null) return byTable(lists as readonly ArrayLike<number>[], whole);
  checkKind('labels', lists);
  const seen = new Set<string | number>();
  for (const labels of lists) for (let i = 0; i < labels.length; i++) seen.add(labels[i]);
  const sorted = [...seen].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const codeOf = new Map(sorted.map((label, at) => [label, at]));
  return lists.map((labels) => ({
    codes: Int32Array.from({ length: labels.length }, (_, i) => codeOf.get(labels[i])!),
    count: sorted.length,
  }));
}

/**
 * One label for each pair of labels that occurs together, such as city and year: what a fixed effect of their product
 * takes. Numbered by the first, then by the second.
 *
 * @throws RangeError where the lists differ in length; as `checkKind`
 */
export function cross(first: Labels, second: Labels): Int32Array {
  checkArgument('first', first, 'list');
  checkArgument('second', second, 'list');
  if (first.length !== second.length)
    throw new RangeError(`labels to cross must be of one length, got ${first.length} and ${second.length}`);
  const [a, b] = [code(first), code(second)];
  const product = Float64Array.from(a.codes, (at, i) => at * b.count + b.codes[i]);
  return code(product).codes;
}

interface Range {
  readonly least: number;
  readonly size: number;
}

/** The span of labels that are all whole numbers not far apart: a table then numbers them, without any sorting. */
function wholeRange(lists: readonly Labels[]): Range | null {
  let [least, most, rows] = [Infinity, -Infinity, 0];
  for (const labels of lists) {
    rows += labels.length;
    for (let i = 0; i < labels.length; i++) {
      const label = labels[i];
      if (!Number.isSafeInteger(label)) return null;
      if ((label as number) < least) least = label as number;
      if ((label as number) > most) most = label as number;
    }
  }
  const size = most - least + 1;
  return rows > 0 && size <= Math.max(1 << 16, 8 * rows) ? { least, size } : null;
}

function byTable(lists: readonly ArrayLike<number>[], { least, size }: Range): readonly Codes[] {
  const codeAt = new Int32Array(size);
  for (const labels of lists) for (let i = 0; i < labels.length; i++) codeAt[labels[i] - least] = 1;
  let count = 0;
  for (let at = 0; at < size; at++) if (codeAt[at] === 1) codeAt[at] = count++;
  return lists.map((labels) => {
    const codes = new Int32Array(labels.length);
    for (let i = 0; i < labels.length; i++) codes[i] = codeAt[labels[i] - least];
    return { codes, count };
  });
}
