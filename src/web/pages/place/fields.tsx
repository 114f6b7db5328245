import { useMemo } from 'preact/hooks';
import type { Specialisation } from '../../../analyses/specialisation/question.ts';
import { specialisationFigure } from '../../../figures/specialisation.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { useFields, useFieldsComing } from '../../frame/observatory.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Answer } from '../../parts/states.tsx';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { type FigureProps, type PartProps, useSlot } from './output.tsx';

const BELOW = { domain: 'field', field: 'subfield', subfield: 'topic' } as const;
const ROWS = 40;

/** In what the place is strong: fields, or what lies below the field that is selected. */
export function Fields({ id, place }: PartProps) {
  const selection = useSelection();
  const { lang, field } = selection;
  const fields = useFields();
  const level = fields.find(({ key }) => key === field)?.level;
  const coming = useFieldsComing();
  const waits = field !== null && fields.length === 0;
  const answer = useAnswer(
    waits
      ? null
      : pathOf('analyses/specialisation', {
          ...filtersOf(selection),
          place: id,
          of: level === undefined ? 'field' : BELOW[level],
          top: ROWS,
          lang,
        }),
    waits && coming,
  );
  return (
    <div>
      <Answer of={answer}>
        {(known) => (place === null ? null : <FieldsFigure answer={known} place={place} />)}
      </Answer>
    </div>
  );
}

function FieldsFigure({ answer, place }: FigureProps<Specialisation>) {
  const { lang } = useSelection();
  const slot = useSlot(place);
  const figure = useMemo(() => specialisationFigure(answer, slot, lang), [answer, slot, lang]);
  return <FigureBox figure={figure} />;
}
