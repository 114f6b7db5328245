import { useMemo } from 'preact/hooks';
import type { Ranking, RankingRow } from '../../../analyses/ranking/question.ts';
import type { Growth, Trend } from '../../../analyses/trend/question.ts';
import { MEASURE } from '../../../figures/ranking.ts';
import { byName, change, decimals, interval, whole } from '../../../base/index.ts';
import type { QueryState } from '../../api-client/use-query.ts';
import { greatest } from '../../../measures/extremes.ts';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { toggled } from '../../state/toggle.ts';
import { useWords } from '../../words/use-words.ts';
import { PlaceCell } from '../place-cell.tsx';
import { State } from '../states.tsx';
import { type Column, Table } from '../table.tsx';
import { Whisker } from '../whisker.tsx';
import { words } from './words.ts';

interface RankingTableProps {
  readonly ranking: Ranking;
  /** How they grow: a question of its own. */
  readonly growth: QueryState<Pick<Trend, 'growth'>>;
}

/** Cities in their order, each with the interval of its rank and of its value; a click selects. */
export function RankingTable({ ranking, growth: asked }: RankingTableProps) {
  const { lang, places } = useSelection();
  const text = words[lang];
  const frame = useWords();
  const { by, rows } = ranking;
  const growth = asked.answer?.growth ?? NONE;
  const most = Math.max(greatest(rows.map(({ rank, rankInterval }) => rankInterval?.[1] ?? rank)), 2);
  const grows = useMemo(() => new Map(growth.map((one) => [one.place.id, one.plain])), [growth]);
  const chosen = ({ place }: RankingRow): boolean => places.includes(place.id);
  const digits = by === 'share' ? 1 : 0;
  // Nothing shrinks by more than all of it: what is not known stands last.
  const growthOf = ({ place }: RankingRow): number => grows.get(place.id)?.value ?? -2;
  const columns: readonly Column<RankingRow>[] = [
    {
      id: 'rank',
      title: text.rank,
      number: true,
      order: (a, b) => a.rank - b.rank,
      cell: ({ rank }) => rank,
    },
    { title: text.ranks, cell: (row) => <RankCell row={row} most={most} /> },
    {
      title: text.place,
      order: (a, b) => byName(a.place, b.place, lang),
      cell: (row) => (
        <PlaceCell
          place={row.place}
          chosen={chosen(row)}
          onChoose={() => select({ places: toggled(places, row.place.id) })}
        />
      ),
    },
    {
      title: text[by],
      number: true,
      largestFirst: true,
      order: (a, b) => a[by] - b[by],
      cell: (row) => decimals(row[by], digits, lang),
    },
    {
      title: frame.interval,
      number: true,
      class: 'wide',
      cell: (row) => (
        <span class="quiet-text">
          {interval(by === 'share' ? row.shareInterval : row.countInterval, digits === 0 ? whole : one, lang)}
        </span>
      ),
    },
    {
      title: text.change,
      number: true,
      largestFirst: true,
      ...(growth.length < rows.length ? {} : { order: (a, b) => growthOf(a) - growthOf(b) }),
      cell: ({ place }) => (asked.waiting ? '…' : <GrowthCell growth={grows.get(place.id) ?? null} />),
    },
  ];
  return (
    <>
      {asked.waiting && asked.job === null ? null : <State of={asked} name={text.change} />}
      <Table
        name={MEASURE[by][lang]}
        class="ranks"
        columns={columns}
        rows={rows}
        idOf={({ place }) => place.id}
        sortedBy="rank"
        chosen={chosen}
      />
    </>
  );
}

const NONE: readonly Growth[] = [];
const one: typeof whole = (value, language) => decimals(value, 1, language);

/** First and last rank, once where they are one, drawn and written. */
function RankCell({ row, most }: { readonly row: RankingRow; readonly most: number }) {
  const { lang } = useSelection();
  const { rank, rankInterval, fewWorks } = row;
  return (
    <span class={fewWorks ? 'drawn faded' : 'drawn'} title={fewWorks ? words[lang].few : undefined}>
      <span>{rankInterval === null ? '–' : [...new Set(rankInterval)].join('–')}</span>
      <Whisker value={rank} ends={rankInterval} domain={[1, most]} log />
    </span>
  );
}

/** Growth a year; faded where its interval reaches both sides of none. */
function GrowthCell({ growth }: { readonly growth: Growth['plain'] | null }) {
  const { lang } = useSelection();
  const { value = null, interval: ends = null } = growth ?? {};
  const open = ends === null || (ends[0] <= 0 && ends[1] >= 0);
  return (
    <span
      class={open ? 'faded' : undefined}
      title={ends === null ? undefined : words[lang].changeHelp(interval(ends, change, lang))}
    >
      {change(value, lang)}
    </span>
  );
}
