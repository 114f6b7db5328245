import { labelled } from '../../../figures/format-text.ts';
import { nameIn } from '../../../base/index.ts';
import type { Coordination } from '../../../analyses/coordination/question.ts';
import { marksOf } from '../../../figures/coordination/policies.ts';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

/** What the letters on the drawings stand for, with sources. */
export function PolicyList({ answer }: { readonly answer: Coordination }) {
  const { lang } = useSelection();
  const text = words[lang];
  const marked = [answer.place, ...answer.peers]
    .map((place) => ({ place, marks: marksOf(answer, place.id) }))
    .filter(({ marks }) => marks.length > 0);
  if (marked.length === 0) return null;
  return (
    <details class="policies">
      <summary>{text.decided}</summary>
      <div class="pair">
        {marked.map(({ place, marks }) => (
          <section key={place.id}>
            <h3>{nameIn(place, lang)}</h3>
            <ul>
              {marks.flatMap(({ sign, year, decided }) =>
                decided.map((one) => (
                  <li key={one.en}>
                    <b>{sign ?? '–'}</b> {year} {one[lang]}{' '}
                    <small>{labelled(text.source, one.source, lang)}</small>
                  </li>
                )),
              )}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}
