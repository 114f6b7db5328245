import { useMemo } from 'preact/hooks';
import type { Links } from '../../../analyses/links/question.ts';
import { partnersFigure } from '../../../figures/partners.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Answer } from '../../parts/states.tsx';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { type FigureProps, type PartProps, useSlot } from './output.tsx';

const ROWS = 26;

/** With whom the place works, against what sizes make likely. */
export function Partners({ id, place }: PartProps) {
  const selection = useSelection();
  const { lang } = selection;
  const links = useAnswer(
    pathOf('analyses/links', {
      ...filtersOf(selection),
      place: id,
      rows: 'partners',
      top: ROWS,
      lang,
    }),
  );
  return (
    <div>
      <Answer of={links}>
        {(answer) => (place === null ? null : <PartnersFigure answer={answer} place={place} />)}
      </Answer>
    </div>
  );
}

function PartnersFigure({ answer, place }: FigureProps<Links>) {
  const { lang } = useSelection();
  const slot = useSlot(place);
  const figure = useMemo(() => partnersFigure(answer, place, slot, lang), [answer, place, slot, lang]);
  return <FigureBox figure={figure} />;
}
