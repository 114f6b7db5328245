import type { DefinitionRow } from '../../api-client/contract.ts';
import type { Coordination } from '../../../analyses/coordination/question.ts';
import type { Links } from '../../../analyses/links/question.ts';
import type { Ranking } from '../../../analyses/ranking/question.ts';
import { interval, nameIn, number, percent, span, whole } from '../../../base/index.ts';
import { times } from '../../../figures/format-text.ts';
import type { QueryState } from '../../api-client/use-query.ts';
import { Table } from '../../parts/table.tsx';
import { type Selection, useSelection } from '../../state/selection.ts';
import { idOf, type OwnRegion } from './own-region.ts';
import { words } from './words.ts';

interface SideBySideProps {
  readonly region: OwnRegion;
  readonly beside: DefinitionRow | null;
  readonly ranking: QueryState<Ranking>;
  readonly links: QueryState<Links>;
  readonly official: QueryState<Links>;
  readonly coordination: QueryState<Coordination>;
}

type Ends = readonly [number, number] | null;
interface Cell {
  readonly value: string;
  readonly sure?: string;
}
const NOTHING: Cell = { value: '–' };
const COMING: Cell = { value: '…' };

/** The two regions in one table: what each answer says of them, with its interval. */
export function SideBySide(props: SideBySideProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const { region, beside } = props;
  const columns = [
    {
      id: idOf(region),
      name: region.name,
      cells: cellsOf(idOf(region), region.cities.length, props.links, props, lang),
    },
    ...(beside === null
      ? []
      : [
          {
            id: beside.id,
            name: nameIn(beside, lang),
            cells: cellsOf(beside.id, beside.members.length, props.official, props, lang),
          },
        ]),
  ];
  const years = props.coordination.answer?.rows.at(-1)?.years ?? null;
  const window = years === null ? '…' : span(years);
  const measures = [
    text.cities,
    text.shareOf,
    text.rank,
    text.stays,
    text.expected,
    text.ratio,
    text.latest(window),
    text.jointWorks(window),
    text.density(window),
    text.first(window),
  ];
  return (
    <Table
      name={text.comparison}
      class="side-by-side"
      columns={[
        { id: 'measure', title: text.measure, names: true, cell: ({ measure }) => measure },
        ...columns.map(({ id, name, cells }) => ({
          id,
          title: name,
          cell: ({ i }: Measure) => <Measured cell={cells[i]} />,
        })),
      ]}
      rows={measures.map((measure, i): Measure => ({ measure, i }))}
      idOf={({ measure }) => measure}
    />
  );
}

interface Measure {
  readonly measure: string;
  readonly i: number;
}

/** A value and how sure it is. */
function Measured({ cell: { value, sure = '' } }: { readonly cell: Cell }) {
  const { lang } = useSelection();
  return (
    <>
      {value}{' '}
      {sure === '' ? null : (
        <span class="quiet-text" title={words[lang].interval}>
          {sure}
        </span>
      )}
    </>
  );
}

/** What stands where there is no value: whether it may still come. */
const none = ({ waiting }: QueryState<unknown>): Cell => (waiting ? COMING : NOTHING);

/** One column, in the order of the measures. */
function cellsOf(
  id: string,
  cities: number,
  links: QueryState<Links>,
  { ranking: ranked, coordination }: SideBySideProps,
  lang: Selection['lang'],
): Cell[] {
  const text = words[lang];
  const ranking = ranked.answer;
  const row = ranking?.rows.find(({ place }) => place.id === id) ?? null;
  const intra = links.answer?.intra ?? null;
  const last = coordination.answer?.rows.findLast(({ place }) => place.id === id) ?? null;
  const with95 = (
    value: number | null,
    ends: Ends,
    of: (value: number, lang: Selection['lang']) => string,
  ): Cell =>
    value === null
      ? NOTHING
      : { value: of(value, lang), sure: ends === null ? '' : `(${interval(ends, of, lang)})` };
  return [
    { value: whole(cities, lang) },
    row === null ? none(ranked) : with95(row.share, row.shareInterval, number),
    row === null
      ? none(ranked)
      : {
          value: `${row.rank} ${text.ofRegions(whole(row.ranked, lang))}`,
          sure: row.rankInterval === null ? '' : `(${row.rankInterval.join('–')})`,
        },
    intra === null ? none(links) : with95(intra.intraShare, intra.intraShareInterval, percent),
    intra === null ? none(links) : { value: percent(intra.expectedShare, lang) },
    intra?.ratio == null ? none(links) : with95(intra.ratio, intra.ratioInterval, times),
    last?.ratio.value == null ? none(coordination) : with95(last.ratio.value, last.ratio.interval, times),
    last === null ? none(coordination) : { value: whole(last.jointWorks, lang) },
    last === null ? none(coordination) : { value: percent(last.density, lang) },
    last?.first == null ? none(coordination) : { value: nameIn(last.first, lang) },
  ];
}
