import type { Effect } from '../../../analyses/effect/question.ts';
import { syntheticShort } from '../../../analyses/about/synthetic.ts';
import { type Assertion, sayEffect } from '../../../analyses/effect/say.ts';
import { reasonOf } from '../../../figures/effect/event.ts';
import { percent } from '../../../base/index.ts';
import { select, useLocation } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { toggled } from '../../state/toggle.ts';
import { words } from './words.ts';

const ASSUMABLE: readonly Assertion[] = ['assigned', 'contained', 'alone'];
const isAssertion = (id: string): id is Assertion => (ASSUMABLE as readonly string[]).includes(id);

interface MayBeSaidProps {
  readonly answer: Effect;
  /** Whether the placebo regions are still to come, or failed. */
  readonly provisional: boolean;
}

/** The sentence that may be said, what it rests on, and what the reader may assume. */
export function Conclusion({ answer, provisional }: MayBeSaidProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const given = useLocation().query.assume?.at(-1)?.split(',').filter(isAssertion) ?? [];
  const said = sayEffect(answer, given);
  if (said === null)
    return (
      <section class="said">
        <h2>{text.may}</h2>
        <p class="sentence">{text.unsayable}</p>
        <p>{reasonOf(answer, lang)}</p>
      </section>
    );
  const { fit } = answer;
  return (
    <section class="said">
      <h2>
        {text.may} <Synthetic of={answer} />
      </h2>
      <p class={`verdict verdict-${said.verb.replaceAll(' ', '-')}`}>{text.verbs[said.verb]}</p>
      <p class="sentence" aria-live="polite">
        {said[lang]}
      </p>
      {fit?.detectable == null ? null : (
        <p class="quiet-text">{text.detectable(percent(fit.detectable, lang))}</p>
      )}
      {provisional ? <p class="quiet-text">{text.provisional}</p> : null}
      <div class="pair">
        <Conditions conditions={said.conditions} given={given} />
        {fit === null || fit.warnings.length === 0 ? null : (
          <div>
            <h3>{text.warnings}</h3>
            <ul class="warnings">
              {fit.warnings.map((warning) => (
                <li key={warning.en}>{warning[lang]}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function Synthetic({ of: { about } }: { readonly of: Effect }) {
  const { lang } = useSelection();
  return about.synthetic === null ? null : <span class="mark">{syntheticShort(about.synthetic, lang)}</span>;
}

interface ConditionsProps {
  readonly conditions: Effect['conditions'];
  readonly given: readonly Assertion[];
}

/** What must hold before one may say "caused", and whether it does. */
function Conditions({ conditions, given }: ConditionsProps) {
  const { lang } = useSelection();
  const text = words[lang];
  return (
    <div>
      <h3>{text.conditions}</h3>
      <table class="conditions">
        <thead>
          <tr>
            <th scope="col">{text.holds}</th>
            <th scope="col">{text.condition}</th>
          </tr>
        </thead>
        <tbody>
          {conditions.map(({ id, holds, text: condition }) => (
            <tr key={id}>
              <td class="holds">
                <span aria-hidden="true">{holds === true ? '✓' : holds === false ? '✕' : '?'}</span>{' '}
                {holds === true ? text.yes : holds === false ? text.no : text.open}
              </td>
              <td>
                {isAssertion(id) ? (
                  <label class="assume">
                    <input
                      type="checkbox"
                      checked={given.includes(id)}
                      onChange={() => select({ assume: toggled(given, id) })}
                    />{' '}
                    {text.assume[id]}
                  </label>
                ) : (
                  condition[lang]
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet-text">{text.assumeHelp}</p>
    </div>
  );
}
