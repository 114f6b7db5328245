import { code, codeTogether, type Labels } from '../flows/labels.ts';
import { checkLabels, type FlowModel } from './model.ts';

/** A fixed effect in numbers: the level of each row, and that at the other end where it has two. */
export interface Dimension {
  readonly name: string;
  readonly first: Int32Array;
  readonly second: Int32Array | null;
  readonly levels: number;
}

/** A list of labels by its name, such as what errors are clustered by. */
export interface Named {
  readonly name: string;
  readonly of: Labels;
}

/** Rows in an order that is their own, whatever order they came in: the same rows give the same digits. */
export interface Sample {
  /** The place of each row in the model that was given. */
  readonly rows: Int32Array;
  readonly y: Float64Array;
  /** Regressors, n each. */
  readonly x: readonly Float64Array[];
  readonly names: readonly string[];
  readonly weights: Float64Array | null;
  readonly offset: Float64Array | null;
  /** The first is the one whose rows lie together: the single-ended one with most levels, or a constant. */
  readonly dimensions: readonly Dimension[];
  /** Of each clustering, the cluster of each row. */
  readonly clusters: readonly Int32Array[];
}

/**
 * All rows of a model that was checked.
 *
 * @throws RangeError for clusters that are not one a row, or stand twice
 */
export function makeSample(model: FlowModel, clusters: readonly Named[] = []): Sample {
  const n = model.y.length;
  for (const [k, { name, of }] of clusters.entries()) {
    if (clusters.findIndex((other) => other.name === name) < k)
      throw new RangeError(`clusters must have different names, got ${name} twice`);
    checkLabels(`clusters of ${name}`, [of], n);
  }
  const asGiven: Sample = {
    rows: upTo(n),
    y: floats(model.y),
    x: Object.values(model.regressors).map(floats),
    names: Object.keys(model.regressors),
    weights: model.weights === undefined ? null : floats(model.weights),
    offset: model.offset === undefined ? null : floats(model.offset),
    dimensions: leadFirst(dimensionsOf(model), n),
    clusters: clusters.map(({ of }) => code(of).codes),
  };
  return take(asGiven, ownOrder(asGiven));
}

/** As numbers; a list that is so already is read where it stands, and never written to. */
function floats(column: ArrayLike<number>): Float64Array {
  return column instanceof Float64Array ? column : Float64Array.from(column);
}

function upTo(n: number): Int32Array {
  const all = new Int32Array(n);
  for (let i = 0; i < n; i++) all[i] = i;
  return all;
}

/** The rows at the given places, in their order. Levels that nothing is left of lose their number. */
export function take(sample: Sample, at: Int32Array): Sample {
  if (at.length === sample.y.length && at.every((place, i) => place === i)) return sample;
  const numbers = (column: Float64Array): Float64Array => gather(column, new Float64Array(at.length), at);
  const codes = (column: Int32Array): Int32Array => gather(column, new Int32Array(at.length), at);
  return {
    rows: codes(sample.rows),
    y: numbers(sample.y),
    x: sample.x.map(numbers),
    names: sample.names,
    weights: sample.weights === null ? null : numbers(sample.weights),
    offset: sample.offset === null ? null : numbers(sample.offset),
    dimensions: sample.dimensions.map(({ name, first, second }) =>
      renumbered(name, codes(first), second === null ? null : codes(second)),
    ),
    clusters: sample.clusters.map((cluster) => code(codes(cluster)).codes),
  };
}

function gather<A extends Float64Array | Int32Array>(from: A, to: A, at: Int32Array): A {
  for (let i = 0; i < at.length; i++) to[i] = from[at[i]];
  return to;
}

function dimensionsOf(model: FlowModel): Dimension[] {
  return (model.effects ?? []).map((effect) => {
    if ('of' in effect) {
      const { codes, count } = code(effect.of);
      return { name: effect.name, first: codes, second: null, levels: count };
    }
    const [a, b] = codeTogether(effect.ends);
    return { name: effect.name, first: a.codes, second: b.codes, levels: a.count };
  });
}

function renumbered(name: string, first: Int32Array, second: Int32Array | null): Dimension {
  if (second === null) {
    const { codes, count } = code(first);
    return { name, first: codes, second, levels: count };
  }
  const [a, b] = codeTogether([first, second]);
  return { name, first: a.codes, second: b.codes, levels: a.count };
}

/** A constant lies in the span of any effect, so one stands in front of effects that all have two ends, or of none. */
function leadFirst(dimensions: readonly Dimension[], n: number): readonly Dimension[] {
  const single = dimensions.filter(({ second }) => second === null);
  if (single.length === 0)
    return [{ name: 'constant', first: new Int32Array(n), second: null, levels: 1 }, ...dimensions];
  const lead = single.reduce((most, dimension) => (dimension.levels > most.levels ? dimension : most));
  return [lead, ...dimensions.filter((dimension) => dimension !== lead)];
}

/** By levels, dimension after dimension, then by every number a row has: rows that still tie are the same row. */
function ownOrder(sample: Sample): Int32Array {
  const keys = sample.dimensions.flatMap(({ first, second, levels }) => [
    { codes: first, levels },
    ...(second === null ? [] : [{ codes: second, levels }]),
  ]);
  let order = sample.rows;
  for (const { codes, levels } of keys.toReversed()) order = countingSort(order, codes, levels);
  const numbers = [
    sample.y,
    ...sample.x,
    ...[sample.weights, sample.offset].filter((column) => column !== null),
    ...sample.clusters,
  ];
  const compare = (a: number, b: number): number => {
    for (const column of numbers) if (column[a] !== column[b]) return column[a] - column[b];
    return 0;
  };
  const tied = (i: number, j: number): boolean => {
    for (const { codes } of keys) if (codes[i] !== codes[j]) return false;
    return true;
  };
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && tied(order[end], order[start])) end++;
    if (end - start > 1) order.subarray(start, end).sort(compare);
    start = end;
  }
  return order;
}

/** Stable, by the code of each row. */
function countingSort(order: Int32Array, codes: Int32Array, levels: number): Int32Array {
  const next = new Int32Array(levels + 1);
  for (const i of order) next[codes[i] + 1]++;
  for (let level = 0; level < levels; level++) next[level + 1] += next[level];
  const sorted = new Int32Array(order.length);
  for (const i of order) sorted[next[codes[i]]++] = i;
  return sorted;
}
