import { useEffect, useState } from 'preact/hooks';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { PlaceFilter } from '../../parts/place-filter.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import type { MatchQuery } from './query.ts';
import { words } from './words.ts';

const REACHES = ['', 'city', 'region', 'country', 'world'] as const;
const OFS = ['both', 'resources', 'institutions'] as const;

/** What is needed, by whom, how far it may be, and what is looked for. */
export function NeedForm({ asked }: { readonly asked: MatchQuery }) {
  const { lang } = useSelection();
  const text = words[lang];
  const [need, setNeed] = useState(asked.need ?? '');
  useEffect(() => setNeed(asked.need ?? ''), [asked.need]);
  return (
    <form
      class="need-form"
      onSubmit={(event) => {
        event.preventDefault();
        select({ need: need.trim() || null });
      }}
    >
      <Field label={text.need} help={text.needHelp} class="wide" lines={2} value={need} onInput={setNeed} />
      <div class="filters">
        <PlaceFilter
          label={text.place}
          find={text.find}
          none={text.anywhere}
          value={asked.place}
          onPick={(place) => select(place === null ? { in: null, reach: null } : { in: place })}
        />
        {asked.place === null ? null : (
          <Choice
            label={text.reach}
            value={asked.reach ?? ''}
            options={REACHES.map((value) => ({ value, label: text.reaches[value] }))}
            onPick={(value) => select({ reach: value === '' ? null : value })}
          />
        )}
        <Choice
          label={text.of}
          value={asked.of}
          options={OFS.map((value) => ({ value, label: text.ofs[value] }))}
          onPick={(value) => select({ of: value === 'both' ? null : value })}
        />
        <button type="submit" class="main" disabled={need.trim() === ''}>
          {text.submit}
        </button>
      </div>
    </form>
  );
}
