import { linearisedInterval, type Network } from '../../measures/index.ts';
import type { JointWork } from './joint-works.ts';

/**
 * The interval of each node's strength, by linearisation over works: a strength is a sum over works of what each adds,
 * x_w, with variance Σ x_w² − (Σ x_w)²/N for N works. Only links of the network count. Null for a city without links.
 */
export function strengthIntervals(
  network: Network,
  works: readonly JointWork[],
  population: number,
  level: number,
): (readonly [number, number] | null)[] {
  const n = network.nodes.length;
  const linked = new Uint8Array(n * n);
  for (let i = 0; i < n; i++)
    for (let at = network.offsets[i]; at < network.offsets[i + 1]; at++)
      linked[i * n + network.targets[at]] = 1;
  const [sums, squares, ofWork] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  let touched: number[] = [];
  const close = (): void => {
    for (const i of touched) {
      sums[i] += ofWork[i];
      squares[i] += ofWork[i] ** 2;
      ofWork[i] = 0;
    }
    touched = [];
  };
  let last = -1;
  for (const { work, a, b, weight } of works) {
    if (work !== last) close();
    last = work;
    if (linked[a * n + b] === 0) continue;
    for (const i of [a, b]) {
      if (ofWork[i] === 0) touched.push(i);
      ofWork[i] += weight;
    }
  }
  close();
  return Array.from(sums, (sum, i) => {
    if (sum === 0) return null;
    const { low, high } = linearisedInterval(sum, squares[i], sum, population, level, 'log');
    return low === null ? null : ([Number(low.toPrecision(12)), Number(high.toPrecision(12))] as const);
  });
}
