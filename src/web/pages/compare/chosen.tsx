import type { PlaceName as Named } from '../../../analyses/places/names.ts';
import { distinctNames } from '../../../figures/names.ts';
import { PlaceName } from '../../parts/place-name.tsx';
import { PlaceSearch } from '../../parts/place-search.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { toggled } from '../../state/toggle.ts';
import { words } from './words.ts';
import { Swatch } from './swatch.tsx';

interface ChosenProps {
  /** Names of the places, once they are known. */
  readonly known: readonly Named[];
  readonly slots?: ReadonlyMap<string, number>;
  readonly most: number;
}

/** The places that are compared: each can be taken out, and one more be added. */
export function Chosen({ known, slots, most }: ChosenProps) {
  const { lang, places, regions } = useSelection();
  const text = words[lang];
  const names = distinctNames(known, lang);
  const nameOfId = (id: string): string | null => names.get(id) ?? names.get(`def:${id}`) ?? null;
  const own = regions.map((region) => ({ region, name: region.split('=')[0] }));
  return (
    <div class="chosen" role="group" aria-label={text.places}>
      <ul>
        {places.map((id) => (
          <li key={id}>
            <Swatch slot={slots?.get(id) ?? slots?.get(`def:${id}`)} />
            {nameOfId(id) ?? <PlaceName id={id} />}{' '}
            <button type="button" onClick={() => select({ places: toggled(places, id) })}>
              ×<span class="visually-hidden">{`${text.remove} ${nameOfId(id) ?? id}`}</span>
            </button>
          </li>
        ))}
        {own.map(({ region, name }) => (
          <li key={region}>
            <Swatch slot={slots?.get(`adhoc:${name}`)} />
            {name}{' '}
            <button
              type="button"
              onClick={() => select({ region: regions.filter((other) => other !== region) })}
            >
              ×<span class="visually-hidden">{`${text.remove} ${name}`}</span>
            </button>
          </li>
        ))}
      </ul>
      {places.length + regions.length >= most ? (
        <span class="quiet-text">{text.full}</span>
      ) : (
        <PlaceSearch
          label={text.add}
          onPick={({ id }) => {
            if (!places.includes(id)) select({ places: [...places, id].join(',') });
          }}
        />
      )}
    </div>
  );
}
