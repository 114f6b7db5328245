import type { PlaceFound } from '../../api-client/contract.ts';
import { useState } from 'preact/hooks';
import { labelOf } from '../../../figures/names.ts';
import { nameIn, whole } from '../../../base/index.ts';
import { useCityPoints, useDefinitions } from '../../frame/observatory.ts';
import { Choice } from '../../parts/choice.tsx';
import { citiesInside } from '../../parts/find-places.ts';
import { PlaceSearch } from '../../parts/place-search.tsx';
import { useSelection } from '../../state/selection.ts';
import { FileImport } from './file-import.tsx';
import type { OwnRegion } from './own-region.ts';
import { SaveRegion } from './save-region.tsx';
import { words } from './words.ts';

interface BuilderProps {
  readonly region: OwnRegion;
  /** As it is being typed. */
  readonly name: string;
  readonly set: (region: OwnRegion) => void;
  readonly onName: (name: string) => void;
  readonly onFit: (cities: readonly string[]) => void;
}

/** Name, cities, and ways to add and to keep them. */
export function Builder({ region, name, set, onName, onFit }: BuilderProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const definitions = useDefinitions();
  const [said, setSaid] = useState<string | null>(null);
  const take = (next: OwnRegion): void => {
    set(next);
    onFit(next.cities);
  };
  const add = (place: PlaceFound): void => {
    const put = (ids: readonly string[]): void =>
      take({ ...region, cities: [...new Set([...region.cities, ...ids])] });
    setSaid(null);
    if (place.kind === 'city') put([place.id]);
    else if (place.kind === 'nation') setSaid(text.tooMany(nameIn(place, lang)));
    else {
      setSaid(text.adding);
      citiesInside(place.id).then(
        (cities) => {
          setSaid(null);
          put(cities ?? []);
        },
        () => setSaid(text.notAdded(nameIn(place, lang))),
      );
    }
  };
  return (
    <div class="builder">
      <label class="name-of-region">
        <span>{text.name}</span>
        <input
          type="text"
          value={name}
          maxLength={80}
          onInput={(event) => onName(event.currentTarget.value)}
        />
      </label>
      <PlaceSearch label={text.add} onPick={add} />
      <p role="status" class="quiet-text">
        {said}
      </p>
      <Choice
        label={text.start}
        value=""
        options={[
          { value: '', label: text.startNone },
          ...definitions.map((one) => ({ value: one.id, label: nameIn(one, lang) })),
        ]}
        onPick={(id) => {
          const from = definitions.find((one) => one.id === id);
          if (from !== undefined) take({ ...region, cities: from.members.map(({ city }) => city) });
        }}
      />
      <FileImport onRead={take} />
      <Members region={region} set={set} />
      {region.cities.length === 0 ? null : (
        <>
          <p class="buttons">
            <button type="button" onClick={() => onFit(region.cities)}>
              {text.fit}
            </button>
            <button type="button" onClick={() => set({ ...region, cities: [] })}>
              {text.clear}
            </button>
          </p>
          <SaveRegion region={region} />
        </>
      )}
    </div>
  );
}

/** The cities that were chosen, each with a way to remove it. */
function Members({ region, set }: Pick<BuilderProps, 'region' | 'set'>) {
  const { lang } = useSelection();
  const text = words[lang];
  const points = useCityPoints();
  const named = (id: string): string => {
    const point = points.get(id);
    return point === undefined ? id : labelOf(point, lang);
  };
  if (region.cities.length === 0) return <p class="empty">{text.none}</p>;
  return (
    <section>
      <h2>{text.members(whole(region.cities.length, lang))}</h2>
      <ul class="members">
        {region.cities.map((id) => (
          <li key={id}>
            {named(id)}
            <button
              type="button"
              class="remove"
              aria-label={text.remove(named(id))}
              title={text.remove(named(id))}
              onClick={() => set({ ...region, cities: region.cities.filter((other) => other !== id) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
