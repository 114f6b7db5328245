import { useMemo } from 'preact/hooks';
import { claimTotals, type LedgerAnswer } from '../../../figures/claims/totals.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Answer } from '../../parts/states.tsx';
import { select, useLocation } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { ClaimsTable } from './claims-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { filtersIn, fitting, KEYS } from './filters.ts';
import { words } from './words.ts';
import { WriteClaim } from './write-claim.tsx';
import '../../styles/forms.css';
import '../../styles/unfolded.css';
import './page.css';

/** The ledger: what is publicly said, and which of it holds. */
export default function Claims() {
  const { lang } = useSelection();
  const text = words[lang];
  const asked = useAnswer(pathOf('claims', { lang }));
  return (
    <>
      <h1>{text.heading}</h1>
      <p class="intro">{text.intro}</p>
      <Answer of={asked}>{(answer) => <Ledger answer={answer} />}</Answer>
      <WriteClaim />
    </>
  );
}

function Ledger({ answer }: { readonly answer: LedgerAnswer }) {
  const { lang } = useSelection();
  const { query } = useLocation();
  const text = words[lang];
  const filters = filtersIn(query);
  const claims = fitting(answer.rows, filters);
  const figure = useMemo(() => claimTotals(answer, lang), [answer, lang]);
  return (
    <>
      <FigureBox figure={figure} />
      <section class="ledger-list">
        <FilterBar claims={answer.rows} filters={filters} />
        <p class="quiet-text" role="status">
          {text.shown(claims.length, answer.rows.length)}
        </p>
        {claims.length === 0 ? (
          <p class="empty">
            {text.none}{' '}
            <button type="button" onClick={() => select(Object.fromEntries(KEYS.map((key) => [key, null])))}>
              {text.clear}
            </button>
          </p>
        ) : (
          <ClaimsTable answer={answer} claims={claims} open={query.id?.at(-1) ?? null} />
        )}
      </section>
    </>
  );
}
