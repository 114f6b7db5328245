import { useMemo } from 'preact/hooks';
import type { PlaceDetail } from '../../../analyses/places/index.ts';
import type { RankHistory } from '../../../analyses/rank-history/question.ts';
import type { Trend } from '../../../analyses/trend/question.ts';
import { outputHistory } from '../../../figures/output-history.ts';
import { rankHistory } from '../../../figures/rank-history.ts';
import { pathOf } from '../../api-client/client.ts';
import type { Answered } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Link } from '../../parts/link.tsx';
import { Answer } from '../../parts/states.tsx';
import { slotsOf } from '../../state/hues.ts';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

/** A part of the page of a place: asked for by what stands in the address, shown once the place is known. */
export interface PartProps {
  readonly id: string;
  readonly place: PlaceDetail | null;
}

/** The hue of the place: the one it has in the comparison, or the first. */
export function useSlot({ id }: PlaceDetail): number {
  return slotsOf(useSelection().places).get(id) ?? 0;
}

/** Output through time. */
export function Output({ id, place }: PartProps) {
  const selection = useSelection();
  const { lang, by } = selection;
  const trend = useAnswer(pathOf('analyses/trend', { ...filtersOf(selection), place: id, by, lang }));
  return (
    <div>
      <Answer of={trend}>
        {(answer) => (place === null ? null : <OutputFigure answer={answer} place={place} />)}
      </Answer>
    </div>
  );
}

export interface FigureProps<A> {
  readonly answer: A & Answered;
  readonly place: PlaceDetail;
}

function OutputFigure({ answer, place }: FigureProps<Trend>) {
  const { lang } = useSelection();
  const { id } = place;
  const slot = useSlot(place);
  const figure = useMemo(() => outputHistory(answer, new Map([[id, slot]]), lang), [answer, id, slot, lang]);
  return <FigureBox figure={figure} />;
}

/** Rank through time. */
export function Ranks({ id, place }: PartProps) {
  const selection = useSelection();
  const { lang, by } = selection;
  const history = useAnswer(
    pathOf('analyses/rank-history', { ...filtersOf(selection), place: id, by, lang }),
  );
  return (
    <div>
      <Answer of={history}>
        {(answer) => (place === null ? null : <RankFigure answer={answer} place={place} />)}
      </Answer>
    </div>
  );
}

function RankFigure({ answer, place }: FigureProps<RankHistory>) {
  const { lang } = useSelection();
  const slot = useSlot(place);
  const figure = useMemo(() => rankHistory(answer, slot, lang), [answer, slot, lang]);
  const isFollowed = answer.changes.length > 0 || answer.rows.length > 0;
  return (
    <FigureBox
      figure={figure}
      note={
        isFollowed ? (
          <p class="quiet-text">
            <Link to="/robustness" with={{ of: place.id }}>
              {words[lang].robust}
            </Link>
          </p>
        ) : null
      }
    />
  );
}
