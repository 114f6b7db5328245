import { Link } from '../../parts/link.tsx';
import { save } from '../../parts/save.ts';
import { useSelection } from '../../state/selection.ts';
import { may, needsFile, noted, withdrawn } from './kept.ts';
import { useKept } from './use-kept.ts';
import { words } from './words.ts';

/** The needs that this browser keeps, each to be asked again, and all of them as a file. */
export function KeptNeeds() {
  const { lang } = useSelection();
  const { needs, change } = useKept();
  const text = words[lang];
  return (
    <section class="kept">
      <h2>{text.kept}</h2>
      <p class="intro">{text.keptHelp}</p>
      {needs.length === 0 ? (
        <p class="quiet-text">{text.none}</p>
      ) : (
        <>
          <div class="scroll" tabIndex={0} role="region" aria-label={text.kept}>
            <table>
              <thead>
                <tr>
                  {[
                    text.id,
                    text.state,
                    text.need,
                    text.where,
                    text.date,
                    text.shortlist,
                    text.answer,
                    text.note,
                  ].map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                  <th scope="col">
                    <span class="only-heard">{text.remove}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {needs.map((need) => (
                  <tr key={need.id}>
                    <td>{need.id}</td>
                    <td>{text.states[need.state]}</td>
                    <td>
                      <Link to="/match" with={{ need: need.text, in: need.place }}>
                        {need.text}
                      </Link>
                    </td>
                    <td>{need.place ?? '–'}</td>
                    <td class="date">{need.date}</td>
                    <td>{need.shortlist.join('; ') || '–'}</td>
                    <td>{need.answer.join('; ') || '–'}</td>
                    <td>
                      <input
                        type="text"
                        aria-label={`${text.note}: ${need.id}`}
                        value={need.note ?? ''}
                        onChange={({ currentTarget: { value } }) =>
                          change((now) => noted(now, need.id, value))
                        }
                      />
                    </td>
                    <td class="acts">
                      {may('withdraw', need) ? (
                        <button type="button" onClick={() => change((now) => withdrawn(now, need.id))}>
                          {text.withdraw}
                        </button>
                      ) : null}
                      <button
                        type="button"
                        aria-label={`${text.remove}: ${need.id}`}
                        onClick={() => change((now) => now.filter(({ id }) => id !== need.id))}
                      >
                        {text.remove}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="downloads">
            <button
              type="button"
              onClick={() => save('needs.csv', new Blob([needsFile(needs)], { type: 'text/csv' }))}
            >
              {text.file}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
