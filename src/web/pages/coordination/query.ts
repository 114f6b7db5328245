import { useDefinitions } from '../../frame/observatory.ts';
import {
  ownNameOf,
  peersOf,
  type RegionQuery,
  useRegionQuery,
  useRegionComing,
} from '../../parts/region/region-query.ts';
import { useLocation } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';

/** No peers, as the address has it: nothing there means those that the page chooses. */
export const NO_PEERS = 'none';
/** Hues for lines: the region and five others. */
export const MOST_PEERS = 5;
/** Years taken together where none are asked for: single years of a region jump about. */
export const WINDOW = '3';
export const SPAN = '3';

export interface CoordinationQuery {
  readonly of: RegionQuery;
  /** Whether that is still to come. */
  readonly coming: boolean;
  readonly peers: readonly string[];
  readonly window: string;
  readonly policy: string | null;
  readonly span: string;
  /** The reader's own regions among them. */
  readonly regions: readonly string[] | null;
}

/** What the page asks, as the address has it. */
export function useCoordinationQuery(): CoordinationQuery {
  const { query } = useLocation();
  const { regions } = useSelection();
  const of = useRegionQuery('main');
  const coming = useRegionComing(of);
  const definitions = useDefinitions();
  const given = query.peers?.at(-1);
  const chosen =
    given === undefined
      ? peersOf(definitions, of.place)
      : given.split(',').filter((id) => id !== '' && id !== NO_PEERS && id !== of.place);
  const peers = chosen.slice(0, MOST_PEERS);
  const own = regions.filter((text) => [of.place, ...peers].includes(ownNameOf(text)));
  return {
    of,
    coming,
    peers,
    window: query.window?.at(-1) ?? WINDOW,
    policy: query.policy?.at(-1) ?? null,
    span: query.span?.at(-1) ?? SPAN,
    regions: own.length === 0 ? null : own,
  };
}
