import { inBrackets } from '../../../figures/format-text.ts';
import { nameIn } from '../../../base/index.ts';
import { useId } from 'preact/hooks';
import type { PlaceName } from '../../../analyses/places/names.ts';
import { useDefinitions, useObservatory } from '../../frame/observatory.ts';
import { Choice } from '../../parts/choice.tsx';
import type { RegionQuery } from '../../parts/region/region-query.ts';
import { RegionChoice } from '../../parts/region/region-choice.tsx';
import { select, useLocation } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

const LAGS = [0, 1, 2, 3];
/** As the analysis has it where none is given. */
const LAG = '1';

/** Region, year of the policy, how long works take, and with which cities the region's are compared. */
export function EffectControls({
  region,
  place,
}: {
  readonly region: RegionQuery;
  readonly place: PlaceName | null;
}) {
  const { lang } = useSelection();
  const text = words[lang];
  const id = useId();
  const { query } = useLocation();
  const { years } = useObservatory();
  const defined = useDefinitions().find(({ id }) => id === region.place)?.policyYear ?? null;
  return (
    <section class="controls page-controls" aria-label={text.asked}>
      <div class="row">
        <RegionChoice asked={region} name={place === null ? null : nameIn(place, lang)} />
        <Choice
          label={text.policy}
          value={query.policy?.at(-1) ?? ''}
          options={[
            { value: '', label: defined === null ? '–' : `${defined}${inBrackets(text.ofDefinition, lang)}` },
            ...years.slice(1).map((year) => ({ value: String(year), label: String(year) })),
          ]}
          onPick={(value) => select({ policy: value === '' ? null : value })}
        />
        <Choice
          label={text.lag}
          value={query.lag?.at(-1) ?? LAG}
          options={LAGS.map((years) => ({ value: String(years), label: text.lags(years) }))}
          onPick={(value) => select({ lag: value === LAG ? null : value })}
        />
        <Choice
          label={text.controls}
          value={query.untreated?.at(-1) === 'true' ? 'true' : ''}
          options={[
            { value: '', label: text.alike },
            { value: 'true', label: text.untreated },
          ]}
          describedBy={id}
          onPick={(value) => select({ untreated: value === '' ? null : value })}
        />
      </div>
      <p id={id} class="quiet-text">
        {text.controlsHelp}
      </p>
    </section>
  );
}
