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
    if (place === null) throw new InputError('a pair needs two places.', { todo: 'Give `place` too.' });
    if (kind !== null || rows !== null)
      throw new InputError('kind and rows pick among many pairs, and one pair is asked for.', {
        todo: 'Leave out `kind` and `rows`, or `with`.',
      });
    await refuseOverlap(observatory, place, partner, adHoc);
    return { ask: 'pair', place, partner, adHoc };
  }
  if (place === null) {
    if (rows !== null)
      throw new InputError('rows are those of a place.', { todo: 'Give `place`, or leave out `rows`.' });
    return { ask: 'top', kind: kind ?? 'city', place, adHoc };
  }
  const inside = place.kind !== 'city' && rows !== 'partners';
  if (place.kind === 'city' && rows === 'inside')
    throw new InputError(`${place.name} is a city and has no pairs inside.`, {
      todo: 'Leave out `rows`, or name a region.',
    });
  const pairsOf = inside ? 'city' : place.kind;
  if (kind !== null && kind !== pairsOf) {
    throw new InputError(
      `pairs of kind ${kind} are not those of ${place.name} (${place.kind})${inside ? ', whose inside is made of cities' : ''}.`,
      { todo: 'Leave out `kind`.' },
    );
  }
  if (inside) {
    const cities = (await membersOf(observatory, [place], adHoc)).get(place.id)!;
    return { ask: 'inside', place, cities, adHoc };
  }
  if (place.id.startsWith('adhoc:')) {
    throw new InputError('partners of a region of your own are not in the tables.', {
      todo: 'Name the other one with `with`.',
    });
  }
  return { ask: 'top', kind: place.kind, place, adHoc };
}

/** Which pairs of works count. @throws InputError where the tables cannot tell them */
export function linkFilter(population: Population, { coaffiliation, capped }: LinkFilter): LinkFilter {
  if (!coaffiliation && population.sectors !== null) {
    throw new InputError('co-affiliation cannot be told by sector.', {
      todo: 'Leave out `coaffiliation=false` or `sector`.',
    });
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
  if (free.length > 0)
    throw new InputError(`the region “${left.name}” has no part in this question.`, {
      todo: 'Links are of one place or between two.',
    });
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
  const some = `${common.slice(0, 3).join(', ')}${common.length > 3 ? ', …' : ''}`;
  throw new InputError(
    `${place.name} and ${partner.name} share ${common.length} ${common.length === 1 ? 'city' : 'cities'} (${some}), so they have no link count.`,
    { todo: 'Take two places that do not overlap.' },
  );
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
