import { messages as ownMessages } from './messages.ts';
import { messages } from '../messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { membersOf } from '../collaboration/question.ts';
import { listApart, ownName, type PlaceName, resolvePlace } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import { type AdHocRegion, type Kinds, resolveAdHoc } from '../places/units.ts';
import { type CompareParams, type CompareRow, FEWEST, MOST } from './question.ts';

/** A place that is compared. */
export interface Subject {
  readonly name: PlaceName;
  readonly cities: readonly string[];
  /** Its kind as rankings have it; null for a region of one's own. */
  readonly kinds: Kinds | null;
}

/** Everything that the sections of one comparison share. */
export interface Comparison {
  readonly observatory: Observatory;
  readonly population: Population;
  readonly given: CompareParams;
  readonly subjects: readonly Subject[];
  readonly adHoc: readonly AdHocRegion[];
}

const KINDS = { city: 'cities', province: 'provinces', nation: 'nations', region: 'regions' } as const;

/**
 * The places in the order in which they are named, regions of one's own last.
 * @throws InputError for fewer than two or more than six, one that is unknown or ambiguous, or one that stands twice
 */
export async function subjectsOf(
  observatory: Observatory,
  given: CompareParams,
): Promise<Pick<Comparison, 'subjects' | 'adHoc'>> {
  const adHoc = await resolveAdHoc(observatory, given.region);
  const own = (text: string): AdHocRegion | undefined =>
    adHoc.find(({ id, name }) => id === text || name === text);
  const names: PlaceName[] = [];
  for (const text of given.place ?? []) {
    const region = own(text);
    const place = region === undefined ? await resolvePlace(observatory, text) : ownName(region);
    if (names.some(({ id }) => id === place.id)) throw new InputError(messages.repeatedPlace({ place }));
    names.push(place);
  }
  for (const region of adHoc) if (!names.some(({ id }) => id === region.id)) names.push(ownName(region));
  if (names.length < FEWEST || names.length > MOST)
    throw new InputError(ownMessages.numberOfPlaces({ fewest: FEWEST, most: MOST, given: names.length }));
  const members = await membersOf(observatory, names, adHoc);
  return {
    adHoc,
    subjects: (await listApart(names)).map((name) => ({
      name,
      cities: members.get(name.id)!,
      kinds: own(name.id) === undefined ? KINDS[name.kind] : null,
    })),
  };
}

/** Every two of them, in their order. */
export function pairsOf<T>(all: readonly T[]): (readonly [T, T])[] {
  return all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other] as const));
}

/** Cities that two places have in common. */
export function common(here: Subject, there: Subject): string[] {
  const other = new Set(there.cities);
  return here.cities.filter((city) => other.has(city));
}

/** A row of one place, without what it does not have. */
export function rowOf(
  section: CompareRow['section'],
  what: CompareRow['what'],
  place: PlaceName,
  figure: Partial<Omit<CompareRow, 'section' | 'what' | 'place'>> & Pick<CompareRow, 'unit'>,
): CompareRow {
  return {
    section,
    what,
    place,
    other: null,
    value: null,
    interval: null,
    reason: null,
    fewWorks: false,
    note: null,
    source: null,
    ...figure,
  };
}

/** A part of 1 and its interval in per cent. */
export function inPercent({
  value,
  interval,
}: Pick<CompareRow, 'value' | 'interval'>): Pick<CompareRow, 'value' | 'interval'> {
  const percent = (part: number): number => Number((part * 100).toPrecision(12));
  return {
    value: value === null ? null : percent(value),
    interval: interval === null ? null : [percent(interval[0]), percent(interval[1])],
  };
}
