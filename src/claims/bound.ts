/** How a value is hedged: what is known is a limit of it, or only its neighbourhood. */
export type Hedge = 'over' | 'at least' | 'under' | 'at most' | 'about';

const LOWER: readonly (Hedge | null)[] = ['over', 'at least'];
const UPPER: readonly (Hedge | null)[] = ['under', 'at most'];
const FLIPPED: Readonly<Record<Hedge, Hedge>> = {
  over: 'under',
  'at least': 'at most',
  under: 'over',
  'at most': 'at least',
  about: 'about',
};

/** Of what falls as the hedged value rises: its negative, its inverse. */
export function flipped(hedge: Hedge | null): Hedge | null {
  return hedge === null ? null : FLIPPED[hedge];
}

/** Of what rises with both values, such as their sum: more than a, at least b is more than a + b. */
export function joined(a: Hedge | null, b: Hedge | null): Hedge | null {
  if (a === null || b === null || a === b) return a ?? b;
  if (LOWER.includes(a) && LOWER.includes(b)) return 'over';
  if (UPPER.includes(a) && UPPER.includes(b)) return 'under';
  return 'about';
}

/** Numbers between two ends; an open end is not among them. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

/** What “about” is taken for: five percent either way. */
const ABOUT = 0.05;

/** Where a value may lie that is known so far. */
export function known(value: number, hedge: Hedge | null): Range {
  const inside = { from: value, to: value, openFrom: false, openTo: false };
  switch (hedge) {
    case null:
      return inside;
    case 'over':
      return { ...inside, to: Infinity, openFrom: true };
    case 'at least':
      return { ...inside, to: Infinity };
    case 'under':
      return { ...inside, from: -Infinity, openTo: true };
    case 'at most':
      return { ...inside, from: -Infinity };
    case 'about': {
      const width = Math.abs(value) * ABOUT;
      return { ...inside, from: value - width, to: value + width };
    }
  }
}

/** Whether all of `a` lies in `b` (true), nothing of it (false), or some (null). */
export function within(a: Range, b: Range): boolean | null {
  const fromInside = a.from > b.from || (a.from === b.from && (a.openFrom || !b.openFrom));
  const toInside = a.to < b.to || (a.to === b.to && (a.openTo || !b.openTo));
  if (fromInside && toInside) return true;
  return before(a, b) || before(b, a) ? false : null;
}

/** Whether all of `a` lies below all of `b`. */
function before(a: Range, b: Range): boolean {
  return a.to < b.from || (a.to === b.from && (a.openTo || b.openFrom));
}
