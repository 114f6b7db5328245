import { sayPretrend } from '../../../analyses/effect/say.ts';
import { eventKey, eventStudy } from '../../../figures/effect/event.ts';
import { placeboFigure } from '../../../figures/effect/placebo.ts';
import { effectSensitivity } from '../../../figures/effect/sensitivity.ts';
import { decimals, nameIn, whole } from '../../../base/index.ts';
import { type Parameters, pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { FileButton } from '../../parts/file-button.tsx';
import { FigureBox } from '../../parts/figure-box.tsx';
import { useRegionQuery, useRegionComing } from '../../parts/region/region-query.ts';
import { Answer } from '../../parts/states.tsx';
import { useLocation } from '../../state/location.ts';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { EffectControls } from './controls.tsx';
import { FlowsTable, SampleFlow } from './sample.tsx';
import { Conclusion } from './conclusion.tsx';
import './page.css';
import { words } from './words.ts';

/** Quick: the estimate alone. Placebo regions and other choices are asked for once it is there. */
const QUICK = { draws: 0, sensitivity: false };

/** Whether a policy changed joint works inside a region, and what may be said of it. */
export default function EffectPage() {
  const selection = useSelection();
  const { lang } = selection;
  const text = words[lang];
  const { query } = useLocation();
  const region = useRegionQuery('main');
  const asked: Parameters = {
    ...filtersOf(selection),
    ...region,
    counting: selection.counting,
    policy: query.policy?.at(-1) ?? null,
    lag: query.lag?.at(-1) ?? null,
    untreated: query.untreated?.at(-1) === 'true' ? true : null,
    lang,
  };
  const coming = useRegionComing(region);
  const quick = useAnswer(
    region.place === null ? null : pathOf('analyses/effect', { ...asked, ...QUICK }),
    coming,
  );
  const ready = quick.answer !== null && quick.answer.fit !== null;
  const full = useAnswer(ready ? pathOf('analyses/effect', asked) : null);
  return (
    <>
      <h1 class="visually-hidden">{text.heading}</h1>
      <EffectControls region={region} place={quick.answer?.place ?? null} />
      <Answer of={quick}>
        {(estimate) => {
          const answer = full.answer ?? estimate;
          return (
            <div class="effect">
              <Conclusion answer={answer} provisional={ready && full.answer === null} />
              <FigureBox
                figure={eventStudy(answer, lang)}
                note={
                  answer.fit === null ? null : (
                    <p class="quiet-text">
                      {eventKey(answer, lang)} {sayPretrend(answer)[lang]}
                    </p>
                  )
                }
              />
              {answer.fit === null ? null : (
                <div class="pair">
                  <SampleFlow answer={answer} fit={answer.fit} />
                  <FlowsTable answer={answer} />
                </div>
              )}
            </div>
          );
        }}
      </Answer>
      {ready ? (
        <section class="later" aria-label={text.more}>
          {full.waiting ? <p class="quiet-text">{text.moreWaits}</p> : null}
          <Answer of={full}>
            {(answer) => (
              <>
                <FigureBox
                  figure={placeboFigure(answer, lang)}
                  note={
                    answer.placebo?.worst == null ? null : (
                      <p class="quiet-text">
                        {text.refit(
                          whole(answer.placebo.refits, lang),
                          decimals(answer.placebo.worst, 4, lang),
                        )}
                      </p>
                    )
                  }
                />
                <FigureBox figure={effectSensitivity(answer, lang)} />
                <p>
                  <FileButton
                    path={pathOf('analyses/effect', { ...asked, assume: query.assume ?? null }, '.csv')}
                    name="effect.csv"
                    label={`${text.whole} (${nameIn(answer.place, lang)}, CSV)`}
                  />
                </p>
              </>
            )}
          </Answer>
        </section>
      ) : null}
    </>
  );
}
