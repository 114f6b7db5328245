import { useEffect, useRef } from 'preact/hooks';
import type { CheckedRow } from '../../../claims/check.ts';
import { GRADE_NAMES } from '../../../claims/evidence.ts';
import { formatFigure } from '../../../figures/claims/format-figure.ts';
import { CHECK } from '../../../figures/claims/words.ts';
import type { LedgerAnswer } from '../../../figures/claims/totals.ts';
import { pathOf } from '../../api-client/client.ts';
import { useAnswer } from '../../api-client/use-answer.ts';
import { Table } from '../../parts/table.tsx';
import { IN_OBSERVATORY } from '../../state/observatory.ts';
import { addressOf, select } from '../../state/location.ts';
import { OTHER } from '../../state/language.ts';
import { useSelection } from '../../state/selection.ts';
import { CaptionBox } from './caption-box.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import { Verdict } from './verdict.tsx';
import { words } from './words.ts';

interface ClaimsTableProps {
  readonly answer: LedgerAnswer;
  readonly claims: readonly CheckedRow[];
  /** Id of the claim whose details are shown: it stands in the address. */
  readonly open: string | null;
}

/** Claims, a row each, with one unfolded. */
export function ClaimsTable({ answer, claims, open }: ClaimsTableProps) {
  const { lang } = useSelection();
  const text = words[lang];
  return (
    <Table
      name={text.heading}
      class="ledger"
      columns={[
        { title: text.id, order: (a, b) => a.id.localeCompare(b.id, 'en'), cell: ({ id }) => id },
        {
          title: text.verdict,
          cell: ({ verdict, check, evidence, sameSource }) => (
            <>
              <Verdict of={verdict} />
              {check === 'judged' ? <small>{CHECK.judged[lang]}</small> : null}
              {evidence === null ? null : <small> {GRADE_NAMES[evidence.weakest][lang]}</small>}
              {sameSource ? <small class="mark"> {text.sameSourceShort}</small> : null}
            </>
          ),
        },
        { title: text.claim, cell: (claim) => <Text claim={claim} open={claim.id === open} /> },
        { title: text.figure, number: true, cell: ({ figure }) => formatFigure(figure, lang) ?? '–' },
        {
          title: text.said,
          class: 'said-by',
          cell: ({ said }) => [said.publisher, said.date].filter((part) => part !== null).join(', '),
        },
      ]}
      rows={claims}
      idOf={({ id }) => id}
      chosen={({ id }) => id === open}
      unfolded={(claim) => (claim.id === open ? <Open claim={claim} answer={answer} /> : null)}
    />
  );
}

/** The claim in words, which unfolds it. */
function Text({ claim, open }: { readonly claim: CheckedRow; readonly open: boolean }) {
  const { lang } = useSelection();
  const button = useRef<HTMLButtonElement>(null);
  // Who comes by a link to one claim is brought to it.
  useEffect(() => {
    if (open) button.current?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <button
      ref={button}
      type="button"
      class="row-name"
      aria-expanded={open}
      onClick={() => select({ id: open ? null : claim.id })}
    >
      {claim.text[lang] ?? claim.text.en}
      <span aria-hidden="true" class="fold-mark">
        {open ? ' ▾' : ' ▸'}
      </span>
    </button>
  );
}

interface OpenProps {
  readonly claim: CheckedRow;
  readonly answer: LedgerAnswer;
}

function Open({ claim, answer }: OpenProps) {
  const { lang } = useSelection();
  const translated = useAnswer(pathOf('claims', { lang: OTHER[lang] }));
  const link = location.origin + addressOf('/claims', { ...IN_OBSERVATORY, id: [claim.id] });
  return (
    <>
      <ClaimDetail claim={claim} />
      <CaptionBox id={claim.id} answer={answer} translated={translated} link={link} />
    </>
  );
}
