import { describe, expect, it } from 'vitest';
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
