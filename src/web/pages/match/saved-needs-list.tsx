import { clauses, labelled } from '../../../figures/format-text.ts';
import { Link } from '../../parts/link.tsx';
import { save } from '../../parts/save.ts';
import { Table } from '../../parts/table.tsx';
import { useSelection } from '../../state/selection.ts';
import { type SavedNeed, may, needsFile, noted, withdrawn } from './saved-needs.ts';
import { useSavedNeeds } from './use-saved-needs.ts';
import { NeedsImport } from './needs-import.tsx';
import { words } from './words.ts';

/** The needs that this browser keeps, each to be asked again, and all of them as a file. */
export function SavedNeedsList() {
  const { lang } = useSelection();
  const { needs } = useSavedNeeds();
  const text = words[lang];
  return (
    <section class="kept">
      <h2>{text.kept}</h2>
      <p class="intro">{text.keptHelp}</p>
      {needs.length === 0 ? (
        <p class="quiet-text">{text.none}</p>
      ) : (
        <>
          <Table
            name={text.kept}
            columns={[
              { title: text.id, cell: ({ id }) => id },
              { title: text.state, cell: ({ state }) => text.states[state] },
              {
                title: text.need,
                cell: (need) => (
                  <Link to="/match" with={{ need: need.text, in: need.place }}>
                    {need.text}
                  </Link>
                ),
              },
              { title: text.where, cell: ({ place }) => place ?? '–' },
              { title: text.date, class: 'date', cell: ({ date }) => date },
              { title: text.shortlist, cell: ({ shortlist }) => clauses(shortlist, lang) || '–' },
              { title: text.answer, cell: ({ answer }) => clauses(answer, lang) || '–' },
              { title: text.note, cell: (need) => <Note need={need} /> },
              { title: text.remove, hiddenTitle: true, class: 'acts', cell: (need) => <Acts need={need} /> },
            ]}
            rows={needs}
            idOf={({ id }) => id}
          />
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
      <NeedsImport />
    </section>
  );
}

interface NeedProps {
  readonly need: SavedNeed;
}

function Note({ need: { id, note } }: NeedProps) {
  const { lang } = useSelection();
  const { change } = useSavedNeeds();
  return (
    <input
      type="text"
      aria-label={labelled(words[lang].note, id, lang)}
      value={note ?? ''}
      onChange={({ currentTarget: { value } }) => change((now) => noted(now, id, value))}
    />
  );
}

function Acts({ need }: NeedProps) {
  const { lang } = useSelection();
  const { change } = useSavedNeeds();
  const text = words[lang];
  return (
    <>
      {may('withdraw', need) ? (
        <button type="button" onClick={() => change((now) => withdrawn(now, need.id))}>
          {text.withdraw}
        </button>
      ) : null}
      <button
        type="button"
        aria-label={labelled(text.remove, need.id, lang)}
        onClick={() => change((now) => now.filter(({ id }) => id !== need.id))}
      >
        {text.remove}
      </button>
    </>
  );
}
