import type { Part } from '../src/measures/index.ts';
import type { TestWork } from './analysed-world.ts';

/** Links work by work, straight from the words of the design: slow, plain, and knowing nothing of tables. */
export interface Countings {
  readonly full: number;
  readonly fractional: number;
  readonly partner: number;
  readonly score: number;
}

export interface LinkFilter {
  readonly coaffiliation: boolean;
  readonly capped: boolean;
}

/** A city's part of a work; with two sectors also what each of them has there, null where there is none of it. */
export interface LinkPart extends Part {
  readonly ends?: readonly [first: number | null, second: number | null];
}

export type LinkWork = Pick<TestWork, 'id' | 'year' | 'capped'> & { readonly parts: readonly LinkPart[] };

/** The link of two sets of cities that do not overlap. */
export function linkByHand(
  works: readonly LinkWork[],
  here: ReadonlySet<string>,
  there: ReadonlySet<string>,
  filter: LinkFilter,
): Countings {
  const sums = { full: 0, fractional: 0, partner: 0, score: 0 };
  for (const work of works) {
    if (work.capped && !filter.capped) continue;
    const p = together(work.parts.filter(({ place }) => here.has(place)));
    const q = together(work.parts.filter(({ place }) => there.has(place)));
    if (p !== null && q !== null && meet(p, q) && (filter.coaffiliation || !twoHats(p, q))) {
      sums.full += 1;
      sums.score += score(p, q);
    }
    const k = work.parts.length;
    for (const [a, b] of cityPairs(work, filter)) {
      if (!((here.has(a) && there.has(b)) || (here.has(b) && there.has(a)))) continue;
      sums.fractional += 2 / (k * (k - 1));
      sums.partner += 1 / (k - 1);
    }
  }
  return sums;
}

/** The pairs of cities of a work that count. */
export function cityPairs(work: LinkWork, filter: LinkFilter): [string, string][] {
  if (work.capped && !filter.capped) return [];
  return work.parts.flatMap((p, i) =>
    work.parts
      .slice(i + 1)
      .filter((q) => meet(p, q) && (filter.coaffiliation || !twoHats(p, q)))
      .map((q): [string, string] => [p.place, q.place]),
  );
}

/** Everyone of one place is in the other too. */
function twoHats(p: LinkPart, q: LinkPart): boolean {
  return (
    p.authors.every((author) => q.authors.includes(author)) ||
    q.authors.every((author) => p.authors.includes(author))
  );
}

/** The parts of several cities as one place's. */
function together(parts: readonly LinkPart[]): LinkPart | null {
  if (parts.length === 0) return null;
  const sum = (values: (number | null)[]): number | null =>
    values.reduce((a, b) => (a === null || b === null ? (a ?? b) : a + b), null);
  const share = parts.reduce((total, part) => total + part.share, 0);
  const authors = [...new Set(parts.flatMap((part) => part.authors))];
  const [{ place, ends }] = parts;
  if (ends === undefined) return { place, share, authors };
  return {
    place,
    share,
    authors,
    ends: [sum(parts.map((part) => part.ends![0])), sum(parts.map((part) => part.ends![1]))],
  };
}

/** Whether one end of the pair is of the first sector and the other of the second, one way and the other. */
function ways({ ends: p }: LinkPart, { ends: q }: LinkPart): [boolean, boolean] {
  return p === undefined || q === undefined
    ? [true, true]
    : [p[0] !== null && q[1] !== null, p[1] !== null && q[0] !== null];
}

function meet(p: LinkPart, q: LinkPart): boolean {
  return ways(p, q).some(Boolean);
}

function score(p: LinkPart, q: LinkPart): number {
  const [there, back] = ways(p, q);
  if (there && back) return p.share + q.share;
  return there ? p.ends![0]! + q.ends![1]! : p.ends![1]! + q.ends![0]!;
}

/** The works as the institutions of two sectors make them, with what each has in every city. */
export function ofTwoSectors(
  works: readonly TestWork[],
  [first, second]: readonly [string, string],
): LinkWork[] {
  return works.map(({ id, year, capped, institutions }) => {
    const parts = new Map<string, { share: number; ends: [number | null, number | null] }>();
    for (const { city, share, types } of institutions) {
      const has = [types.includes(first), types.includes(second)];
      if (city === null || !has.some(Boolean)) continue;
      const part = parts.get(city) ?? { share: 0, ends: [null, null] };
      parts.set(city, part);
      part.share += share;
      for (const end of [0, 1]) if (has[end]) part.ends[end] = (part.ends[end] ?? 0) + share;
    }
    return { id, year, capped, parts: [...parts].map(([place, part]) => ({ place, authors: [], ...part })) };
  });
}
