import type { Network } from '../../../analyses/network/question.ts';
import { signOf } from '../../../figures/network/draw.ts';
import { nameOf } from '../../../figures/names.ts';
import { decimals, whole } from '../../../figures/numbers.ts';
import { Link } from '../../parts/link.tsx';
import { Whisker } from '../../parts/whisker.tsx';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

interface CitiesTableProps {
  readonly network: Network;
  readonly hues: ReadonlyMap<number, number>;
  /** The city whose links are listed. */
  readonly pinned: string | null;
  readonly onPoint: (id: string | null) => void;
  readonly onPin: (id: string | null) => void;
}

/** The cities of the network, the strongest first: focus isolates one, a click lists its links. */
export function CitiesTable({ network, hues, pinned, onPoint, onPin }: CitiesTableProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const most = Math.max(...network.rows.map((row) => row.strengthInterval?.[1] ?? row.strength), 1);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={text.city}>
      <table class="ranks">
        <thead>
          <tr>
            <th scope="col">{text.city}</th>
            <th scope="col" class="number">
              {text.strength}
            </th>
            <th scope="col">{text.interval}</th>
            <th scope="col" class="number">
              {text.degree}
            </th>
            <th scope="col" class="number">
              {text.community}
            </th>
          </tr>
        </thead>
        <tbody>
          {network.rows.map(({ place, strength, strengthInterval, degree, community }) => (
            <tr
              key={place.id}
              class={pinned === place.id ? 'chosen' : undefined}
              onMouseEnter={() => onPoint(place.id)}
              onMouseLeave={() => onPoint(null)}
            >
              <td>
                <button
                  type="button"
                  class="row-name"
                  aria-pressed={pinned === place.id}
                  onFocus={() => onPoint(place.id)}
                  onBlur={() => onPoint(null)}
                  onClick={() => onPin(pinned === place.id ? null : place.id)}
                >
                  {nameOf(place, lang)}
                </button>{' '}
                <Link to={`/place/${place.id}`} class="open">
                  →<span class="only-heard">{`${text.open} ${nameOf(place, lang)}`}</span>
                </Link>
              </td>
              <td class="number">{decimals(strength, 1, lang)}</td>
              <td>
                <Whisker value={strength} ends={strengthInterval} most={most} />
              </td>
              <td class="number">{whole(degree, lang)}</td>
              <td class="number">{community !== null && hues.has(community) ? signOf(community) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
