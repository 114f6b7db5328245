import { nameIn } from '../../../base/index.ts';
import type { LinkRow } from '../../../analyses/links/question.ts';
import { type Parameters, pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { AboutLines } from '../../parts/about-lines.tsx';
import { Answer } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { RatioNote, useRatioColumns } from './ratio-columns.tsx';
import { words } from './words.ts';

interface LinkDetailProps {
  readonly a: string;
  readonly b: string;
  /** Filters and counting of the page. */
  readonly asked: Parameters;
}

/** The numbers of one link, and in which fields its two cities work together. */
export function LinkDetail({ a, b, asked }: LinkDetailProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const question: Parameters = { ...asked, place: a, with: b, lang };
  const link = useAnswer(pathOf('analyses/links', question));
  return (
    <section class="link-detail" aria-live="polite">
      <Answer of={link}>
        {(answer) => {
          const row = answer.rows.at(0);
          return (
            <>
              <h2>
                {row === undefined ? text.none : text.between(nameIn(row.a, lang), nameIn(row.b, lang))}{' '}
                <button type="button" class="quiet" onClick={() => select({ link: null })}>
                  {text.close}
                </button>
              </h2>
              {answer.findings.map((finding) => (
                <p key={finding}>{finding}</p>
              ))}
              {row === undefined ? null : (
                <LinkTable
                  head={text.link}
                  rows={[[text.between(nameIn(row.a, lang), nameIn(row.b, lang)), row]]}
                />
              )}
              <AboutLines lines={answer.told} />
            </>
          );
        }}
      </Answer>
      {asked.field == null ? <InFields question={question} /> : null}
    </section>
  );
}

function InFields({ question }: { readonly question: Parameters }) {
  const { lang } = useSelection();
  const text = words[lang];
  const fields = useAnswer(pathOf('analyses/links', { ...question, by: 'field' }));
  return (
    <>
      <h3>{text.inFields}</h3>
      <Answer of={fields}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{text.none}</p>
          ) : (
            <LinkTable head={text.field} rows={rows.map((row) => [nameIn(row.field!, lang), row] as const)} />
          )
        }
      </Answer>
    </>
  );
}

interface LinkTableProps {
  readonly head: string;
  readonly rows: readonly (readonly [string, LinkRow])[];
}

function LinkTable({ head, rows }: LinkTableProps) {
  const named = rows.map(([label, row]) => ({ ...row, label }));
  const ratio = useRatioColumns<(typeof named)[number]>(named);
  return (
    <>
      <Table
        name={head}
        columns={[{ title: head, cell: ({ label }) => label }, ...ratio]}
        rows={named}
        idOf={({ label }) => label}
      />
      <RatioNote rows={named} />
    </>
  );
}
