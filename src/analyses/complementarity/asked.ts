import { messages } from '../messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { membersOf, placesAsked, refuseOverlap } from '../collaboration/question.ts';
import type { PlaceName } from '../places/names.ts';
import { type AdHocRegion, resolveAdHoc } from '../places/units.ts';
import type { ComplementarityParams } from './question.ts';

/** The places that are asked about, their cities, and the pairs of these. */
export interface Asked {
  readonly place: PlaceName;
  readonly partner: PlaceName | null;
  readonly adHoc: readonly AdHocRegion[];
  readonly cities: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
}

/** @throws InputError where no place is named, one is unknown, a city has no pairs inside, or two places overlap */
export async function asked(
  observatory: Observatory,
  given: Pick<ComplementarityParams, 'place' | 'with' | 'region'>,
): Promise<Asked> {
  const adHoc = await resolveAdHoc(observatory, given.region);
  const [place, partner] = await placesAsked(observatory, given, adHoc);
  if (place === null) throw new InputError(messages.noPlace());
  if (partner === null && place.kind === 'city') throw new InputError(messages.cityWithoutPairs({ place }));
  if (partner !== null) await refuseOverlap(observatory, place, partner, adHoc);
  const members = await membersOf(observatory, partner === null ? [place] : [place, partner], adHoc);
  const here = [...members.get(place.id)!].sort();
  const there = partner === null ? null : [...members.get(partner.id)!].sort();
  return {
    place,
    partner,
    adHoc,
    cities: [...here, ...(there ?? [])],
    pairs:
      there === null
        ? here.flatMap((a, i) => here.slice(i + 1).map((b) => [a, b] as const))
        : here.flatMap((a) => there.map((b) => [a, b] as const)),
  };
}
