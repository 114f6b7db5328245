import { nameIn } from '../../../base/index.ts';
import type { Network } from '../../../analyses/network/question.ts';
import { Choice } from '../../parts/choice.tsx';
import type { RegionQuery } from '../../parts/region/region-query.ts';
import { RegionChoice } from '../../parts/region/region-choice.tsx';
import { select, useLocation } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

export const TOP = '60';
export const MINIMUM = '1';
const TOPS = ['30', TOP, '120', '200'];
const MINIMA = [MINIMUM, '2', '5', '10', '20', '50'];

interface ControlsProps {
  readonly region: RegionQuery;
  readonly answer: Network | null;
}

/** Whose cities, how many, and which links count. */
export function NetworkControls({ region, answer }: ControlsProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const { query } = useLocation();
  const place = answer?.place ?? null;
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <section class="controls page-controls" aria-label={text.asked}>
      <div class="row">
        <RegionChoice
          asked={region}
          name={place === null || place.id !== region.place ? null : nameIn(place, lang)}
          none={text.world}
        />
        <Choice
          label={text.top}
          value={query.top?.at(-1) ?? TOP}
          options={options(TOPS)}
          onPick={(value) => select({ top: value === TOP ? null : value, least: null })}
        />
        <Choice
          label={text.minimum}
          value={query.minimum?.at(-1) ?? MINIMUM}
          options={options(MINIMA)}
          onPick={(value) => select({ minimum: value === MINIMUM ? null : value, least: null })}
        />
      </div>
    </section>
  );
}
