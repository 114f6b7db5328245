import { append } from '../../../measures/extremes.ts';
import type { InMemoryTables } from '../../../observatory/index.ts';
import {
  type GroupSums,
  type InfluenceQuery,
  type LinkGroup,
  NO_GROUP,
  type YearSlopes,
} from '../aggregates.ts';
import { type Cells, eachCell } from './cells.ts';
import { isPairs, PairTally } from './pair-influence.ts';
import { type Tallied, type Tally, zeros } from './tally.ts';

/** What a city does in the groups of a year. */
interface Role {
  readonly g: number;
  readonly own: number;
  /** 0 in `from`, 1 in `to`, -1 in neither. */
  readonly side: number;
}

/** The sums of every group by year over works of several cities; pairs that are co-affiliation only count. */
export function influence(
  tables: InMemoryTables,
  cells: Cells,
  { filter: { capped }, groups, years }: InfluenceQuery,
): GroupSums[] {
  const { works, places } = tables;
  const found: GroupSums[] = [];
  const arePairs = isPairs(groups);
  for (const slopes of [...years].sort((a, b) => a.year - b.year)) {
    const inverse = new Float64Array(places.ids.length);
    for (const [i, city] of slopes.cities.entries()) inverse[places.numbers.get(city)!] = slopes.inverse[i];
    const tally = arePairs
      ? new PairTally(places, groups, slopes)
      : new GroupTally(rolesOf(tables, groups, slopes), groups, slopes.year);
    const none = zeros(NO_GROUP, slopes.year);
    const see = (work: number): void => {
      const [from, to] = [works.start[work], works.start[work + 1]];
      if (to - from < 2 || (!capped && works.capped[work] === 1)) return;
      let d = 0;
      for (let row = from; row < to; row++) {
        const city = works.city[row];
        d += inverse[city];
        tally.see(city);
      }
      none.mm += d * d;
      tally.close(to - from, d);
    };
    eachCell(works, { ...cells, from: slopes.year, to: slopes.year }, (from, to) => {
      for (let work = from; work < to; work++) see(work);
    });
    found.push(none);
    append(found, tally.sums());
  }
  return found;
}

/** Any groups: every work adds to each that it touches. */
class GroupTally implements Tally {
  private readonly here: Float64Array;
  private readonly there: Float64Array;
  private readonly moved: Float64Array;
  private readonly isTouched: Uint8Array;
  private touched: number[] = [];

  private readonly found: readonly Tallied[];

  constructor(
    private readonly roles: readonly (readonly Role[] | undefined)[],
    private readonly groups: readonly LinkGroup[],
    year: number,
  ) {
    this.here = new Float64Array(groups.length);
    this.there = new Float64Array(groups.length);
    this.moved = new Float64Array(groups.length);
    this.isTouched = new Uint8Array(groups.length);
    this.found = groups.map((_, g) => zeros(g, year));
  }

  see(city: number): void {
    const roles = this.roles[city];
    if (roles === undefined) return;
    for (const { g, own, side } of roles) {
      if (this.isTouched[g] === 0) {
        this.isTouched[g] = 1;
        this.touched.push(g);
      }
      this.moved[g] += own;
      if (side === 0) this.here[g] += 1;
      else if (side === 1) this.there[g] += 1;
    }
  }

  close(k: number, d: number): void {
    for (const g of this.touched) {
      const [here, there, m] = [this.here[g], this.there[g], this.moved[g]];
      const isInside = this.groups[g].to === null;
      const a = (isInside ? (here * (here - 1)) / 2 : here * there) / (k - 1);
      const t = isInside ? here - a : 0;
      const sum = this.found[g];
      sum.a += a;
      sum.aa += a * a;
      sum.t += t;
      sum.tt += t * t;
      sum.at += a * t;
      sum.am += a * m;
      sum.ad += a * d;
      sum.mm += m * m;
      sum.md += m * d;
      this.here[g] = this.there[g] = this.moved[g] = this.isTouched[g] = 0;
    }
    if (this.touched.length > 0) this.touched.length = 0;
  }

  sums(): readonly GroupSums[] {
    return this.found;
  }
}

function rolesOf(
  { places }: InMemoryTables,
  groups: readonly LinkGroup[],
  { cities, own }: YearSlopes,
): (Role[] | undefined)[] {
  const roles = new Array<Role[] | undefined>(places.ids.length).fill(undefined);
  for (const [g, { from, to }] of groups.entries()) {
    const sides = new Map<string, number>(from.map((city) => [city, 0]));
    for (const city of to ?? []) sides.set(city, 1);
    const add = (city: string, slope: number): void => {
      const number = places.numbers.get(city);
      if (number !== undefined) (roles[number] ??= []).push({ g, own: slope, side: sides.get(city) ?? -1 });
    };
    const added = new Set<string>();
    for (let i = 0; i < cities.length; i++) {
      if (own[g][i] === 0) continue;
      added.add(cities[i]);
      add(cities[i], own[g][i]);
    }
    for (const city of sides.keys()) if (!added.has(city)) add(city, 0);
  }
  return roles;
}
