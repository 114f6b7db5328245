import { useMemo, useState } from 'preact/hooks';
import type { Ranking, RankingRow } from '../../../analyses/ranking-question.ts';
import type { Growth } from '../../../analyses/trend/question.ts';
import type { Language } from '../../../figures/figure.ts';
import { MEASURE } from '../../../figures/ranking.ts';
import { nameOf } from '../../../figures/names.ts';
import { change, decimals, interval, whole } from '../../../figures/numbers.ts';
import { Link } from '../../parts/link.tsx';
import { SortHead, type Sorted } from '../../parts/sort-head.tsx';
import { Whisker } from '../../parts/whisker.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { toggled } from '../../state/toggle.ts';
import { words } from './words.ts';

type Key = 'rank' | 'name' | 'value';

/** First and last rank, once where they are one. */
const ranksOf = ({ rankInterval }: RankingRow): string =>
  rankInterval === null ? '–' : [...new Set(rankInterval)].join('–');
const endsOf = (row: RankingRow, by: Ranking['by']) =>
  by === 'share' ? row.shareInterval : row.countInterval;
const one = (value: number, language: Language): string => decimals(value, 1, language);

interface RankingTableProps {
  readonly ranking: Ranking;
  /** How they grow, of those of whom it is known yet. */
  readonly growth: readonly Growth[];
}

/** Cities in their order, each with the interval of its rank and of its value; a click selects. */
export function RankingTable({ ranking, growth }: RankingTableProps) {
  const { lang, places } = useSelection();
  const text = words[lang];
  const [sorted, setSorted] = useState<Sorted<Key>>({ by: 'rank', down: false });
  const { by } = ranking;
  const most = Math.max(...ranking.rows.map(({ rank, rankInterval }) => rankInterval?.[1] ?? rank), 2);
  const grows = useMemo(() => new Map(growth.map((one) => [one.place.id, one.plain])), [growth]);
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
            <th scope="col">{text.ranks}</th>
            <SortHead of="name" sorted={sorted} onSort={setSorted}>
              {text.place}
            </SortHead>
            <SortHead of="value" sorted={sorted} onSort={setSorted} number>
              {text[by]}
            </SortHead>
            <th scope="col" class="number wide">
              {text.interval}
            </th>
            <th scope="col" class="number">
              {text.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const chosen = places.includes(row.place.id);
            return (
              <tr key={row.place.id} aria-selected={chosen} class={chosen ? 'chosen' : undefined}>
                <td class="number">{row.rank}</td>
                <td class={row.fewWorks ? 'faded' : undefined} title={row.fewWorks ? text.few : undefined}>
                  <span class="drawn">
                    <span>{ranksOf(row)}</span>
                    <Whisker value={row.rank} ends={row.rankInterval} least={1} most={most} log />
                  </span>
                </td>
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
                <td class="number quiet-text wide">
                  {interval(endsOf(row, by), by === 'share' ? one : whole, lang)}
                </td>
                <GrowthCell growth={grows.get(row.place.id) ?? null} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Growth a year; faded where its interval reaches both sides of none. */
function GrowthCell({ growth }: { readonly growth: Growth['plain'] | null }) {
  const { lang } = useSelection();
  const { value = null, interval: ends = null } = growth ?? {};
  const open = ends === null || (ends[0] <= 0 && ends[1] >= 0);
  return (
    <td
      class={open ? 'number faded' : 'number'}
      title={ends === null ? undefined : words[lang].changeHelp(interval(ends, change, lang))}
    >
      {change(value, lang)}
    </td>
  );
}
