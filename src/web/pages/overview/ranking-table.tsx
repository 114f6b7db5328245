import { useMemo, useState } from 'preact/hooks';
import type { Ranking, RankingRow } from '../../../analyses/ranking-question.ts';
import { MEASURE } from '../../../figures/ranking.ts';
import { nameOf } from '../../../figures/names.ts';
import { decimals } from '../../../figures/numbers.ts';
import { Link } from '../../parts/link.tsx';
import { SortHead, type Sorted } from '../../parts/sort-head.tsx';
import { Whisker } from '../../parts/whisker.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { toggled } from '../../state/toggle.ts';
import { words } from './words.ts';

type Key = 'rank' | 'name' | 'value';

/** Cities in their order, each with the interval of its rank and of its value; a click selects. */
export function RankingTable({ ranking }: { readonly ranking: Ranking }) {
  const { lang, places } = useSelection();
  const text = words[lang];
  const [sorted, setSorted] = useState<Sorted<Key>>({ by: 'rank', down: false });
  const { by } = ranking;
  const ends = (row: RankingRow) => (by === 'share' ? row.shareInterval : row.countInterval);
  const most = Math.max(...ranking.rows.map((row) => ends(row)?.[1] ?? row[by]), 1);
  const rows = useMemo(() => {
    const order: Readonly<Record<Key, (a: RankingRow, b: RankingRow) => number>> = {
      rank: (a, b) => a.rank - b.rank,
      name: (a, b) =>
        nameOf(a.place, lang).localeCompare(nameOf(b.place, lang), lang === 'zh' ? 'zh-CN' : 'en'),
      value: (a, b) => a[by] - b[by],
    };
    const inOrder = ranking.rows.toSorted(order[sorted.by]);
    return sorted.down ? inOrder.reverse() : inOrder;
  }, [ranking, sorted, lang, by]);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={MEASURE[by][lang]}>
      <table class="ranks">
        <thead>
          <tr>
            <SortHead of="rank" sorted={sorted} onSort={setSorted} number>
              {text.rank}
            </SortHead>
            <th scope="col" class="number">
              {text.ranks}
            </th>
            <SortHead of="name" sorted={sorted} onSort={setSorted}>
              {text.place}
            </SortHead>
            <SortHead of="value" sorted={sorted} onSort={setSorted} number>
              {text[by]}
            </SortHead>
            <th scope="col">{text.interval}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const chosen = places.includes(row.place.id);
            return (
              <tr key={row.place.id} aria-selected={chosen} class={chosen ? 'chosen' : undefined}>
                <td class="number">{row.rank}</td>
                <td class="number">{row.rankInterval?.join('–') ?? '–'}</td>
                <td>
                  <button
                    type="button"
                    class="row-name"
                    aria-pressed={chosen}
                    onClick={() => select({ places: toggled(places, row.place.id) })}
                  >
                    {nameOf(row.place, lang)}
                  </button>{' '}
                  <Link to={`/place/${row.place.id}`} class="open" title={text.open}>
                    →<span class="only-heard">{`${text.open} ${nameOf(row.place, lang)}`}</span>
                  </Link>
                </td>
                <td class="number">{decimals(row[by], by === 'share' ? 1 : 0, lang)}</td>
                <td title={row.fewWorks ? text.few : undefined} class={row.fewWorks ? 'faded' : undefined}>
                  <Whisker value={row[by]} ends={ends(row)} most={most} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
