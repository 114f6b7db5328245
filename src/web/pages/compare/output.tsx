import { useMemo } from 'preact/hooks';
import type { Trend } from '../../../analyses/trend/question.ts';
import { outputHistory } from '../../../figures/output-history.ts';
import { pathOf } from '../../api-client/client.ts';
import type { Answered } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Answer } from '../../parts/states.tsx';
import { filtersOf, useSelection } from '../../state/selection.ts';

interface OutputProps {
  readonly places: string | null;
  readonly regions: readonly string[];
  readonly slots: ReadonlyMap<string, number>;
}

/** Output through time, a panel a place, all on one scale. */
export function OutputTogether({ places, regions, slots }: OutputProps) {
  const selection = useSelection();
  const { lang, by } = selection;
  const trend = useAnswer(
    pathOf('analyses/trend', { ...filtersOf(selection), place: places, region: regions, by, lang }),
  );
  return (
    <section class="block">
      <Answer of={trend}>{(answer) => <Panels answer={answer} slots={slots} />}</Answer>
    </section>
  );
}

function Panels({
  answer,
  slots,
}: {
  readonly answer: Trend & Answered;
  readonly slots: OutputProps['slots'];
}) {
  const { lang } = useSelection();
  const key = [...slots].join();
  const figure = useMemo(() => outputHistory(answer, slots, lang), [answer, key, lang]);
  return <FigureBox figure={figure} />;
}
