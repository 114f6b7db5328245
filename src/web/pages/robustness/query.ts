import { TESTED, type Tested } from '../../../analyses/sensitivity/testable-analyses.ts';
import type { Parameters } from '../../api-client/client.ts';
import { type RegionQuery, useRegionQuery, useRegionComing } from '../../parts/region/region-query.ts';
import { useLocation } from '../../state/location.ts';
import { filtersOf, useSelection } from '../../state/selection.ts';

export interface RobustnessQuery {
  /** A place, a definition, or a region of the reader's own; of null until the definitions are known. */
  readonly of: RegionQuery;
  /** Whether that is still to come. */
  readonly coming: boolean;
  readonly answer: Tested;
  /** What the answer comes down to, as the address has it. */
  readonly headline: string | null;
  readonly parameters: Parameters;
}

const isTested = (text: string | undefined): text is Tested =>
  text !== undefined && (TESTED as readonly string[]).includes(text);

/** The answer that is put to the test, as the address has it: of what place, which answer, asked with what. */
export function useRobustnessQuery(): RobustnessQuery {
  const selection = useSelection();
  const { query } = useLocation();
  const of = useRegionQuery('main');
  const coming = useRegionComing(of);
  const given = query.answer?.at(-1);
  const answer = isTested(given) ? given : 'ranking';
  return {
    of,
    coming,
    answer,
    headline: query.headline?.at(-1) ?? null,
    parameters: {
      ...filtersOf(selection),
      ...of,
      analysis: answer,
      ...(answer === 'links' ? { counting: selection.counting } : { by: selection.by }),
    },
  };
}
