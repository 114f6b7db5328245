import type { HowSure } from '../../../resources/how-sure.ts';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

/** How sure a row is, by a shape and a word: full where its source was read, hollow where it is recalled. */
export function Certainty({ of: { basis } }: { readonly of: Pick<HowSure, 'basis'> }) {
  const { lang } = useSelection();
  return (
    <span class="sure">
      <svg viewBox="-6 -6 12 12" width={12} height={12} aria-hidden="true">
        <circle r={4.5} class={basis === 'recalled' ? 'hollow' : 'full'} />
      </svg>
      {words[lang].basis[basis]}
    </span>
  );
}
