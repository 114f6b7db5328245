import type { Network } from '../../../analyses/network/question.ts';
import { signOf } from '../../../figures/network/draw.ts';
import { byName, decimals, whole } from '../../../base/index.ts';
import { greatest } from '../../../measures/extremes.ts';
import { PlaceCell } from '../../parts/place-cell.tsx';
import { Table } from '../../parts/table.tsx';
import { Whisker } from '../../parts/whisker.tsx';
import { useSelection } from '../../state/selection.ts';
import { useWords } from '../../words/use-words.ts';
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
  const frame = useWords();
  const most = Math.max(greatest(network.rows.map((row) => row.strengthInterval?.[1] ?? row.strength)), 1);
  return (
    <Table
      name={text.city}
      class="ranks"
      columns={[
        {
          title: text.city,
          order: (a, b) => byName(a.place, b.place, lang),
          cell: ({ place }) => (
            <PlaceCell
              place={place}
              chosen={pinned === place.id}
              onPoint={onPoint}
              onChoose={() => onPin(pinned === place.id ? null : place.id)}
            />
          ),
        },
        {
          title: text.strength,
          number: true,
          largestFirst: true,
          order: (a, b) => a.strength - b.strength,
          cell: ({ strength }) => decimals(strength, 1, lang),
        },
        {
          title: frame.interval,
          cell: ({ strength, strengthInterval }) => (
            <Whisker value={strength} ends={strengthInterval} domain={[0, most]} />
          ),
        },
        {
          title: text.degree,
          number: true,
          largestFirst: true,
          order: (a, b) => a.degree - b.degree,
          cell: ({ degree }) => whole(degree, lang),
        },
        {
          title: text.community,
          number: true,
          cell: ({ community }) => (community !== null && hues.has(community) ? signOf(community) : '–'),
        },
      ]}
      rows={network.rows}
      idOf={({ place }) => place.id}
      chosen={({ place }) => place.id === pinned}
      acts={({ place }) => ({ onMouseEnter: () => onPoint(place.id), onMouseLeave: () => onPoint(null) })}
    />
  );
}
