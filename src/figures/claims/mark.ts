import type { Verdict } from '../../claims/claim.ts';
import { ACCENT, HUES, QUIET } from '../palette.ts';

/** How a verdict is marked: a shape of its own, so that nobody needs its colour. Paths lie in a square from −6 to 6. */
export interface Mark {
  readonly colour: string;
  /** Filled. */
  readonly fill: string;
  /** Drawn as a line. */
  readonly stroke: string;
}

const DISC = 'M0,-5A5,5 0 1 1 0,5A5,5 0 1 1 0,-5Z';
const MARKS: Readonly<Record<Verdict | 'none', Mark>> = {
  holds: { colour: HUES[2], fill: DISC, stroke: '' },
  'holds approximately': { colour: HUES[2], fill: 'M0,-5A5,5 0 1 0 0,5Z', stroke: DISC },
  imprecise: { colour: HUES[4], fill: 'M0,-6L6,0L0,6L-6,0Z', stroke: '' },
  contradicted: { colour: ACCENT, fill: '', stroke: 'M-4.5,-4.5L4.5,4.5M4.5,-4.5L-4.5,4.5' },
  'cannot be checked': { colour: QUIET, fill: '', stroke: DISC },
  none: { colour: QUIET, fill: '', stroke: 'M-5,0L5,0' },
};

/** The mark of a verdict; null where nobody checked. */
export const markOf = (verdict: Verdict | null): Mark => MARKS[verdict ?? 'none'];
