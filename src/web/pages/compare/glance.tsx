import type { Compare, CompareRow } from '../../../analyses/compare/question.ts';
import { distinctNames } from '../../../figures/names.ts';
import { decimals, interval, whole } from '../../../base/index.ts';
import type { PlaceName } from '../../../analyses/places/names.ts';
import { greatest } from '../../../measures/extremes.ts';
import { Link } from '../../parts/link.tsx';
import { Table } from '../../parts/table.tsx';
import { Whisker } from '../../parts/whisker.tsx';
import { useSelection } from '../../state/selection.ts';
import { useWords } from '../../words/use-words.ts';
import { Swatch } from './swatch.tsx';
import { words } from './words.ts';

interface GlanceProps {
  readonly compare: Compare;
  readonly slots: ReadonlyMap<string, number>;
}

/** Share, Count and ranks of each place, with their intervals on one scale. */
export function Glance({ compare, slots }: GlanceProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const frame = useWords();
  const names = distinctNames(compare.places, lang);
  const of = (what: string, id: string): CompareRow | undefined =>
    compare.rows.find((row) => row.what.id === what && row.place.id === id);
  const most = Math.max(
    1,
    greatest(
      compare.rows
        .filter(({ what }) => what.id === 'share')
        .map(({ value, interval: ends }) => ends?.[1] ?? value ?? 0),
    ),
  );
  const by =
    (what: string) =>
    (a: PlaceName, b: PlaceName): number =>
      (of(what, a.id)?.value ?? -1) - (of(what, b.id)?.value ?? -1);
  const textOf = (row: CompareRow | undefined, say: (row: CompareRow) => string): string =>
    row?.value == null ? (row?.reason?.[lang] ?? '–') : say(row);
  const one = (value: number): string => decimals(value, 1, lang);
  return (
    <section class="block">
      <h2>{text.glance}</h2>
      <Table
        name={text.glance}
        class="glance"
        columns={[
          {
            title: text.place,
            names: true,
            cell: (place) => (
              <>
                <Swatch slot={slots.get(place.id)} />{' '}
                <Link to={`/place/${place.id}`}>{names.get(place.id)}</Link>{' '}
                <small>{frame.kinds[place.kind]}</small>
              </>
            ),
          },
          {
            title: text.share,
            number: true,
            largestFirst: true,
            order: by('share'),
            cell: ({ id }) => textOf(of('share', id), ({ value }) => one(value!)),
          },
          {
            title: frame.interval,
            cell: ({ id }) => <Ends row={of('share', id)} most={most} say={one} />,
          },
          {
            title: text.count,
            number: true,
            largestFirst: true,
            order: by('count'),
            cell: ({ id }) => textOf(of('count', id), ({ value }) => whole(value!, lang)),
          },
          { title: text.rankHere, number: true, cell: ({ id }) => textOf(of('rank-here', id), ranks) },
          {
            title: text.rank,
            cell: ({ id }) => textOf(of('rank', id), (rank) => text.rankOf(ranks(rank), rank.unit[lang])),
          },
        ]}
        rows={compare.places}
        idOf={({ id }) => id}
      />
    </section>
  );
}

interface EndsProps {
  readonly row: CompareRow | undefined;
  readonly most: number;
  readonly say: (value: number) => string;
}

/** The interval of a value, drawn on the scale of all and written; faded where it rests on few works. */
function Ends({ row, most, say }: EndsProps) {
  const { lang } = useSelection();
  const few = row?.fewWorks === true;
  const ends = row?.interval ?? null;
  return (
    <span class={few ? 'drawn-ends faded' : 'drawn-ends'} title={few ? words[lang].few : undefined}>
      <Whisker value={row?.value ?? null} ends={ends} domain={[0, most]} />
      {ends === null ? '–' : interval(ends, say, lang)}
    </span>
  );
}

/** A rank with the ranks that it may be: `3 (3–6)`. */
function ranks({ value, interval: ends }: CompareRow): string {
  return ends === null || ends[0] === ends[1] ? String(value) : `${value} (${ends[0]}–${ends[1]})`;
}
