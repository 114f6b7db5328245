import { useMemo } from 'preact/hooks';
import type { CoverageRow } from '../../../analyses/coverage/question.ts';
import { locatedCountries } from '../../../figures/located/countries.ts';
import { locatedYears } from '../../../figures/located/years.ts';
import { decimals, nameIn, whole } from '../../../base/index.ts';
import { pathOf } from '../../api-client/client.ts';
import type { Answered } from '../../api-client/contract.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { FigureBox } from '../../parts/figure-box.tsx';
import { Answer } from '../../parts/states.tsx';
import { filtersOf, useSelection } from '../../state/selection.ts';
import { Table } from '../../parts/table.tsx';
import { words } from './words.ts';

interface CoverageAnswer extends Answered {
  readonly rows: readonly CoverageRow[];
  readonly about: { readonly locatedShare: number | null };
}

/** How much is located, by year and country, and which unknown institutions weigh most. */
export function Coverage() {
  const selection = useSelection();
  const { lang } = selection;
  const { years, field } = filtersOf(selection);
  const answer = useAnswer(pathOf('analyses/coverage', { by: 'year,country,unknown', years, field, lang }));
  return (
    <section>
      <h2>{words[lang].coverage}</h2>
      <Answer of={answer}>{(told) => <Located told={told} />}</Answer>
    </section>
  );
}

function Located({ told }: { readonly told: CoverageAnswer }) {
  const { lang } = useSelection();
  const text = words[lang];
  const byYear = useMemo(() => locatedYears(told, lang), [told, lang]);
  const byCountry = useMemo(() => locatedCountries(told, lang), [told, lang]);
  const unknown = told.rows.filter(({ section }) => section === 'unknown');
  return (
    <>
      <div class="pair">
        <FigureBox figure={byYear} level={3} />
        <FigureBox figure={byCountry} level={3} />
      </div>
      {unknown.length === 0 ? null : (
        <>
          <h3>{text.unknown}</h3>
          <p class="quiet-text">{text.unknownHelp}</p>
          <Table
            name={text.unknown}
            columns={[
              {
                title: text.institution,
                cell: ({ name, nameZh }) => (name === null ? '–' : nameIn({ name, nameZh }, lang)),
              },
              { title: text.id, cell: ({ key }) => key },
              {
                title: text.works,
                number: true,
                largestFirst: true,
                order: (a, b) => (a.works ?? -1) - (b.works ?? -1),
                cell: ({ works }) => (works === null ? '–' : whole(works, lang)),
              },
              {
                title: text.share,
                number: true,
                largestFirst: true,
                order: (a, b) => (a.share ?? -1) - (b.share ?? -1),
                cell: ({ share }) => decimals(share, 1, lang),
              },
            ]}
            rows={unknown}
            idOf={({ key }) => key}
          />
        </>
      )}
    </>
  );
}
