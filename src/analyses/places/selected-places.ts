import { messages } from '../messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import type { UnitChoice } from '../output/output.ts';
import { ownName, type PlaceName, resolvePlace } from './names.ts';
import { type AdHocRegion, type Kinds, resolveAdHoc, resolveDefinitions } from './units.ts';

/** Places of the highest output that are followed where none is named. */
const FOLLOWED = 5;

/** What is asked of places over years: some by name, or the first so many of a kind. */
export interface FollowedParams {
  readonly of: readonly Kinds[] | null;
  readonly place: readonly string[] | null;
  readonly definition: readonly string[] | null;
  readonly region: readonly { readonly name: string; readonly cities: readonly string[] }[];
  readonly top: number | null;
}

export interface Followed {
  /** The units among which they stand. */
  readonly choice: UnitChoice & { readonly adHoc: readonly AdHocRegion[] };
  /** Named places, then definitions, then regions of one's own. */
  readonly named: readonly PlaceName[];
  /** How many of the first are followed besides. */
  readonly top: number;
}

const KIND = { city: 'cities', province: 'provinces', nation: 'nations', region: 'regions' } as const;

/**
 * Units are of the kinds asked for, or of the kinds of the places that are named; cities where that says nothing.
 *
 * @throws InputError for a place or definition that is unknown or of no kind that is asked for
 */
export async function followedPlaces(observatory: Observatory, given: FollowedParams): Promise<Followed> {
  const adHoc = await resolveAdHoc(observatory, given.region);
  const definitions =
    given.definition === null ? null : await resolveDefinitions(observatory, given.definition);
  const named = new Map<string, PlaceName>();
  for (const text of [...(given.place ?? []), ...(definitions ?? [])]) {
    const own = adHoc.find(({ name, id }) => name === text || id === text);
    const place = own === undefined ? await resolvePlace(observatory, text) : ownName(own);
    named.set(place.id, place);
  }
  for (const own of adHoc) named.set(own.id, ownName(own));
  const places = [...named.values()];
  const tabled = places.filter(({ id }) => !id.startsWith('adhoc:'));
  const their = [...new Set(tabled.map(({ kind }) => KIND[kind]))];
  const kinds = given.of ?? (their.length > 0 ? their : ['cities' as const]);
  const odd = tabled.find(({ kind }) => !kinds.includes(KIND[kind]));
  if (odd !== undefined)
    throw new InputError(
      messages.notAmongKinds({
        place: odd,
        kind: odd.kind,
        asked: kinds,
        wanted: [...kinds, KIND[odd.kind]],
      }),
    );
  return {
    choice: { kinds, definitions: regionsAmong(definitions, tabled), adHoc },
    named: places,
    top: given.top ?? (places.length > 0 ? 0 : FOLLOWED),
  };
}

/** Of definitions only those named stand among the units; all where none is named. */
function regionsAmong(definitions: readonly string[] | null, named: readonly PlaceName[]): string[] | null {
  if (definitions === null) return null;
  return [...new Set([...definitions, ...named.filter(({ kind }) => kind === 'region').map(({ id }) => id)])];
}

/** Those followed among units that are ordered: the ones named, in their order, and the first. */
export function followedAmong(
  { named, top }: Followed,
  ordered: readonly { readonly id: string }[],
): string[] {
  return [...new Set([...named.map(({ id }) => id), ...ordered.slice(0, top).map(({ id }) => id)])];
}
