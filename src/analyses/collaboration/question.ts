import { messages as shared } from '../messages.ts';
import { messages } from './messages.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import type { LinkFilter } from './counting.ts';
import { citiesOf, type PairKind } from './pairs.ts';
import type { LinksParams } from '../links/question.ts';
import { ownName, type PlaceName, resolvePlace } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import { type AdHocRegion, resolveAdHoc } from '../places/units.ts';

/** What a question about links asks for: one pair, the pairs inside a region, or the heaviest pairs of a kind. */
export type LinkQuestion = { readonly adHoc: readonly AdHocRegion[] } & (
  | { readonly ask: 'pair'; readonly place: PlaceName; readonly partner: PlaceName }
  | { readonly ask: 'inside'; readonly place: PlaceName; readonly cities: readonly string[] }
  | { readonly ask: 'top'; readonly kind: PairKind; readonly place: PlaceName | null }
);

/** The question that the parameters put. @throws InputError where they contradict each other or name no place */
export async function linkQuestion(observatory: Observatory, given: LinksParams): Promise<LinkQuestion> {
  const adHoc = await resolveAdHoc(observatory, given.region);
  const [place, partner] = await placesAsked(observatory, given, adHoc);
  const { kind, rows } = given;
  if (partner !== null) {
    if (place === null) throw new InputError(messages.pairWithoutPlace());
    if (kind !== null || rows !== null) throw new InputError(messages.selectionOfOnePair());
    await refuseOverlap(observatory, place, partner, adHoc);
    return { ask: 'pair', place, partner, adHoc };
  }
  if (place === null) {
    if (rows !== null) throw new InputError(messages.rowsWithoutPlace());
    return { ask: 'top', kind: kind ?? 'city', place, adHoc };
  }
  const inside = place.kind !== 'city' && rows !== 'partners';
  if (place.kind === 'city' && rows === 'inside') throw new InputError(messages.insideOfCity({ place }));
  const pairsOf = inside ? 'city' : place.kind;
  if (kind !== null && kind !== pairsOf) {
    throw new InputError(messages.pairsOfOtherKind({ place, kind, pairsOf }));
  }
  if (inside) {
    const cities = (await membersOf(observatory, [place], adHoc)).get(place.id)!;
    return { ask: 'inside', place, cities, adHoc };
  }
  if (place.id.startsWith('adhoc:')) {
    throw new InputError(messages.partnersOfOwnRegion());
  }
  return { ask: 'top', kind: place.kind, place, adHoc };
}

/** Which pairs of works count. @throws InputError where the tables cannot tell them */
export function linkFilter(population: Population, { coaffiliation, capped }: LinkFilter): LinkFilter {
  if (!coaffiliation && population.sectors !== null) {
    throw new InputError(shared.coaffiliationBySector());
  }
  return { coaffiliation, capped };
}

/** `place` and `with`; regions of one's own that neither names take the free ones, in order. */
export async function placesAsked(
  observatory: Observatory,
  given: Pick<LinksParams, 'place' | 'with'>,
  adHoc: readonly AdHocRegion[],
): Promise<[PlaceName | null, PlaceName | null]> {
  const isOwn = (text: string | null) => (own: AdHocRegion) => own.name === text || own.id === text;
  const free = adHoc.filter((own) => !isOwn(given.place)(own) && !isOwn(given.with)(own));
  const next = async (text: string | null): Promise<PlaceName | null> => {
    const own = text === null ? free.shift() : adHoc.find(isOwn(text));
    if (own !== undefined) return ownName(own);
    return text === null ? null : resolvePlace(observatory, text);
  };
  const asked: [PlaceName | null, PlaceName | null] = [await next(given.place), await next(given.with)];
  const [left] = free;
  if (free.length > 0) throw new InputError(messages.threePlaces({ name: left.name }));
  return asked;
}

/** @throws InputError where the two have a city in common */
export async function refuseOverlap(
  observatory: Observatory,
  place: PlaceName,
  partner: PlaceName,
  adHoc: readonly AdHocRegion[],
): Promise<void> {
  const members = await membersOf(observatory, [place, partner], adHoc);
  const there = new Set(members.get(partner.id));
  const common = members.get(place.id)!.filter((city) => there.has(city));
  if (common.length === 0) return;

  throw new InputError(shared.overlap({ a: place, b: partner, cities: common }));
}

/** The cities of each place, by its id. */
export async function membersOf(
  observatory: Observatory,
  places: readonly PlaceName[],
  adHoc: readonly AdHocRegion[],
): Promise<Map<string, readonly string[]>> {
  const own = new Map(adHoc.map(({ id, cities }) => [id, cities]));
  const tabled = await citiesOf(
    observatory,
    places.filter(({ id }) => !own.has(id)),
  );
  return new Map([...tabled, ...own]);
}
