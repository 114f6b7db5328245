/** A region with what decides whether it stands for what it draws. */
export interface DrawnRegion {
  readonly id: string;
  readonly cities: ReadonlySet<string>;
  /** The region that it draws as others do, where its table says so. */
  readonly idea: string | null;
  readonly isDefault: boolean;
}

/** Regions of which no two share a city, and those that would stand instead of some of them. */
export interface DisjointRegions {
  /** By id. */
  readonly standing: ReadonlySet<string>;
  /** Of every other region, the standing ones that it shares a city with: most shared cities first, then by id. */
  readonly insteadOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * Whether two regions draw one region: their tables say so; or, where one of them says nothing, at least half of the cities
 * of both together are in both. A small region inside a large one is no other definition of it, though the two overlap.
 */
export function sameIdea(a: DrawnRegion, b: DrawnRegion): boolean {
  if (a.idea !== null && b.idea !== null) return a.idea === b.idea;
  const shared = sharedCities(a.cities, b.cities);
  return shared > 0 && 2 * shared >= a.cities.size + b.cities.size - shared;
}

/**
 * One region of each idea, so that no city is ranked twice. They are taken in this order, each that shares no city with one
 * taken before: those preferred, in their order; the defaults that tables name; regions that overlap at most one other idea
 * before those that overlap several (which would keep more than one region out); regions made up for a question after
 * those of tables; those of most cities; by id. What a region is, its order in the input and its output decide nothing.
 */
export function disjointRegions(
  regions: readonly DrawnRegion[],
  preferred: readonly string[] = [],
): DisjointRegions {
  const wide = new Set(regions.filter((one) => overlappedIdeas(one, regions) > 1).map(({ id }) => id));
  const place = (id: string): number => {
    const at = preferred.indexOf(id);
    return at === -1 ? preferred.length : at;
  };
  const order = regions.toSorted(
    (a, b) =>
      place(a.id) - place(b.id) ||
      Number(isOwn(a)) - Number(isOwn(b)) ||
      Number(b.isDefault) - Number(a.isDefault) ||
      Number(wide.has(a.id)) - Number(wide.has(b.id)) ||
      b.cities.size - a.cities.size ||
      (a.id < b.id ? -1 : 1),
  );
  const standing: DrawnRegion[] = [];
  for (const region of order)
    if (standing.every(({ cities }) => sharedCities(cities, region.cities) === 0)) standing.push(region);
  const taken = new Set(standing.map(({ id }) => id));
  return {
    standing: taken,
    insteadOf: new Map(
      regions
        .filter(({ id }) => !taken.has(id))
        .map((region) => [region.id, overlappedBy(region, standing)] as const),
    ),
  };
}

const isOwn = ({ id }: DrawnRegion): boolean => id.startsWith('adhoc:');

/** How many other ideas a region overlaps; several definitions of one are one. */
function overlappedIdeas(region: DrawnRegion, regions: readonly DrawnRegion[]): number {
  const others = regions.filter(
    (other) =>
      other.id !== region.id &&
      !isOwn(other) &&
      !sameIdea(region, other) &&
      sharedCities(region.cities, other.cities) > 0,
  );
  const ideas: DrawnRegion[] = [];
  for (const other of others) if (!ideas.some((one) => sameIdea(one, other))) ideas.push(other);
  return ideas.length;
}

function overlappedBy({ cities }: DrawnRegion, standing: readonly DrawnRegion[]): string[] {
  return standing
    .map(({ id, cities: other }) => ({ id, shared: sharedCities(cities, other) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** How many cities are in both. */
export function sharedCities(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const city of small) if (large.has(city)) shared += 1;
  return shared;
}
