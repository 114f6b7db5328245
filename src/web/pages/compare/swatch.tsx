import { DASHES, HUES } from '../../../figures/palette.ts';

/** The line of a place as figures draw it: hue and dash. */
export function Swatch({ slot }: { readonly slot: number | undefined }) {
  if (slot === undefined) return null;
  return (
    <svg class="swatch" width={24} height={10} viewBox="0 0 24 10" aria-hidden="true">
      <line
        x1={1}
        x2={23}
        y1={5}
        y2={5}
        stroke={HUES[slot % HUES.length]}
        stroke-width={3}
        stroke-dasharray={DASHES[slot % DASHES.length]}
      />
    </svg>
  );
}
