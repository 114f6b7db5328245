import {
  CLASSES,
  type InMemoryTables,
  type LinkColumn,
  type LinkColumns,
  type LinkCounting,
  WORK,
} from '../../../observatory/index.ts';
import type { LinkFilter, Pair, PairQuery } from '../aggregates.ts';
import { type Cells, isInside } from './cells.ts';

/** The pairs that weigh most under a counting, heaviest first, then by their ids, with every counting of each. */
export function topPairs(tables: InMemoryTables, cells: Cells, query: PairQuery): Pair[] {
  const { places } = tables;
  const links = query.kind === 'city' ? tables.cityLinks : tables.regionLinks;
  const isAsked = askedPairs(tables, links, query);
  const among = pairsAmong(tables, links, query.place);
  const weight = weigher(links, query.counting, query.filter);
  // Heaviest first; where the next is no heavier than the last of enough, it is behind it by its ids too.
  const best: { pair: number; weight: number }[] = [];
  for (const pair of among) {
    if (!isAsked(pair)) continue;
    let sum = 0;
    for (let row = links.start[pair]; row < links.start[pair + 1]; row++)
      if (isInside(cells, links.year[row], links.subfield[row])) sum += weight(row);
    if (!(sum > 0) || (best.length === query.top && sum <= best[best.length - 1].weight)) continue;
    let at = best.length;
    while (at > 0 && best[at - 1].weight < sum) at -= 1;
    best.splice(at, 0, { pair, weight: sum });
    if (best.length > query.top) best.pop();
  }
  return best.map(({ pair }) => ({
    a: places.ids[links.a[pair]],
    b: places.ids[links.b[pair]],
    ...sumsOf(links, pair, cells),
  }));
}

/** The pairs of a place, or all. */
function pairsAmong(
  { places }: InMemoryTables,
  { a, pairsOf }: LinkColumns,
  place: string | null,
): Iterable<number> {
  if (place === null) return a.keys();
  const only = places.numbers.get(place);
  return only === undefined ? [] : pairsOf.pair.subarray(pairsOf.start[only], pairsOf.start[only + 1]);
}

function askedPairs(
  { places }: InMemoryTables,
  { a, b, overlap }: LinkColumns,
  { kind, inside }: PairQuery,
): (pair: number) => boolean {
  const within = inside === null ? null : new Uint8Array(places.ids.length);
  for (const city of inside ?? []) {
    const number = places.numbers.get(city);
    if (number !== undefined) within![number] = 1;
  }
  return (pair) =>
    (within === null || (within[a[pair]] === 1 && within[b[pair]] === 1)) &&
    (kind === 'city' || (overlap[pair] === 0 && places.kinds[a[pair]] === kind));
}

/** What the classes of works add to a counting under a filter: what is co-affiliation is part of what stands before it. */
export function classSigns({ coaffiliation, capped }: LinkFilter): readonly number[] {
  const coaffiliated = coaffiliation ? 0 : -1;
  return capped ? [1, coaffiliated, 1, coaffiliated] : [1, coaffiliated, 0, 0];
}

/** A counting under a filter of one row, in units of the table. */
function weigher({ sums }: LinkColumns, counting: LinkCounting, filter: LinkFilter): (row: number) => number {
  const parts = classSigns(filter).flatMap((sign, i) =>
    sign === 0 ? [] : [{ sign, column: sums[`${counting}${CLASSES[i]}`] }],
  );
  if (parts.length === 1) {
    const [{ column }] = parts;
    return (row) => column[row];
  }
  return (row) => {
    let sum = 0;
    for (const { sign, column } of parts) sum += sign * column[row];
    return sum;
  };
}

function sumsOf(links: LinkColumns, pair: number, cells: Cells): Record<LinkColumn, number> {
  const entries = Object.entries(links.sums).map(([column, values]) => {
    let sum = 0;
    for (let row = links.start[pair]; row < links.start[pair + 1]; row++)
      if (isInside(cells, links.year[row], links.subfield[row])) sum += values[row];
    return [column, column.startsWith('works') ? sum : sum / WORK] as const;
  });
  return Object.fromEntries(entries) as Record<LinkColumn, number>;
}
