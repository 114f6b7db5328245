import { nameIn } from '../../base/index.ts';
import { pathOf } from '../api-client/client.ts';
import { useAnswer } from '../api-client/use-answer.ts';
import { useSelection } from '../state/selection.ts';
import { PlaceSearch } from './place-search.tsx';
import { State } from './states.tsx';

interface PlaceFilterProps {
  readonly label: string;
  /** What stands in the empty search. */
  readonly find: string;
  /** What takes the place away again. */
  readonly none: string;
  /** Id of the place; null for none. */
  readonly value: string | null;
  readonly onPick: (id: string | null) => void;
}

/** A place that is looked up, shown by its name, and taken away again. */
export function PlaceFilter({ label, find, none, value, onPick }: PlaceFilterProps) {
  const { lang } = useSelection();
  const found = useAnswer(value === null ? null : pathOf(`places/${encodeURIComponent(value)}`));
  return (
    <span class="field">
      <span class="label">{label}</span>
      {value === null ? (
        <PlaceSearch label={find} onPick={({ id }) => onPick(id)} />
      ) : (
        <span class="picked">
          <strong>{found.answer === null ? value : nameIn(found.answer.place, lang)}</strong>
          <button type="button" onClick={() => onPick(null)}>
            {none}
          </button>
          {found.problem === null ? null : <State of={found} name={label} />}
        </span>
      )}
    </span>
  );
}
