import { useMemo } from 'preact/hooks';
import type { PlaceDetail } from '../../../analyses/places/index.ts';
import type { RankHistory } from '../../../analyses/rank-history/question.ts';
import type { Trend } from '../../../analyses/trend/question.ts';
import { outputHistory } from '../../../figures/output-history.ts';
import { rankHistory } from '../../../figures/rank-history.ts';
import { type Answered, pathOf } from '../../ask/ask.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Link } from '../../parts/link.tsx';
import { Answer } from '../../parts/states.tsx';
import { slotsOf } from '../../state/hues.ts';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

interface PartProps {
  readonly place: PlaceDetail;
}

/** The hue of the place: the one it has in the comparison, or the first. */
export function useSlot({ id }: PlaceDetail): number {
  return slotsOf(useSelection().places).get(id) ?? 0;
}

/** Output through time. */
export function Output({ place }: PartProps) {
  const selection = useSelection();
  const { lang, by } = selection;
  const slot = useSlot(place);
  const trend = useAnswer<Trend & Answered>(
    pathOf('analyses/trend', { ...filtersOf(selection), place: place.id, by, lang }),
  );
  return (
    <div>
      <Answer of={trend}>{(answer) => <OutputFigure answer={answer} id={place.id} slot={slot} />}</Answer>
    </div>
  );
}

function OutputFigure({
  answer,
  id,
  slot,
}: {
  readonly answer: Trend & Answered;
  readonly id: string;
  readonly slot: number;
}) {
  const { lang } = useSelection();
  const figure = useMemo(() => outputHistory(answer, new Map([[id, slot]]), lang), [answer, id, slot, lang]);
  return <FigureBox figure={figure} />;
}

/** Rank through time. */
export function Ranks({ place }: PartProps) {
  const selection = useSelection();
  const { lang, by } = selection;
  const history = useAnswer<RankHistory & Answered>(
    pathOf('analyses/rank-history', { ...filtersOf(selection), place: place.id, by, lang }),
  );
  const slot = useSlot(place);
  return (
    <div>
      <Answer of={history}>{(answer) => <RankFigure answer={answer} slot={slot} />}</Answer>
    </div>
  );
}

function RankFigure({ answer, slot }: { readonly answer: RankHistory & Answered; readonly slot: number }) {
  const { lang } = useSelection();
  const figure = useMemo(() => rankHistory(answer, slot, lang), [answer, slot, lang]);
  const place = answer.changes.at(0)?.place ?? answer.rows.at(0)?.place;
  return (
    <FigureBox
      figure={figure}
      note={
        place === undefined ? null : (
          <p class="quiet-text">
            <Link to="/firm" with={{ of: place.id }}>
              {words[lang].firm}
            </Link>
          </p>
        )
      }
    />
  );
}
