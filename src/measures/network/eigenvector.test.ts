import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eigenvectorCentrality } from './eigenvector.ts';
import { networkOfEdges } from './network.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });

describe('eigenvector centrality', () => {
  it('of a star: the hub √½, the m others √(1/2m), λ = √m, although −√m is an eigenvalue too', () => {
    const star = networkOfEdges(
      ['hub', 'a', 'b', 'c', 'd'],
      ['a', 'b', 'c', 'd'].map((leaf) => edge('hub', leaf)),
    );
    const { value, eigenvalue } = eigenvectorCentrality(star) as { value: Float64Array; eigenvalue: number };
    expect(eigenvalue).toBeCloseTo(2, 10);
    expect(value[0]).toBeCloseTo(Math.SQRT1_2, 10);
    for (const leaf of value.subarray(1)) expect(leaf).toBeCloseTo(Math.sqrt(1 / 8), 10);
  });

  it('of an isolated node is 0', () => {
    const { value } = eigenvectorCentrality(networkOfEdges(['a', 'alone', 'b'], [edge('a', 'b', 3)]));
    expect(value![1]).toBe(0);
    expect(value![0]).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('is undefined without links, across components, and where it does not converge', () => {
    expect(eigenvectorCentrality(networkOfEdges(['a'], []))).toMatchObject({ value: null, code: 'empty' });
    const two = networkOfEdges(['a', 'b', 'c', 'd'], [edge('a', 'b', 9), edge('c', 'd')]);
    expect(eigenvectorCentrality(two)).toMatchObject({ value: null, code: 'disconnected' });
    const path = networkOfEdges(['a', 'b', 'c', 'd'], [edge('a', 'b'), edge('b', 'c'), edge('c', 'd')]);
    expect(eigenvectorCentrality(path, { maxIterations: 2 })).toMatchObject({
      value: null,
      code: 'not-converged',
    });
  });

  it('refuses limits that are none', () => {
    const pair = networkOfEdges(['a', 'b'], [edge('a', 'b')]);
    expect(() => eigenvectorCentrality(pair, { tolerance: NaN })).toThrow(
      'tolerance must be above 0, got NaN',
    );
    expect(() => eigenvectorCentrality(pair, { maxIterations: 0 })).toThrow('from 1, got 0');
  });

  it('satisfies A x = λ x with x ≥ 0 and |x| = 1 in any connected network, whatever the unit', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(weights, fc.constantFrom(1, 1e-6, 1e9), (any, unit) => {
        // A ring of six with two chords.
        const ends = ['01', '12', '23', '34', '45', '50', '02', '14'];
        const network = networkOfEdges(
          ['0', '1', '2', '3', '4', '5'],
          ends.map(([a, b], k) => edge(a, b, any[k] * unit)),
        );
        const { value, eigenvalue } = eigenvectorCentrality(network) as {
          value: Float64Array;
          eigenvalue: number;
        };
        let squares = 0;
        for (let i = 0; i < 6; i++) {
          let sum = 0;
          for (let at = network.offsets[i]; at < network.offsets[i + 1]; at++)
            sum += network.weights[at] * value[network.targets[at]];
          expect(Math.abs(sum / eigenvalue - value[i])).toBeLessThan(1e-11);
          expect(value[i]).toBeGreaterThan(0);
          squares += value[i] ** 2;
        }
        expect(squares).toBeCloseTo(1, 12);
      }),
    );
  });
});
