import { labelled } from '../../../figures/format-text.ts';
import { useState } from 'preact/hooks';
import { isPartly, syntheticBanner } from '../../../analyses/about/synthetic.ts';
import { csvOf } from '../../../figures/csv.ts';
import { pathOf } from '../../api-client/client.ts';
import type { AnswerOf } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { AboutLines } from '../../parts/about-lines.tsx';
import { save } from '../../parts/save.ts';
import { Answer } from '../../parts/states.tsx';
import { useLocation } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { dayOf } from '../../parts/day.ts';
import { type MatchQuery, matchQueryIn } from './query.ts';
import { sameNeed, withNeed } from './saved-needs.ts';
import { SavedNeedsList } from './saved-needs-list.tsx';
import { NeedForm } from './need-form.tsx';
import { HALF, Shortlist } from './shortlist.tsx';
import { useSavedNeeds } from './use-saved-needs.ts';
import { words } from './words.ts';
import '../../styles/forms.css';
import '../../styles/unfolded.css';
import './page.css';

/** What the page and the file of its shortlist show. */
const PARTS = 'rows,within,beyond,findings,told,synthetic,columns,table';
type Asked = AnswerOf<'analyses/match', { readonly parts: typeof PARTS }>;

/** A need in words, who may help, and the needs that are kept until somebody has. */
export default function Match() {
  const { lang } = useSelection();
  const { query } = useLocation();
  const text = words[lang];
  const asked = matchQueryIn(query);
  const { need, place, reach, of } = asked;
  const answer = useAnswer(
    need === null ? null : pathOf('analyses/match', { need, place, reach, of, top: 10, lang, parts: PARTS }),
  );
  return (
    <div class="match">
      <h1>{text.heading}</h1>
      <p class="intro">{text.intro}</p>
      <NeedForm asked={asked} />
      <Answer of={answer}>{(match) => <Found match={match} asked={asked} />}</Answer>
      <SavedNeedsList />
    </div>
  );
}

function Found({ match, asked }: { readonly match: Asked; readonly asked: MatchQuery }) {
  const { lang } = useSelection();
  const { needs, change } = useSavedNeeds();
  const [only, setOnly] = useState(false);
  const text = words[lang];
  const need = asked.need ?? '';
  const kept = sameNeed(needs, need, asked.place) ?? null;
  const date = dayOf(new Date());
  const half = match.rows.filter(({ lacks, coverage }) => lacks.length === 0 && coverage >= HALF).length;
  const title = text.title(half, need, half === match.rows.length && match.within > half);
  return (
    <section class={only ? 'found only-listed' : 'found'} aria-labelledby="found">
      <h2 id="found">{title}</h2>
      {match.findings.map((finding) => (
        <p key={finding}>{finding}</p>
      ))}
      {match.synthetic === null ? null : (
        <p class="synthetic">
          {isPartly(match.synthetic) ? syntheticBanner(match.synthetic, lang) : text.synthetic}
        </p>
      )}
      {match.rows.length === 0 ? <p class="empty">{text.nobody}</p> : null}
      {match.rows.length === 0 && match.beyond === null ? null : <Shortlist match={match} kept={kept} />}
      <p class="downloads found-acts">
        {kept === null ? (
          <button
            type="button"
            class="main"
            onClick={() => change((now) => withNeed(now, { text: need, place: asked.place, date }))}
          >
            {text.keep}
          </button>
        ) : (
          <span role="status">{text.keptAs(kept.id)}</span>
        )}
        <button type="button" onClick={() => print()}>
          {text.print}
        </button>
        {kept === null || kept.shortlist.length === 0 ? null : (
          <label>
            <input type="checkbox" checked={only} onChange={() => setOnly(!only)} /> {text.chosenOnly}
          </label>
        )}
        <button type="button" onClick={() => save('shortlist.csv', shortlistFile(match, title))}>
          {text.csv}
        </button>
      </p>
      <AboutLines lines={match.told} />
      <p class="printed">{labelled(text.asked, `${date} · ${location.href}`, lang)}</p>
    </section>
  );
}

/** The answer's own table as a file. */
function shortlistFile({ told, columns, table, findings }: Asked, title: string): Blob {
  const csv = csvOf({
    title,
    subtitle: findings.join(' '),
    about: told,
    numbers: {
      columns: columns.map((column) => ({ title: column.title })),
      rows: table.map((row) => columns.map(({ id }) => row[id])),
    },
  });
  return new Blob([csv], { type: 'text/csv' });
}
