import { nameIn } from '../../base/index.ts';
import type { PlaceName } from '../../analyses/places/names.ts';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';
import { Link } from './link.tsx';

interface PlaceCellProps {
  readonly place: Pick<PlaceName, 'id' | 'name' | 'nameZh'>;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  /** What follows the focus as it follows the pointer. */
  readonly onPoint?: (id: string | null) => void;
}

/** A place in a table: its name chooses it, and an arrow opens its page. */
export function PlaceCell({ place, chosen, onChoose, onPoint }: PlaceCellProps) {
  const { lang } = useSelection();
  const words = useWords();
  const name = nameIn(place, lang);
  return (
    <>
      <button
        type="button"
        class="row-name"
        aria-pressed={chosen}
        onFocus={() => onPoint?.(place.id)}
        onBlur={() => onPoint?.(null)}
        onClick={onChoose}
      >
        {name}
      </button>{' '}
      <Link to={`/place/${place.id}`} class="open" title={words.openPlace(name)}>
        →<span class="visually-hidden">{words.openPlace(name)}</span>
      </Link>
    </>
  );
}
