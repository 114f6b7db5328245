import type { LinkRow } from '../../../analyses/link-params.ts';
import { decimals, interval, whole } from '../../../figures/numbers.ts';
import type { Column } from '../../parts/table.tsx';
import { Whisker } from '../../parts/whisker.tsx';
import { useSelection } from '../../state/selection.ts';
import { useWords } from '../../words/use-words.ts';
import { words } from './words.ts';

type Ratio = Pick<LinkRow, 'works' | 'ratio' | 'ratioInterval' | 'fewWorks'>;

/** The axis of ratios begins here. */
const LEAST = 0.1;

/** Joint works and their ratio to what sizes make likely, written and drawn on an axis up to `most`. */
export function useRatioColumns<Row extends Ratio>(most: number): readonly Column<Row>[] {
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
          <Whisker value={ratio} ends={ratioInterval} least={LEAST} most={most} mark={1} log />
        </span>
      ),
    },
  ];
}
