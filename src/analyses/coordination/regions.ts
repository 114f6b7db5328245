import { messages } from '../messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { membersOf } from '../collaboration/question.ts';
import { listApart, ownName, type PlaceName, resolvePlace } from '../places/names.ts';
import { type AdHocRegion, resolveAdHoc } from '../places/units.ts';
import type { CoordinationParams } from './question.ts';

/** A region and its cities. */
export interface Region {
  readonly place: PlaceName;
  readonly cities: readonly string[];
}

/** The region asked about, first, and its peers. @throws InputError where none is named, or one is unknown or a city */
export async function regionsAsked(
  observatory: Observatory,
  given: Pick<CoordinationParams, 'place' | 'region' | 'peers'>,
): Promise<{ regions: Region[]; adHoc: readonly AdHocRegion[] }> {
  const adHoc = await resolveAdHoc(observatory, given.region);
  const named: PlaceName[] = [];
  for (const text of [...(given.place === null ? [] : [given.place]), ...(given.peers ?? [])]) {
    const own = adHoc.find(({ id, name }) => id === text || name === text);
    named.push(
      own === undefined
        ? await resolvePlace(observatory, text, ['province', 'nation', 'region'])
        : ownName(own),
    );
  }
  const own = adHoc.map(ownName);
  const all = given.place === null ? [...own.slice(0, 1), ...named, ...own.slice(1)] : [...named, ...own];
  const places = await listApart([...new Map(all.map((place) => [place.id, place])).values()]);
  if (given.place === null && own.length === 0) throw new InputError(messages.noRegion());
  const members = await membersOf(observatory, places, adHoc);
  return { regions: places.map((place) => ({ place, cities: members.get(place.id)! })), adHoc };
}
