import { useMemo } from 'preact/hooks';
import type { Sensitivity, Verdict } from '../../../analyses/sensitivity/question.ts';
import { robustnessFigure } from '../../../figures/robustness/figure.ts';
import { badgeOf } from '../../../figures/robustness/badge.ts';
import { headlineName } from '../../../figures/robustness/words.ts';
import { pathOf } from '../../api-client/client.ts';
import type { Answered } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { FileButton } from '../../parts/file-button.tsx';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Link } from '../../parts/link.tsx';
import { Answer } from '../../parts/states.tsx';
import { useSelection } from '../../state/selection.ts';
import { useRobustnessQuery } from './query.ts';
import { ChoicesTable } from './choices-table.tsx';
import { RobustnessControls } from './controls.tsx';
import './page.css';
import { words } from './words.ts';

type SensitivityAnswer = Sensitivity & Answered;

/** Whether an answer holds under the other choices that it could have been asked with, and which moves it most. */
export default function RobustnessPage() {
  const { lang } = useSelection();
  const text = words[lang];
  const asked = useRobustnessQuery();
  const parameters = { ...asked.parameters, lang };
  const told = useAnswer(
    asked.of.place === null ? null : pathOf('analyses/sensitivity', parameters),
    asked.coming,
  );
  return (
    <>
      <h1 class="visually-hidden">{text.heading}</h1>
      <RobustnessControls asked={asked} place={told.last?.place ?? null} />
      <Answer of={told}>
        {(answer) => {
          const verdict =
            answer.verdicts.find(({ headline }) => headline === asked.headline) ?? answer.verdicts.at(0);
          return verdict === undefined ? null : (
            <div class="robustness">
              <Verdicts answer={answer} shown={verdict} />
              <Shown answer={answer} verdict={verdict} />
              <ChoicesTable answer={answer} verdict={verdict} />
              <p>
                <FileButton
                  path={pathOf('analyses/sensitivity', parameters, '.csv')}
                  name="sensitivity.csv"
                  label={`${text.whole} (CSV)`}
                />
              </p>
            </div>
          );
        }}
      </Answer>
    </>
  );
}

function Shown({ answer, verdict }: { readonly answer: SensitivityAnswer; readonly verdict: Verdict }) {
  const { lang } = useSelection();
  const figure = useMemo(() => robustnessFigure(answer, verdict, lang), [answer, verdict, lang]);
  return (
    <FigureBox
      figure={figure}
      note={
        <p class="quiet-text">
          {words[lang].rests} <Link to="/methods/guide/how-robust-is-it">{words[lang].read}</Link>
        </p>
      }
    />
  );
}

/** Everything that the answer comes down to, each with its verdict; one of them is shown. */
function Verdicts({ answer, shown }: { readonly answer: SensitivityAnswer; readonly shown: Verdict }) {
  const { lang } = useSelection();
  const text = words[lang];
  const [first] = answer.verdicts;
  return (
    <ul class="verdicts" aria-label={text.comes}>
      {answer.verdicts.map((verdict) => {
        const { headline } = verdict;
        const badge = badgeOf(verdict);
        return (
          <li key={headline}>
            <Link
              with={{ headline: headline === first.headline ? null : headline }}
              current={headline === shown.headline}
            >
              {headlineName(headline, lang)}
            </Link>{' '}
            <b class={`badge-${badge}`}>{text.badges[badge]}</b>
          </li>
        );
      })}
    </ul>
  );
}
