import type { Verdict as Found } from '../../../claims/claim.ts';
import { markOf } from '../../../figures/claims/mark.ts';
import { nameOfVerdict } from '../../../figures/claims/totals.ts';
import { useSelection } from '../../state/selection.ts';

/** A verdict by its shape and its word. */
export function Verdict({ of }: { readonly of: Found | null }) {
  const { lang } = useSelection();
  const { colour, fill, stroke } = markOf(of);
  return (
    <span class="claim-verdict">
      <svg viewBox="-7 -7 14 14" width={14} height={14} aria-hidden="true">
        {fill === '' ? null : <path d={fill} fill={colour} />}
        {stroke === '' ? null : <path d={stroke} fill="none" stroke={colour} stroke-width={1.6} />}
      </svg>
      {nameOfVerdict(of, lang)}
    </span>
  );
}
