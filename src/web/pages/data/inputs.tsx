import type { Manifest } from '../../../observatory/index.ts';
import { whole } from '../../../base/index.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { Answer } from '../../parts/states.tsx';
import { useSelection } from '../../state/selection.ts';
import { Table } from '../../parts/table.tsx';
import { words } from './words.ts';

/** What the manifest has of each file of institutions, if it was built from such files. */
interface InstitutionFiles {
  readonly files?: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly records: number;
    readonly problems: number;
  }[];
}

/** Every file that was read, with its hash. */
export function Inputs({ manifest }: { readonly manifest: Manifest }) {
  const { lang } = useSelection();
  const text = words[lang];
  const number = (value: number): string => whole(value, lang);
  const badOf = (bad: Readonly<Record<string, number>>): number =>
    Object.values(bad).reduce((sum, n) => sum + n, 0);
  return (
    <section>
      <h2>{text.inputs}</h2>
      <Table
        name={text.inputs}
        columns={[
          { title: text.file, cell: ({ path }) => path },
          { title: text.kind, cell: ({ kind }) => kind },
          { title: text.records, number: true, cell: ({ records }) => number(records) },
          { title: text.bad, number: true, cell: ({ problems }) => number(problems) },
          { title: text.size, number: true, cell: ({ bytes }) => number(bytes) },
          { title: text.hash, cell: ({ sha256 }) => <code>{sha256}</code> },
        ]}
        rows={[
          ...manifest.works.map((file) => ({ ...file, kind: text.kindWorks, problems: badOf(file.bad) })),
          ...((manifest.institutions as InstitutionFiles | null)?.files ?? []).map((file) => ({
            ...file,
            kind: text.kindInstitutions,
          })),
        ]}
        idOf={({ path }) => path}
      />
    </section>
  );
}

/** What was read and not kept, and what was kept with a caution. */
export function LeftOut({ manifest: { records } }: { readonly manifest: Manifest }) {
  const { lang } = useSelection();
  const text = words[lang];
  const dropped = useAnswer(pathOf('analyses/coverage', { by: 'dropped', lang, parts: 'table' }));
  const bad = Object.values(records.bad).reduce((sum, n) => sum + n, 0);
  const row = (what: string, kind: string, works: number) => ({ what, kind, works });
  return (
    <section>
      <h2>{text.left}</h2>
      <p>{text.of(whole(records.read, lang), whole(records.kept, lang))}</p>
      <Answer of={dropped}>
        {({ table }) => (
          <Table
            name={text.left}
            columns={[
              { title: text.reason, cell: ({ what }) => what },
              { title: '', cell: ({ kind }) => kind },
              { title: text.records, number: true, cell: ({ works }) => whole(works, lang) },
            ]}
            idOf={({ what }) => what}
            rows={[
              // The table has the reasons in the reader's language.
              ...table.map(({ key, works }) => row(String(key), text.inDropped, Number(works))),
              ...(bad === 0 ? [] : [row(text.badRecords, text.inDropped, bad)]),
              row(text.noAuthors, text.inKept, records.withoutAuthors),
              row(text.capped, text.inKept, records.aboveAuthorCap),
              row(text.truncated, text.inKept, records.truncated),
            ]}
          />
        )}
      </Answer>
    </section>
  );
}
