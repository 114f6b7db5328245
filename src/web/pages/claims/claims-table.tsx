import { useEffect, useRef } from 'preact/hooks';
import type { Checked } from '../../../claims/check.ts';
import { figureTold } from '../../../figures/claims/told.ts';
import { CHECK } from '../../../figures/claims/words.ts';
import type { LedgerAnswer } from '../../../figures/claims/totals.ts';
import { pathOf } from '../../ask/ask.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { addressOf, select } from '../../state/location.ts';
import { useSelection } from '../../state/selection.ts';
import { CaptionBox } from './caption-box.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import { Verdict } from './verdict.tsx';
import { words } from './words.ts';

interface ClaimsTableProps {
  readonly answer: LedgerAnswer;
  readonly claims: readonly Checked[];
  /** Id of the claim whose details are shown: it stands in the address. */
  readonly open: string | null;
}

/** Claims, a row each, with one unfolded. */
export function ClaimsTable({ answer, claims, open }: ClaimsTableProps) {
  const { lang } = useSelection();
  const text = words[lang];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={text.heading}>
      <table class="ledger">
        <thead>
          <tr>
            <th scope="col">{text.id}</th>
            <th scope="col">{text.verdict}</th>
            <th scope="col">{text.claim}</th>
            <th scope="col" class="number">
              {text.figure}
            </th>
            <th scope="col">{text.said}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <Row key={claim.id} claim={claim} answer={answer} open={claim.id === open} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly claim: Checked;
  readonly answer: LedgerAnswer;
  readonly open: boolean;
}

function Row({ claim, answer, open }: RowProps) {
  const { lang } = useSelection();
  const row = useRef<HTMLTableRowElement>(null);
  // Who comes by a link to one claim is brought to it.
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <>
      <tr ref={row} class={open ? 'chosen' : undefined}>
        <td>{claim.id}</td>
        <td>
          <Verdict of={claim.verdict} />
          {claim.check === 'judged' ? <small>{CHECK.judged[lang]}</small> : null}
        </td>
        <td>
          <button
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
        </td>
        <td class="number">{figureTold(claim.figure, lang) ?? '–'}</td>
        <td class="said">
          {[claim.said.publisher, claim.said.date].filter((part) => part !== null).join(', ')}
        </td>
      </tr>
      {open ? (
        <tr class="unfolded">
          <td colSpan={5}>
            <Open claim={claim} answer={answer} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Open({ claim, answer }: Omit<RowProps, 'open'>) {
  const { lang } = useSelection();
  const other = lang === 'zh' ? 'en' : 'zh';
  const translated = useAnswer<LedgerAnswer>(pathOf('claims', { lang: other })).answer;
  const link = location.origin + addressOf('/claims', { id: [claim.id] });
  return (
    <>
      <ClaimDetail claim={claim} />
      <CaptionBox
        id={claim.id}
        answers={lang === 'zh' ? { zh: answer, en: translated } : { en: answer, zh: translated }}
        link={link}
      />
    </>
  );
}
