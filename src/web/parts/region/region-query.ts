import type { DefinitionRow } from '../../api-client/contract.ts';
import { useDefinitions, useDefinitionsComing } from '../../frame/observatory.ts';
import { useLocation } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';

/** A region as questions take it: its id or name, and the reader's own regions where it is one of them. */
export interface RegionQuery {
  readonly place: string | null;
  readonly region: readonly string[] | null;
}

/** The name of a region of the reader's own: `Name=cn:3100,cn:3205`. */
export const ownNameOf = (text: string): string => text.slice(0, text.indexOf('='));

/** A place as `of` in the address has it: a region of the reader's own by its name, any other by its id. */
export const ofIn = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  id.startsWith('adhoc:') ? name : id;

/** The one that a page about regions opens on: the largest that a policy was for. */
function mainRegion(definitions: readonly DefinitionRow[]): string | null {
  const planned = definitions.filter(({ policyYear }) => policyYear !== null);
  const order = (planned.length > 0 ? planned : definitions).toSorted(
    (a, b) => b.cities - a.cities || (a.id < b.id ? -1 : 1),
  );
  return order.at(0)?.id ?? null;
}

/**
 * The region that is asked about: `of` in the address, which may be any place or a region of the reader's own, else the
 * definition that is selected everywhere.
 * @param fallback what is asked about where nothing is selected: the largest region, or the world
 */
export function useRegionQuery(fallback: 'main' | 'world'): RegionQuery {
  const { definition, regions } = useSelection();
  const of = useLocation().query.of?.at(-1) ?? null;
  const definitions = useDefinitions();
  const place = of ?? definition ?? (fallback === 'main' ? mainRegion(definitions) : null);
  const own = regions.filter((text) => ownNameOf(text) === place);
  return { place, region: own.length > 0 ? own : null };
}

/** Whether it is not known yet what is asked about: the definitions are still coming. */
export const useRegionComing = ({ place }: RegionQuery): boolean => useDefinitionsComing() && place === null;

/** Peers that are shown where none are chosen. */
const PEERS = 4;

/** Other regions that a policy was for, the largest first; none shares a city with this one or with another of them. */
export function peersOf(definitions: readonly DefinitionRow[], place: string | null): readonly string[] {
  const here = definitions.find(({ id }) => id === place)?.members ?? [];
  const taken = new Set(here.map(({ city }) => city));
  const peers: string[] = [];
  const largest = definitions.toSorted((a, b) => b.cities - a.cities || (a.id < b.id ? -1 : 1));
  for (const { id, policyYear, members } of largest) {
    if (id === place || policyYear === null || members.some(({ city }) => taken.has(city))) continue;
    peers.push(id);
    for (const { city } of members) taken.add(city);
  }
  return peers.slice(0, PEERS);
}
