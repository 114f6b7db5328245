import type { InMemoryTables } from '../../../observatory/index.ts';
import {
  type Aggregates,
  ALL_YEARS,
  type GroupSums,
  type InfluenceQuery,
  type LinkFilter,
  type Pair,
  type PairQuery,
  type PlaceOfKind,
  type ProductQuery,
  type Strength,
  type SubfieldOutput,
  type UnitChoice,
  type UnlocatedShare,
  type YearOutput,
  type YearWorks,
} from '../aggregates.ts';
import type { Cells } from './cells.ts';
import { influence } from './influence.ts';
import { locatedShare, placeOutputs, subfieldOutputs, unlocatedShares } from './of-place.ts';
import { outputs } from './outputs.ts';
import { products } from './products.ts';
import { strengths } from './strengths.ts';
import { topPairs } from './top-pairs.ts';
import { worksByYear } from './works-by-year.ts';

/** Sums over columns in memory; `fallback` answers what these cannot. */
export class InMemoryAggregates implements Aggregates {
  constructor(
    private readonly tables: InMemoryTables,
    private readonly cells: Cells,
    private readonly fallback: Aggregates,
  ) {}

  worksByYear(): Promise<YearWorks[]> {
    return Promise.resolve(worksByYear(this.tables, this.cells));
  }

  outputs(choice: UnitChoice, years: 'apart' | 'added'): Promise<YearOutput[]> {
    if (choice.adHoc.length > 0) return this.fallback.outputs(choice, years);
    return Promise.resolve(outputs(this.tables, this.cells, choice, years));
  }

  placeOutputs(place: PlaceOfKind): Promise<YearOutput[]> {
    return Promise.resolve(placeOutputs(this.tables, this.cells, place));
  }

  subfieldOutputs(place: PlaceOfKind): Promise<SubfieldOutput[]> {
    return Promise.resolve(subfieldOutputs(this.tables, this.cells, place));
  }

  locatedShare(countries: readonly string[]): Promise<number> {
    return Promise.resolve(locatedShare(this.tables, this.cells, countries));
  }

  unlocatedShares(countries: readonly string[]): Promise<UnlocatedShare[]> {
    return Promise.resolve(unlocatedShares(this.tables, this.cells, countries));
  }

  products(query: ProductQuery): Promise<ReadonlyMap<number, Float64Array>> {
    const found = query.years === 'added' ? products(this.tables, this.cells, query) : null;
    return found === null ? this.fallback.products(query) : Promise.resolve(new Map([[ALL_YEARS, found]]));
  }

  topPairs(query: PairQuery): Promise<Pair[]> {
    return Promise.resolve(topPairs(this.tables, this.cells, query));
  }

  strengths(filter: LinkFilter): Promise<Strength[]> {
    return Promise.resolve(strengths(this.tables, this.cells, filter));
  }

  influence(query: InfluenceQuery): Promise<readonly GroupSums[]> {
    // Pairs that are co-affiliation follow from authors, who are not in memory.
    if (!query.filter.coaffiliation) return this.fallback.influence(query);
    return Promise.resolve(influence(this.tables, this.cells, query));
  }
}
