import { messages } from '../messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { membersOf } from '../collaboration/question.ts';
import { ownName, type PlaceName, resolvePlace } from '../places/names.ts';
import { type AdHocRegion, resolveAdHoc } from '../places/units.ts';
import type { SpecialisationParams } from './question.ts';

/** The one place that is asked about, and its cities. */
export interface Subject {
  readonly place: PlaceName;
  readonly cities: readonly string[];
  readonly adHoc: readonly AdHocRegion[];
}

/** @throws InputError where none is named, it is unknown or ambiguous, or a region of one's own has no part in it */
export async function subjectOf(
  observatory: Observatory,
  given: Pick<SpecialisationParams, 'place' | 'region'>,
): Promise<Subject> {
  const adHoc = await resolveAdHoc(observatory, given.region);
  const own =
    given.place === null
      ? adHoc.at(0)
      : adHoc.find(({ id, name }) => id === given.place || name === given.place);
  const left = adHoc.find((region) => region !== own);
  if (left !== undefined) throw new InputError(messages.unusedRegion({ name: left.name }));
  if (own === undefined && given.place === null) throw new InputError(messages.noPlace());
  const place = own === undefined ? await resolvePlace(observatory, given.place!) : ownName(own);
  return { place, cities: (await membersOf(observatory, [place], adHoc)).get(place.id)!, adHoc };
}
