import type { Manifest } from '../../../observatory/index.ts';
import type { CoverageRow } from '../../../analyses/coverage-sections.ts';
import { whole } from '../../../figures/numbers.ts';
import { type Answered, pathOf } from '../../ask/ask.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { Answer } from '../../parts/states.tsx';
import { useSelection } from '../../state/selection.ts';
import { Table } from './table.tsx';
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
          { title: text.file },
          { title: text.kind },
          { title: text.records, number: true },
          { title: text.bad, number: true },
          { title: text.size, number: true },
          { title: text.hash },
        ]}
        rows={[
          ...manifest.works.map((file) => [
            file.path,
            text.kindWorks,
            number(file.records),
            number(badOf(file.bad)),
            number(file.bytes),
            <code key="hash">{file.sha256}</code>,
          ]),
          ...((manifest.institutions as InstitutionFiles | null)?.files ?? []).map((file) => [
            file.path,
            text.kindInstitutions,
            number(file.records),
            number(file.problems),
            number(file.bytes),
            <code key="hash">{file.sha256}</code>,
          ]),
        ]}
      />
    </section>
  );
}

/** What was read and not kept, and what was kept with a caution. */
export function LeftOut({ manifest: { records } }: { readonly manifest: Manifest }) {
  const { lang } = useSelection();
  const text = words[lang];
  const dropped = useAnswer<Answered & { readonly rows: readonly CoverageRow[] }>(
    pathOf('analyses/coverage', { by: 'dropped', lang }),
  );
  const bad = Object.values(records.bad).reduce((sum, n) => sum + n, 0);
  const row = (what: string, kind: string, works: number) => [what, kind, whole(works, lang)];
  return (
    <section>
      <h2>{text.left}</h2>
      <p>{text.of(whole(records.read, lang), whole(records.kept, lang))}</p>
      <Answer of={dropped}>
        {({ rows, table }) => (
          <Table
            name={text.left}
            columns={[{ title: text.reason }, { title: '' }, { title: text.records, number: true }]}
            rows={[
              // The table has the reasons in the reader's language.
              ...rows.map(({ works }, i) => row(String(table[i].key), text.inDropped, works ?? 0)),
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
