import type { Effect, Fit } from '../../../analyses/effect/question.ts';
import { decimals, whole } from '../../../base/index.ts';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

/** How many pairs × years there are, which were left out and why, and how many are used. */
export function SampleFlow({ answer, fit }: { readonly answer: Effect; readonly fit: Fit }) {
  const { lang } = useSelection();
  const text = words[lang];
  const { rows, zeros, allZero, singletons, separated, used } = fit.sample;
  const lines: readonly (readonly [string, number, 'total' | 'part'])[] = [
    [text.rows, rows, 'total'],
    [text.zeros, zeros, 'part'],
    [text.allZero, allZero, 'part'],
    [text.singletons, singletons, 'part'],
    [text.separated, separated, 'part'],
    [text.used, used, 'total'],
  ];
  return (
    <section>
      <h3>{text.sample}</h3>
      <p class="quiet-text">
        {text.cities(whole(answer.cities.length, lang), whole(answer.controls.length, lang))}
      </p>
      <table>
        <tbody>
          {lines.map(([label, count, kind]) => (
            <tr key={label}>
              <th scope="row" class={kind}>
                {label}
              </th>
              <td class="number">{whole(count, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet-text">{fit.equation[lang]}</p>
    </section>
  );
}

/** Joint works as they were counted, before the policy and after. */
export function FlowsTable({ answer }: { readonly answer: Effect }) {
  const { lang } = useSelection();
  const text = words[lang];
  return (
    <section>
      <h3>{text.flows}</h3>
      <p class="quiet-text">{text.flowsHelp}</p>
      <table>
        <tbody>
          {answer.rows
            .filter(({ section }) => section === 'flows')
            .map((row) => (
              <tr key={row.what.en}>
                <th scope="row" class="part">
                  {row.what[lang]}
                </th>
                <td class="number">{decimals(row.flow, 3, lang)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
