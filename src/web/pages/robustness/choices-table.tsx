import { sayReason } from '../../../base/index.ts';
import { againstBase } from '../../../analyses/sensitivity/against.ts';
import type { Sensitivity, SensitivityRow, Verdict } from '../../../analyses/sensitivity/question.ts';
import { rowsOf } from '../../../figures/robustness/figure.ts';
import { sayRow, settingNames } from '../../../figures/robustness/words.ts';
import { Link } from '../../parts/link.tsx';
import { Table } from '../../parts/table.tsx';
import { useSelection } from '../../state/selection.ts';
import { viewOf } from './view-of.ts';
import { words } from './words.ts';

interface ChoicesTableProps {
  readonly answer: Sensitivity;
  readonly verdict: Verdict;
}

/** Every setting with what it answers, whether that holds, and the view that has it. */
export function ChoicesTable({ answer, verdict }: ChoicesTableProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const rows = rowsOf(answer, verdict.headline);
  const names = settingNames(rows, lang);
  const against = new Set(againstBase(rows));
  const has = ({ value, text: first }: SensitivityRow): boolean => value !== null || first !== null;
  const holds = (row: SensitivityRow): string => {
    if (!has(row)) return text.open;
    if (row.base) return '–';
    if (verdict.kind === 'level') return text.level;
    return against.has(row) ? `✕ ${text.no}` : `✓ ${text.yes}`;
  };
  return (
    <section class="every-choice">
      <h2>{text.every}</h2>
      <Table
        name={text.every}
        rows={rows}
        idOf={(row) => names.get(row)!}
        chosen={({ base }) => base}
        columns={[
          { title: text.choice, names: true, cell: (row) => names.get(row)! },
          {
            title: text.value,
            cell: (row) => (has(row) ? sayRow(row, lang) : (sayReason(row.reason, lang) ?? '–')),
          },
          { title: text.holds, class: 'holds', cell: holds },
          { title: text.view, cell: (row) => <ViewLink answer={answer} row={row} name={names.get(row)!} /> },
        ]}
      />
      {rows.every((row) => viewOf(answer, row) !== null) ? null : <p class="quiet-text">{text.noView}</p>}
    </section>
  );
}

interface ViewLinkProps {
  readonly answer: Sensitivity;
  readonly row: SensitivityRow;
  readonly name: string;
}

function ViewLink({ answer, row, name }: ViewLinkProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const view = viewOf(answer, row);
  if (view === null) return <>–</>;
  return (
    <Link to={view.to} with={view.with} class="open">
      →<span class="visually-hidden">{text.openView(name)}</span>
    </Link>
  );
}
