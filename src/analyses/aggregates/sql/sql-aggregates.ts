import { sql } from '../../../engine/sql.ts';
import { type Observatory, WORK } from '../../../observatory/index.ts';
import { counted } from '../../collaboration/counting.ts';
import { pairSums } from '../../collaboration/pairs.ts';
import type { WorkFilter } from '../../population/work-filter.ts';
import {
  type Aggregates,
  choiceOf,
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
import { influence } from './influence.ts';
import { locatedShare, subfieldOutputs, unlocatedShares } from './of-place.ts';
import { outputParts, WHOLE } from './outputs.ts';
import { products } from './products.ts';
import { strengths } from './strengths.ts';

/** Sums that the engine makes, of the observatory's tables. */
export class SqlAggregates implements Aggregates {
  constructor(
    private readonly observatory: Observatory,
    private readonly works: WorkFilter,
  ) {}

  worksByYear(): Promise<YearWorks[]> {
    return this.observatory.query<YearWorks>(sql`
      SELECT w.year, count(*) AS works, CAST(sum(w.located) AS DOUBLE) / ${WORK} AS located
      FROM works w WHERE ${this.works.workFilter('w')} GROUP BY w.year ORDER BY w.year`);
  }

  async outputs(choice: UnitChoice): Promise<YearOutput[]> {
    const parts = outputParts(this.works, choice, WHOLE);
    if (parts === null) return [];
    return this.observatory.query<YearOutput>(
      sql`SELECT unit, year, count, share, shareSquared FROM (${parts}) ORDER BY unit, year`,
    );
  }

  async placeOutputs(place: PlaceOfKind): Promise<YearOutput[]> {
    const rows = await this.outputs(choiceOf(place));
    return rows.filter(({ unit }) => unit === place.id);
  }

  subfieldOutputs(place: PlaceOfKind): Promise<SubfieldOutput[]> {
    return this.observatory.query<SubfieldOutput>(subfieldOutputs(this.works, place));
  }

  async locatedShare(countries: readonly string[]): Promise<number> {
    const rows = await this.observatory.query<{ share: number }>(locatedShare(this.works, countries));
    return rows.at(0)?.share ?? 0;
  }

  unlocatedShares(countries: readonly string[]): Promise<UnlocatedShare[]> {
    return this.observatory.query<UnlocatedShare>(unlocatedShares(this.works, countries));
  }

  products(query: ProductQuery): Promise<ReadonlyMap<number, Float64Array>> {
    return products(this.observatory, this.works, query);
  }

  topPairs(query: PairQuery): Promise<Pair[]> {
    const order = counted(query.counting, query.filter, 's');
    return this.observatory.query<Pair>(sql`
      SELECT s.* FROM (${pairSums(this.observatory, this.works, query)}) s
      WHERE ${order} > 0 ORDER BY ${order} DESC, s.a, s.b LIMIT ${query.top}`);
  }

  strengths(filter: LinkFilter): Promise<Strength[]> {
    return this.observatory.query<Strength>(strengths(this.works, filter, this.authorCap));
  }

  influence(query: InfluenceQuery): Promise<GroupSums[]> {
    return this.observatory.query<GroupSums>(influence(this.works, query, this.authorCap));
  }

  private get authorCap(): number {
    return this.observatory.manifest.authorCap;
  }
}
