import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWeights, networkOf } from '../../../test/any-network.ts';
import { networkOfEdges } from './network.ts';
import { degreeAssortativity, degrees, networkDensity, strengths } from './strength.ts';

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });
const star = networkOfEdges(
  ['hub', 'a', 'b', 'c'],
  [edge('hub', 'a', 5), edge('hub', 'b', 2), edge('c', 'hub')],
);
const ring = networkOfEdges(['a', 'b', 'c'], [edge('a', 'b'), edge('b', 'c', 7), edge('c', 'a')]);

describe('strength and degree', () => {
  it('add up a node’s links, and count them', () => {
    expect([...strengths(star)]).toEqual([8, 5, 2, 1]);
    expect([...degrees(star)]).toEqual([3, 1, 1, 1]);
    expect([...strengths(networkOfEdges(['a'], []))]).toEqual([0]);
  });
});

describe('density', () => {
  it('is the part of pairs that are linked', () => {
    expect(networkDensity(star).value).toBe(0.5);
    expect(networkDensity(ring).value).toBe(1);
    expect(networkDensity(networkOfEdges(['a', 'b'], [])).value).toBe(0);
  });

  it('is undefined where there is no pair', () => {
    expect(networkDensity(networkOfEdges(['a'], []))).toMatchObject({ value: null, code: 'too-few' });
  });
});

describe('degree assortativity', () => {
  it('of a star is −1, of a path of four −1/2', () => {
    expect(degreeAssortativity(star).value).toBeCloseTo(-1, 15);
    const path = networkOfEdges(['a', 'b', 'c', 'd'], [edge('a', 'b'), edge('b', 'c'), edge('c', 'd')]);
    expect(degreeAssortativity(path).value).toBeCloseTo(-0.5, 15);
  });

  it('is undefined without links and where all have as many partners', () => {
    expect(degreeAssortativity(networkOfEdges(['a'], []))).toMatchObject({ value: null, code: 'empty' });
    expect(degreeAssortativity(ring)).toMatchObject({ value: null, code: 'constant' });
  });
});

describe('for any network', () => {
  it('strengths are in the weights’ unit and sum to twice all links; degrees, density and assortativity have none', () => {
    fc.assert(
      fc.property(anyWeights, (any) => {
        const [own, tenfold, backward] = [{}, { unit: 10 }, { backward: true }].map((how) =>
          networkOf(any, how),
        );
        const all = any.weights.reduce((sum, weight) => sum + weight, 0);
        expect(strengths(own).reduce((sum, value) => sum + value, 0)).toBe(2 * all);
        expect([...strengths(tenfold)]).toEqual([...strengths(own)].map((value) => 10 * value));
        expect([...degrees(tenfold)]).toEqual([...degrees(own)]);
        expect([...degrees(backward)].reverse()).toEqual([...degrees(own)]);
        const [density, assortativity] = [networkDensity(own), degreeAssortativity(own)];
        expect(density.value).toBeGreaterThanOrEqual(0);
        expect(density.value).toBeLessThanOrEqual(1);
        expect(degreeAssortativity(backward)).toEqual(assortativity);
        if (assortativity.value !== null) expect(Math.abs(assortativity.value)).toBeLessThanOrEqual(1);
      }),
      { seed: 15 },
    );
  });
});
