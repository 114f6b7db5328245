import type { Network } from '../../../analyses/network/question.ts';
import { signOf } from '../../../figures/network/draw.ts';
import { HUES } from '../../../figures/palette.ts';
import { decimals, list, nameIn, whole } from '../../../base/index.ts';
import { Table } from '../../parts/table.tsx';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

const NAMED = 4;

/** Communities with how stable each is: the key of the drawing's hues. */
export function Communities({
  network,
  hues,
}: {
  readonly network: Network;
  readonly hues: ReadonlyMap<number, number>;
}) {
  const { lang } = useSelection();
  const text = words[lang];
  const names = new Map(network.rows.map(({ place }) => [place.id, nameIn(place, lang)]));
  if (network.communities.length === 0) return null;
  const all = hues.size === network.communities.length;
  return (
    <section>
      <h3>{text.communities}</h3>
      <p class="quiet-text">{all ? text.hues : `${hues.size > 0 ? text.hues : ''} ${text.unstable}`}</p>
      <Table
        name={text.communities}
        columns={[
          { title: text.community, cell: ({ number }) => <Sign number={number} hue={hues.get(number)} /> },
          {
            title: text.size,
            number: true,
            largestFirst: true,
            order: (a, b) => a.size - b.size,
            cell: ({ size }) => whole(size, lang),
          },
          {
            title: text.stability,
            number: true,
            largestFirst: true,
            order: (a, b) => (a.stability ?? -1) - (b.stability ?? -1),
            cell: ({ stability }) => decimals(stability, 2, lang),
          },
          {
            title: text.members,
            cell: ({ members }) => {
              const first = members.slice(0, NAMED).map((id) => names.get(id) ?? id);
              return `${list(first, lang)}${members.length > NAMED ? ' …' : ''}`;
            },
          },
        ]}
        rows={network.communities}
        idOf={({ number }) => String(number)}
      />
    </section>
  );
}

/** The number of a community, in the hue and with the sign that the drawing has for it. */
function Sign({ number, hue }: { readonly number: number; readonly hue: number | undefined }) {
  return hue === undefined ? (
    <>{number}</>
  ) : (
    <span style={{ color: HUES[hue], fontWeight: 600 }}>{signOf(number)}</span>
  );
}
