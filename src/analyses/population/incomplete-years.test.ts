import { describe, expect, it } from 'vitest';
import { incompleteYears } from './incomplete-years.ts';

const found = (...works: number[]): number[] => incompleteYears(new Map(works.map((n, i) => [2018 + i, n])));

describe('a year that seems not to be recorded in full', () => {
  it('is a last one with far fewer works than those before', () => {
    expect(found(1000, 1050, 1100, 700)).toEqual([2021]);
    expect(found(1000, 1050, 1100, 600, 100)).toEqual([2021, 2022]);
  });

  it('is none where works fall a little, or rise', () => {
    expect(found(1000, 1050, 1100, 900)).toEqual([]);
    expect(found(1000, 1100, 1200, 1300)).toEqual([]);
  });

  it('is none inside the series: a gap there has another cause', () => {
    expect(found(1000, 1050, 300, 1100, 1150)).toEqual([]);
  });

  it('is not told from chance of few works, or without years before', () => {
    expect(found(20, 24, 22, 9)).toEqual([]);
    expect(found(5)).toEqual([]);
    expect(incompleteYears(new Map())).toEqual([]);
  });
});
