import { messages } from '../messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import type { BalanceParams } from './question.ts';
import { membersOf } from '../collaboration/question.ts';
import { listApart, ownName, type PlaceName, resolvePlace } from '../places/names.ts';
import { type AdHocRegion, resolveAdHoc, resolveDefinitions } from '../places/units.ts';

/** Places over whose cities something is spread. */
export interface Sets {
  readonly places: readonly { readonly place: PlaceName; readonly cities: readonly string[] }[];
  readonly adHoc: readonly AdHocRegion[];
  /** Whether several are given and no city is in two of them, so that they are groups of one whole. */
  readonly disjoint: boolean;
}

/** @throws InputError where no place is named, one is unknown, or one is a city */
export async function setsOf(
  observatory: Observatory,
  given: Pick<BalanceParams, 'place' | 'definition' | 'region'>,
): Promise<Sets> {
  const adHoc = await resolveAdHoc(observatory, given.region);
  const named = [
    ...(given.place === null ? [] : [given.place]),
    ...(await resolveDefinitions(observatory, given.definition ?? [])),
  ];
  const own = (text: string): AdHocRegion | undefined =>
    adHoc.find(({ id, name }) => id === text || name === text);
  const places: PlaceName[] = [];
  const add = (place: PlaceName): void => {
    if (!places.some(({ id }) => id === place.id)) places.push(place);
  };
  for (const text of named) {
    const region = own(text);
    add(
      region === undefined
        ? await resolvePlace(observatory, text, ['province', 'nation', 'region'])
        : ownName(region),
    );
  }
  for (const region of adHoc) add(ownName(region));
  if (places.length === 0) throw new InputError(messages.noPlaceOrDefinition());
  const members = await membersOf(observatory, places, adHoc);
  const sets = (await listApart(places)).map((place) => ({ place, cities: members.get(place.id)! }));
  const all = sets.flatMap(({ cities }) => cities);
  return { places: sets, adHoc, disjoint: places.length > 1 && new Set(all).size === all.length };
}

const TOGETHER = { id: 'together', name: 'All together', nameZh: '合计' } as const;

/** A spread to be measured: each place's, and that of all together where they do not overlap. */
export interface SetOfParts {
  readonly place: { readonly id: string; readonly name: string; readonly nameZh: string | null };
  readonly parts: readonly string[];
  readonly groups: readonly string[] | null;
}

/** The places, and all together with each part's place as its group. */
export function withTogether(
  sets: readonly { readonly place: PlaceName; readonly parts: readonly string[] }[],
  disjoint: boolean,
): SetOfParts[] {
  const each = sets.map(({ place, parts }) => ({ place, parts, groups: null }));
  if (!disjoint) return each;
  return [
    ...each,
    {
      place: TOGETHER,
      parts: sets.flatMap(({ parts }) => parts),
      groups: sets.flatMap(({ place, parts }) => parts.map(() => place.id)),
    },
  ];
}
