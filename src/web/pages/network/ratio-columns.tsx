import type { LinkRow } from '../../../analyses/links/question.ts';
import { beyond, type Domain, ratioAxis } from '../../../figures/parts/axis.ts';
import { decimals, interval, whole } from '../../../base/index.ts';
import type { Column } from '../../parts/table.tsx';
import { Whisker } from '../../parts/whisker.tsx';
import { useSelection } from '../../state/selection.ts';
import { useWords } from '../../words/use-words.ts';
import { words } from './words.ts';

type Ratio = Pick<LinkRow, 'works' | 'ratio' | 'ratioInterval' | 'fewWorks'>;

/** Joint works and their ratio to what sizes make likely, written and drawn on one axis of all rows. */
export function useRatioColumns<Row extends Ratio>(rows: readonly Ratio[]): readonly Column<Row>[] {
  const domain = domainOf(rows);
  const { lang } = useSelection();
  const text = words[lang];
  const frame = useWords();
  const two = (value: number): string => decimals(value, 2, lang);
  return [
    {
      title: text.joint,
      number: true,
      largestFirst: true,
      order: (a, b) => a.works - b.works,
      cell: ({ works }) => whole(works, lang),
    },
    {
      title: text.ratio,
      number: true,
      largestFirst: true,
      order: (a, b) => (a.ratio ?? -1) - (b.ratio ?? -1),
      cell: ({ ratio, ratioInterval }) => (
        <>
          {decimals(ratio, 2, lang)} <small>{interval(ratioInterval, two, lang)}</small>
        </>
      ),
    },
    {
      title: frame.interval,
      cell: ({ ratio, ratioInterval, fewWorks }) => (
        <span class={fewWorks ? 'faded' : undefined} title={fewWorks ? text.few : undefined}>
          <Whisker value={ratio} ends={ratioInterval} domain={domain} mark={1} log />
        </span>
      ),
    },
  ];
}

const domainOf = (rows: readonly Ratio[]): Domain =>
  ratioAxis(rows.map(({ ratio, ratioInterval }) => ({ value: ratio, ends: ratioInterval })));

/** What arrows mean, under a table where there are some. */
export function RatioNote({ rows }: { readonly rows: readonly Ratio[] }) {
  const { lang } = useSelection();
  const domain = domainOf(rows);
  const isCut = rows.some(({ ratio, ratioInterval }) =>
    [...(ratio === null ? [] : [ratio]), ...(ratioInterval ?? [])].some(
      (one) => beyond(one, domain) !== null,
    ),
  );
  return isCut ? <p class="quiet-text">{words[lang].beyond}</p> : null;
}
