import { useMemo } from 'preact/hooks';
import type { Links } from '../../../analyses/link-params.ts';
import type { PlaceDetail } from '../../../analyses/places/index.ts';
import { partnersFigure } from '../../../figures/partners.ts';
import { type Answered, pathOf } from '../../ask/ask.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Answer } from '../../parts/states.tsx';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { useSlot } from './output.tsx';

const ROWS = 26;

/** With whom the place works, against what sizes make likely. */
export function Partners({ place }: { readonly place: PlaceDetail }) {
  const selection = useSelection();
  const { lang } = selection;
  const slot = useSlot(place);
  const links = useAnswer<Links & Answered>(
    pathOf('analyses/links', {
      ...filtersOf(selection),
      place: place.id,
      rows: 'partners',
      top: ROWS,
      lang,
    }),
  );
  return (
    <div>
      <Answer of={links}>{(answer) => <PartnersFigure answer={answer} place={place} slot={slot} />}</Answer>
    </div>
  );
}

function PartnersFigure({
  answer,
  place,
  slot,
}: {
  readonly answer: Links & Answered;
  readonly place: PlaceDetail;
  readonly slot: number;
}) {
  const { lang } = useSelection();
  const figure = useMemo(() => partnersFigure(answer, place, slot, lang), [answer, place, slot, lang]);
  return <FigureBox figure={figure} />;
}
