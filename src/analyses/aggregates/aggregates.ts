import type { LinkColumn, LinkCounting } from '../../observatory/index.ts';
import type { PlaceKind } from '../../places/index.ts';
import type { AdHocRegion, Kinds } from '../places/units.ts';

/** The works that a question is about. */
export interface Selection {
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly field: {
    readonly level: 'domain' | 'field' | 'subfield' | 'topic';
    readonly id: number;
    /** The subfields that make it up; null for a topic. */
    readonly subfields: readonly number[] | null;
  } | null;
  /** Whose parts of works count: institutions of these sectors; null for all. */
  readonly sectors: readonly string[] | null;
}

/**
 * What analyses read of a selection of works: sums by year, by place and by pair. There are two implementations with
 * the same answers, `sql/` and `in-memory/`; `aggregatesOf` chooses.
 */
export interface Aggregates {
  /** Works of every year that has any, by year. */
  worksByYear(): Promise<readonly YearWorks[]>;
  /**
   * Share, Count and Σ Share² of every unit, by unit and year. `added` is for callers who add years up anyway: rows may
   * then be of `ALL_YEARS`.
   */
  outputs(choice: UnitChoice, years: 'apart' | 'added'): Promise<YearOutput[]>;
  /** The same of one place, by year. */
  placeOutputs(place: PlaceOfKind): Promise<YearOutput[]>;
  /** The same of one place by subfield, of all years together. */
  subfieldOutputs(place: PlaceOfKind): Promise<SubfieldOutput[]>;
  /** Share that the cities of some countries got together, in works. */
  locatedShare(countries: readonly string[]): Promise<number>;
  /** Share that no city got in some countries, in works, by reason: most first, then by the reason. */
  unlocatedShares(countries: readonly string[]): Promise<UnlocatedShare[]>;
  /** Σ over works of x_i·x_j of every two units by year, each n × n. */
  products(query: ProductQuery): Promise<ReadonlyMap<number, Float64Array>>;
  /** The pairs that weigh most under a counting, heaviest first, then by their ids, with every counting of each. */
  topPairs(query: PairQuery): Promise<Pair[]>;
  /** Weight 1/(k−1) of all pairs of every city in every year, where there is any, by year and city. */
  strengths(filter: LinkFilter): Promise<readonly Strength[]>;
  /** Sums over works of several cities of every group by year, and of no group (`NO_GROUP`) by year. */
  influence(query: InfluenceQuery): Promise<readonly GroupSums[]>;
}

export interface YearWorks {
  readonly year: number;
  readonly works: number;
  /** Of their Share, what cities got; in works. */
  readonly located: number;
}

/** The year of rows that are of all years together. */
export const ALL_YEARS = 0;

/** Output of one unit in one year, in works. */
export interface YearOutput {
  readonly unit: string;
  readonly year: number;
  readonly count: number;
  readonly share: number;
  /** Σ over works of Share². */
  readonly shareSquared: number;
}

export interface SubfieldOutput {
  readonly subfield: number;
  readonly count: number;
  readonly share: number;
  readonly shareSquared: number;
}

export interface UnlocatedShare {
  readonly reason: string;
  readonly share: number;
}

export interface PlaceOfKind {
  readonly id: string;
  readonly kind: PlaceKind;
}

export interface UnitChoice {
  readonly kinds: readonly Kinds[];
  /** Which regions; null for all. */
  readonly definitions: readonly string[] | null;
  readonly adHoc: readonly AdHocRegion[];
}

const KINDS = { city: 'cities', province: 'provinces', nation: 'nations', region: 'regions' } as const;

/** A place and others of its kind; a region alone. */
export function choiceOf({ id, kind }: PlaceOfKind): UnitChoice {
  return { kinds: [KINDS[kind]], definitions: kind === 'region' ? [id] : null, adHoc: [] };
}

export interface ProductQuery {
  readonly choice: UnitChoice;
  readonly units: readonly { readonly id: string; readonly kind: string }[];
  readonly by: 'share' | 'count';
  /** By year, or all years together under `ALL_YEARS`. */
  readonly years: 'apart' | 'added';
  /** From the tables of links, which leave the diagonal at zero, for units of one kind; or work by work, with the diagonal. */
  readonly from: 'links' | 'works';
}

/** Two places, a < b, and every counting of what they share in every class of works, in works. */
export type Pair = { readonly a: string; readonly b: string } & Readonly<Record<LinkColumn, number>>;

export interface PairQuery {
  readonly kind: PlaceKind;
  /** Only pairs with this place, which is of the kind. */
  readonly place: string | null;
  /** Only pairs inside these cities. */
  readonly inside: readonly string[] | null;
  readonly counting: LinkCounting;
  readonly filter: LinkFilter;
  readonly top: number;
}

/** Which pairs of works count. */
export interface LinkFilter {
  /** Whether pairs that are co-affiliation only count. */
  readonly coaffiliation: boolean;
  /** Whether works above the author cap count. */
  readonly capped: boolean;
}

export interface Strength {
  readonly year: number;
  readonly city: string;
  /** In works. */
  readonly strength: number;
}

/** The pairs inside one set of cities, or across two disjoint ones. */
export interface LinkGroup {
  readonly id: string;
  readonly from: readonly string[];
  /** Null for the inside of `from`. */
  readonly to: readonly string[] | null;
}

export interface InfluenceQuery {
  readonly filter: LinkFilter;
  readonly groups: readonly LinkGroup[];
  readonly years: readonly YearSlopes[];
}

/** Of one year with a fit: what a unit of every city's strength does to the shared term, and to each group's own. */
export interface YearSlopes {
  readonly year: number;
  readonly cities: readonly string[];
  /** By city. */
  readonly inverse: ArrayLike<number>;
  /** By group, then city. */
  readonly own: readonly ArrayLike<number>[];
}

/** The number of the row of a year that is of no group: it holds Σ d² as `mm`, and zeros. */
export const NO_GROUP = -1;

/**
 * Sums over the works of a year, of the group with this number: a the weight of a work's pairs of the group, t that of
 * its pairs that touch `from`, m what it adds by the group's own slopes, d by the shared ones.
 */
export interface GroupSums {
  readonly g: number;
  readonly year: number;
  readonly a: number;
  readonly aa: number;
  readonly t: number;
  readonly tt: number;
  readonly at: number;
  readonly am: number;
  readonly ad: number;
  readonly mm: number;
  readonly md: number;
}
