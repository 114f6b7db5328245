import { nameIn } from '../../../base/index.ts';
import { useDefinitions } from '../../frame/observatory.ts';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { Choice } from '../choice.tsx';
import { PlaceSearch } from '../place-search.tsx';
import { ownNameOf, type RegionQuery } from './region-query.ts';
import './region.css';
import { words } from './words.ts';

interface RegionChoiceProps {
  readonly asked: RegionQuery;
  /** The name of what is asked about, for a place that is no definition. */
  readonly name: string | null;
  /** What to call no region; left out where one must be chosen. */
  readonly none?: string;
  /** Whether any place of the observatory may be asked about, a city too. */
  readonly cities?: boolean;
}

/** Which region a page is about: a definition, a region of the reader's own, a province or nation. */
export function RegionChoice({ asked: { place }, name, none, cities = false }: RegionChoiceProps) {
  const { lang, regions } = useSelection();
  const text = words[lang];
  const defined = useDefinitions().map((one) => ({ value: one.id, label: nameIn(one, lang) }));
  const own = regions.map((one) => ({ value: ownNameOf(one), label: ownNameOf(one) }));
  const isDefinition = (value: string): boolean => defined.some((one) => one.value === value);
  const listed = place === null || [...defined, ...own].some(({ value }) => value === place);
  return (
    <>
      <Choice
        label={cities ? text.place : text.region}
        value={place ?? ''}
        options={[
          ...(none === undefined ? [] : [{ value: '', label: none }]),
          ...(listed ? [] : [{ value: place, label: name ?? place }]),
        ]}
        groups={[
          { label: text.defined, options: defined },
          ...(own.length === 0 ? [] : [{ label: text.own, options: own }]),
        ]}
        onPick={(value) =>
          select(
            value === '' || isDefinition(value)
              ? { definition: value === '' ? null : value, of: null }
              : { of: value },
          )
        }
      />
      <PlaceSearch
        label={cities ? text.anyPlace : text.another}
        kind={cities ? 'city,province,nation' : 'province,nation'}
        onPick={({ id }) => select({ of: id })}
      />
    </>
  );
}
