import type { PlaceFound } from '../api-client/contract.ts';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { labelOf } from '../../figures/names.ts';
import { type Problem, problemOf } from '../api-client/client.ts';
import { useSelection } from '../state/selection.ts';
import { useWords } from '../words/use-words.ts';
import { findPlaces } from './find-places.ts';
import { Trouble } from './states.tsx';

interface PlaceSearchProps {
  readonly label: string;
  /** Kinds that may be found; all when left out. */
  readonly kind?: string;
  readonly onPick: (place: PlaceFound) => void;
}

/** Typing waits so long before the server is asked; milliseconds. */
const PAUSE = 120;

/** Finds a place by what is typed, in either language: a combobox as screen readers know it. */
export function PlaceSearch({ label, kind, onPick }: PlaceSearchProps) {
  const { lang } = useSelection();
  const words = useWords();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly PlaceFound[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  const [at, setAt] = useState(0);
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setProblem(null);
    if (text.trim() === '') {
      setFound(null);
      return;
    }
    const controller = new AbortController();
    const later = setTimeout(() => {
      findPlaces(text, { kind, signal: controller.signal }).then(
        (places) => {
          setFound(places);
          setAt(0);
        },
        (error: unknown) => {
          if (controller.signal.aborted) return;
          setFound(null);
          setProblem(problemOf(error));
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(later);
      controller.abort();
    };
  }, [text, kind, round]);
  const pick = (place: PlaceFound): void => {
    onPick(place);
    setText('');
    setFound(null);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setAt((now) => Math.min(now + 1, (found?.length ?? 1) - 1)),
    ArrowUp: () => setAt((now) => Math.max(now - 1, 0)),
    Enter: () => {
      const place = found?.[at];
      if (place !== undefined) pick(place);
    },
    Escape: () => {
      setText('');
      setFound(null);
    },
  };
  return (
    <div class="place-search">
      <input
        ref={box}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={found !== null}
        aria-controls={`${id}-list`}
        aria-activedescendant={found === null || found.length === 0 ? undefined : `${id}-${at}`}
        aria-autocomplete="list"
        autocomplete="off"
        placeholder={label}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          const act = keys[event.key] as (() => void) | undefined;
          if (act === undefined || found === null) return;
          event.preventDefault();
          act();
        }}
        onBlur={() => setFound(null)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={found === null}>
        {found?.map((place, i) => (
          <li
            key={place.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(place);
            }}
          >
            {labelOf(place, lang)}{' '}
            <small>{[words.kinds[place.kind], place.country].filter(Boolean).join(', ')}</small>
          </li>
        ))}
        {found?.length === 0 ? (
          <li role="option" aria-selected={false} aria-disabled="true">
            {words.noPlace}
          </li>
        ) : null}
      </ul>
      {problem === null ? null : (
        <Trouble problem={problem} name={label} again={() => setRound((now) => now + 1)} />
      )}
    </div>
  );
}
