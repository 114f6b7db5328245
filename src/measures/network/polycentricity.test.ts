import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOfEdges } from './network.ts';
import { polycentricity, polycentricityGradients } from './polycentricity.ts';

fc.configureGlobal({ seed: 2 ** 30 });

const edge = (a: string, b: string, weight = 1) => ({ a, b, weight });
const ring = networkOfEdges(
  ['a', 'b', 'c', 'd'],
  [edge('a', 'b', 5), edge('b', 'c', 5), edge('c', 'd', 5), edge('d', 'a', 5)],
);

describe('polycentricity', () => {
  it('of a ring of like cities: 2/n through the first, no slope, entropy 1', () => {
    expect(polycentricity(ring)).toEqual({
      first: 'a',
      throughFirst: { value: 0.5, reason: null },
      slope: { value: 0, reason: null },
      entropy: { value: 1, reason: null },
      cities: 4,
      linked: 4,
    });
  });

  it('of a star: everything through the hub, which is half of all strength', () => {
    const star = networkOfEdges(
      ['a', 'hub', 'b', 'c', 'd'],
      ['a', 'b', 'c', 'd'].map((leaf) => edge('hub', leaf, 3)),
    );
    const { first, throughFirst, slope, entropy } = polycentricity(star);
    expect([first, throughFirst.value]).toEqual(['hub', 1]);
    expect(entropy.value).toBeCloseTo((0.5 * Math.log(16)) / Math.log(5), 14);
    expect(slope.value).toBeLessThan(-0.5);
  });

  it('falls with cities that have no links, and counts them', () => {
    const lonely = networkOfEdges(
      [...ring.nodes, 'e'],
      [edge('a', 'b'), edge('b', 'c'), edge('c', 'd'), edge('d', 'a')],
    );
    expect(polycentricity(lonely)).toMatchObject({ cities: 5, linked: 4 });
    expect(polycentricity(lonely).entropy.value).toBeCloseTo(Math.log(4) / Math.log(5), 14);
  });

  it('has the slope of strengths 6, 3, 2, 1 on ranks by least squares', () => {
    // a–b 3, a–c 2, a–d 1: strengths 6, 3, 2, 1.
    const x = [1, 2, 3, 4].map(Math.log);
    const y = [6, 3, 2, 1].map(Math.log);
    const mean = (values: number[]): number => values.reduce((a, b) => a + b) / 4;
    const product = mean(x.map((value, k) => value * y[k])) - mean(x) * mean(y);
    const due = product / (mean(x.map((value) => value * value)) - mean(x) ** 2);
    const one = networkOfEdges(
      ['a', 'b', 'c', 'd'],
      [edge('a', 'b', 3), edge('a', 'c', 2), edge('a', 'd', 1)],
    );
    expect(polycentricity(one).slope.value).toBeCloseTo(due, 12);
  });

  it('is undefined without links, and has no slope of two cities', () => {
    const none = polycentricity(networkOfEdges(['a', 'b'], []));
    expect(none).toMatchObject({ first: null, throughFirst: { value: null, code: 'empty' }, linked: 0 });
    const two = polycentricity(networkOfEdges(['a', 'b'], [edge('a', 'b')]));
    expect(two.slope).toMatchObject({ value: null, code: 'too-few' });
    expect([two.throughFirst.value, two.entropy.value]).toEqual([1, 1]);
  });

  it('does not change with the unit of links, and keeps its bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 15, maxLength: 15 }), (weights) => {
        const of = (unit: number) => {
          const edges = [];
          let next = 0;
          for (let i = 0; i < 6; i++)
            for (let j = 0; j < i; j++) edges.push(edge(`${i}`, `${j}`, unit * weights[next++]));
          return polycentricity(networkOfEdges(['0', '1', '2', '3', '4', '5'], edges));
        };
        const own = of(1);
        fc.pre(own.first !== null);
        const scaled = of(8);
        expect(scaled.first).toBe(own.first);
        for (const key of ['throughFirst', 'slope', 'entropy'] as const)
          if (own[key].value !== null) expect(scaled[key].value).toBeCloseTo(own[key].value, 12);
        expect(own.throughFirst.value).toBeGreaterThanOrEqual(2 / own.linked - 1e-12);
        expect(own.throughFirst.value).toBeLessThanOrEqual(1);
        expect(own.entropy.value).toBeLessThanOrEqual(1 + 1e-12);
        if (own.slope.value !== null) expect(own.slope.value).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the gradients of polycentricity', () => {
  const NODES = ['a', 'b', 'c', 'd', 'e'];
  const EDGES = [
    { a: 'a', b: 'b', weight: 9 },
    { a: 'a', b: 'c', weight: 4 },
    { a: 'b', b: 'c', weight: 2.5 },
    { a: 'c', b: 'd', weight: 1.25 },
  ];

  it('are the derivatives by strength: of every link, the sum of those of its ends', () => {
    const found = polycentricityGradients(networkOfEdges(NODES, EDGES));
    for (const [k, { a, b, weight }] of EDGES.entries())
      for (const name of ['throughFirst', 'slope', 'entropy'] as const) {
        const at = (step: number): number =>
          polycentricity(
            networkOfEdges(
              NODES,
              EDGES.map((edge, j) => (j === k ? { ...edge, weight: weight + step } : edge)),
            ),
          )[name].value!;
        const due = (at(1e-5) - at(-1e-5)) / 2e-5;
        const own = found[name]!;
        expect(own[NODES.indexOf(a)] + own[NODES.indexOf(b)]).toBeCloseTo(due, 7);
        expect(own[4]).toBe(0);
      }
  });

  it('are null where the number is undefined, and 0 over the works of a star', () => {
    expect(polycentricityGradients(networkOfEdges(NODES, []))).toEqual({
      throughFirst: null,
      slope: null,
      entropy: null,
    });
    const pair = polycentricityGradients(networkOfEdges(NODES, [EDGES[0]]));
    expect(pair.slope).toBeNull();
    const star = polycentricityGradients(networkOfEdges(NODES, EDGES.slice(0, 2)));
    expect(star.throughFirst![0] + star.throughFirst![1]).toBeCloseTo(0, 12);
  });
});
