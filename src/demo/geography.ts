import { greatCircle } from '../measures/index.ts';
import { cumulative, streamOf } from './sampling.ts';
import { LARGEST } from './sizes.ts';
import type { RegionTruth, WorldRegion } from './truth.ts';

/** A real city of the synthetic world. */
export interface WorldCity {
  /** Place id. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** null for the few Chinese cities whose seat has none; their point locates them. */
  readonly geonamesId: number | null;
  readonly latitude: number;
  readonly longitude: number;
}

/** Exponents of the gravity of co-authorship and of the rank-size rule. */
const RANK_SIZE = 0.75;
const MASS_ELASTICITY = 0.9;
const DISTANCE_ELASTICITY = 0.8;
const HALF_DISTANCE_KM = 100;
const SAME_COUNTRY = 4;

/** Who is how large, and who is drawn as whose partner. */
export class Geography {
  /** Mass of each city, rank⁻⁰·⁷⁵ with lognormal noise. */
  readonly mass: Float64Array;
  private readonly growth: Float64Array;
  private readonly regionOf: Int32Array;
  private readonly leadsByYear = new Map<number, Float64Array>();
  private readonly partnerRows = new Map<number, Float64Array>();

  /**
   * @param regions all definitions; of those that overlap only the one that `truth` names counts
   */
  constructor(
    readonly cities: readonly WorldCity[],
    regions: readonly WorldRegion[],
    readonly truth: readonly RegionTruth[],
    seed: number,
    private readonly firstYear: number,
  ) {
    const random = streamOf(seed, 'geography');
    const listed = new Map(LARGEST.map(([id], rank) => [id, rank]));
    const order = cities
      .map((city, index) => ({ index, key: (listed.get(city.id) ?? LARGEST.length) + random.uniform() }))
      .sort((a, b) => a.key - b.key);
    this.mass = new Float64Array(cities.length);
    this.growth = new Float64Array(cities.length);
    order.forEach(({ index }, rank) => {
      this.mass[index] = (rank + 1) ** -RANK_SIZE * Math.exp(0.15 * random.normal());
      this.growth[index] = 0.03 + 0.01 * random.normal();
    });
    const index = new Map(cities.map((city, i) => [city.id, i]));
    this.regionOf = new Int32Array(cities.length).fill(-1);
    truth.forEach(({ region }, number) => {
      for (const member of regions.find(({ id }) => id === region)?.members ?? []) {
        const i = index.get(member);
        if (i !== undefined) this.regionOf[i] = number;
      }
    });
  }

  /** Running sums over cities: where the works of a year are led from. */
  leads(year: number): Float64Array {
    let sums = this.leadsByYear.get(year);
    if (sums === undefined) {
      sums = cumulative(
        this.mass.map((mass, i) => mass * Math.exp(this.growth[i] * (year - this.firstYear))),
      );
      this.leadsByYear.set(year, sums);
    }
    return sums;
  }

  /**
   * Running sums over cities: who is the partner of `city` in `year`. The weight of j for i is
   * mass_j^0.9 · (1 + d_ij / 100 km)^−0.8 · (4 in one country) · (the region's factor inside it after its year).
   */
  partners(city: number, year: number): Float64Array {
    const region = this.regionOf[city] < 0 ? undefined : this.truth[this.regionOf[city]];
    const after = region !== undefined && region.factor !== 1 && year > region.policyYear;
    const key = city * 2 + (after ? 1 : 0);
    let sums = this.partnerRows.get(key);
    if (sums === undefined) {
      sums = cumulative(this.cities.map((_, other) => this.weight(city, other, after ? region.factor : 1)));
      this.partnerRows.set(key, sums);
    }
    return sums;
  }

  private weight(i: number, j: number, factor: number): number {
    if (i === j) return 0;
    const [a, b] = [this.cities[i], this.cities[j]];
    const distance = greatCircle(a.latitude, a.longitude, b.latitude, b.longitude);
    const inside = this.regionOf[i] === this.regionOf[j] ? factor : 1;
    return (
      this.mass[j] ** MASS_ELASTICITY *
      (1 + distance / HALF_DISTANCE_KM) ** -DISTANCE_ELASTICITY *
      (a.country === b.country ? SAME_COUNTRY : 1) *
      inside
    );
  }
}
