import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Coordination } from '../../../analyses/coordination/question.ts';
import { aroundPolicy } from '../../../figures/coordination/around-policy.ts';
import { coordinationHistory } from '../../../figures/coordination/history.ts';
import {
  COORDINATION_MEASURES,
  type CoordinationMeasureId,
  isMeasure,
} from '../../../figures/coordination/measures.ts';
import { type Parameters, pathOf } from '../../api-client/client.ts';
import type { Answered } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { Choice } from '../../parts/choice.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Link } from '../../parts/link.tsx';
import { Answer } from '../../parts/states.tsx';
import { slotsOf } from '../../state/hues.ts';
import { select, useLocation } from '../../state/location.ts';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { AroundTable } from './around-table.tsx';
import { ofIn } from '../../parts/region/region-query.ts';
import { useCoordinationQuery } from './query.ts';
import { CoordinationControls } from './controls.tsx';
import { PolicyList } from './policy-list.tsx';
import './page.css';
import { words } from './words.ts';

type CoordinationAnswer = Coordination & Answered;

/** A region through time against its peers, with its policies marked. */
export default function CoordinationPage() {
  const selection = useSelection();
  const { lang } = selection;
  const asked = useCoordinationQuery();
  const parameters: Parameters = {
    ...filtersOf(selection),
    place: asked.of.place,
    region: asked.regions,
    peers: asked.peers.length === 0 ? null : asked.peers.join(','),
    window: asked.window,
    policy: asked.policy,
    span: asked.span,
    lang,
  };
  const coordination = useAnswer(
    asked.of.place === null ? null : pathOf('analyses/coordination', parameters),
    asked.coming,
  );
  return (
    <>
      <h1 class="visually-hidden">{words[lang].heading}</h1>
      <CoordinationControls asked={asked} answer={coordination.last} />
      <Answer of={coordination}>
        {(answer) => <Figures answer={answer} csv={pathOf('analyses/coordination', parameters, '.csv')} />}
      </Answer>
    </>
  );
}

/** Shown under the two that come first; more can be chosen. */
const SHAPE: CoordinationMeasureId = 'throughFirst';
const FIRST: readonly CoordinationMeasureId[] = ['ratio', 'intraShare'];

function Figures({ answer, csv }: { readonly answer: CoordinationAnswer; readonly csv: string }) {
  const { lang } = useSelection();
  const text = words[lang];
  const { query } = useLocation();
  const given = query.measure?.at(-1) ?? SHAPE;
  const measure = isMeasure(given) ? given : SHAPE;
  const slots = useMemo(() => slotsOf([answer.place, ...answer.peers].map(({ id }) => id)), [answer]);
  // The years that the title speaks of.
  const last = lastYears(answer);
  const around = useMemo(() => aroundPolicy(answer, lang), [answer, lang]);
  return (
    <>
      <Measured
        answer={answer}
        measure="ratio"
        slots={slots}
        note={
          <p class="quiet-text">
            <Link to="/robustness" with={{ of: ofIn(answer.place), answer: 'links', years: last }}>
              {text.robust}
            </Link>
          </p>
        }
      />
      <PolicyList answer={answer} />
      <Measured answer={answer} measure="intraShare" slots={slots} />
      <FigureBox
        figure={around}
        note={
          <p class="quiet-text">
            {text.noEffect}{' '}
            <Link to="/effect" with={{ of: query.of ?? null, policy: query.policy ?? null }}>
              {text.test}
            </Link>
          </p>
        }
      />
      <AroundTable answer={answer} />
      <section class="shape" aria-label={text.more}>
        <Choice
          label={text.measure}
          value={measure}
          options={Object.entries(COORDINATION_MEASURES)
            .filter(([id]) => !FIRST.includes(id as CoordinationMeasureId))
            .map(([value, { title }]) => ({ value, label: title[lang] }))}
          onPick={(value) => select({ measure: value === SHAPE ? null : value })}
        />
        <Measured answer={answer} measure={measure} slots={slots} />
      </section>
      <p>
        <FileButton path={csv} name="coordination.csv" label={`${text.whole} (CSV)`} />
      </p>
    </>
  );
}

/** The last years in which the region has a ratio, as the address has them; null where there are none. */
function lastYears({ rows, place }: Coordination): string | null {
  const years = rows.findLast((row) => row.place.id === place.id && row.ratio.value !== null)?.years;
  return years === undefined ? null : `${years.from}-${years.to}`;
}

interface MeasuredProps {
  readonly answer: CoordinationAnswer;
  readonly measure: CoordinationMeasureId;
  readonly slots: ReadonlyMap<string, number>;
  readonly note?: ComponentChildren;
}

function Measured({ answer, measure, slots, note }: MeasuredProps) {
  const { lang } = useSelection();
  const figure = useMemo(
    () => coordinationHistory(answer, measure, slots, lang),
    [answer, measure, slots, lang],
  );
  return <FigureBox figure={figure} note={note} />;
}
