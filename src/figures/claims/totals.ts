import type { Language } from '../../base/index.ts';
import type { Check, Verdict } from '../../claims/claim.ts';
import type { CheckedRow } from '../../claims/check.ts';
import type { Ledger } from '../../claims/ledger.ts';
import { emsIn } from '../text-width.ts';
import type { Figure, Space, WithNotes } from '../figure.ts';
import { INK, QUIET } from '../palette.ts';
import { element } from '../svg.ts';
import { markOf } from './mark.ts';
import { CHECK, CHECKS, NOT_CHECKED, TOTALS, VERDICT, VERDICTS } from './words.ts';
import { greatest } from '../../measures/extremes.ts';

/** The ledger as it is answered. */
export interface LedgerAnswer extends WithNotes {
  readonly totals: Ledger;
  readonly rows: readonly CheckedRow[];
}

/** Claims of one way of checking that came out alike. */
interface Group {
  readonly check: Check;
  readonly verdict: Verdict | null;
  readonly count: number;
}

export function groupsOf({ computed, judged, none }: Ledger): Group[] {
  const of = (check: Check, by: Ledger['computed']['by']): Group[] =>
    VERDICTS.map((verdict) => ({ check, verdict, count: by[verdict] }));
  const all = [
    ...of('computed', computed.by),
    ...of('judged', judged.by),
    { check: 'none' as const, verdict: null, count: none },
  ];
  return all.filter(({ count }) => count > 0);
}

/** What was computed, what a reader judged and what nobody checked: a mark a claim, in three rows that never add up. */
export function claimTotals({ totals, rows, told, synthetic }: LedgerAnswer, language: Language): Figure {
  const words = TOTALS[language];
  const groups = groupsOf(totals);
  // Published figures are real whatever the works are.
  const made = synthetic !== null && rows.some(({ restsOnSynthetic }) => restsOnSynthetic);
  return {
    name: 'claims-totals',
    title: totalsTitle(totals, language),
    subtitle: words.subtitle,
    about: told,
    synthetic: made ? synthetic : null,
    numbers: {
      columns: [{ title: words.check }, { title: words.verdict }, { title: words.claims, digits: 0 }],
      rows: groups.map(({ check, verdict, count }) => [
        CHECK[check][language],
        nameOfVerdict(verdict, language),
        count,
      ]),
    },
    draw: (space) => drawTotals(groups, space, language),
  };
}

/** What came of those that a machine checked. */
export function totalsTitle({ computed: { all, by } }: Ledger, language: Language): string {
  const words = TOTALS[language];
  return words.title(all, [
    words.hold(by.holds + by['holds approximately']),
    ...(by.imprecise > 0 ? [words.imprecise(by.imprecise)] : []),
    words.contradicted(by.contradicted),
    ...(by['cannot be checked'] > 0 ? [words.uncheckable(by['cannot be checked'])] : []),
  ]);
}

export const nameOfVerdict = (verdict: Verdict | null, language: Language): string =>
  verdict === null ? NOT_CHECKED[language] : VERDICT[verdict][language];

const STEP = 17;
const SIZE = 13;
const LINE = 36;
const GAP = 20;

function drawTotals(groups: readonly Group[], { document, width }: Space, language: Language): SVGSVGElement {
  const make = element(document);
  const ems = emsIn(document);
  const root = make('svg', { 'font-size': SIZE, fill: INK });
  const narrow = width < 560;
  const headOf = (check: Check): string => {
    const count = groups.reduce((sum, group) => sum + (group.check === check ? group.count : 0), 0);
    return `${CHECK[check][language]} ${count}`;
  };
  const left = narrow
    ? 0
    : Math.max(190, greatest(CHECKS.map((check) => ems(headOf(check), true) * SIZE + GAP)));
  const most = Math.max(1, Math.floor((width - left) / STEP));
  let y = 4;
  for (const check of CHECKS) {
    root.append(make('text', { x: 0, y: y + 13, 'font-weight': 600 }, headOf(check)));
    if (narrow) y += 24;
    let x = left;
    for (const group of groups.filter((one) => one.check === check)) {
      const label = `${group.count} ${nameOfVerdict(group.verdict, language)}`;
      const across = Math.min(group.count, most);
      const wide = Math.max(across * STEP, ems(label) * (SIZE - 1) + 4);
      if (x > left && x + wide > width) [x, y] = [left, y + LINE + 6];
      for (let i = 0; i < group.count; i++)
        root.append(
          markAt(make, group.verdict, x + 7 + (i % most) * STEP, y + 8 + Math.floor(i / most) * STEP),
        );
      // Marks that do not fit on a line go on below it, and what comes next stands below all.
      const lines = Math.ceil(group.count / most);
      y += (lines - 1) * STEP;
      root.append(make('text', { x, y: y + 30, 'font-size': SIZE - 1, fill: QUIET }, label));
      x += lines > 1 ? width : wide + GAP;
    }
    y += LINE + 12;
  }
  for (const [name, value] of Object.entries({ width, height: y, viewBox: `0 0 ${width} ${y}` }))
    root.setAttribute(name, String(value));
  return root as SVGSVGElement;
}

function markAt(make: ReturnType<typeof element>, verdict: Verdict | null, x: number, y: number): SVGElement {
  const { colour, fill, stroke } = markOf(verdict);
  const group = make('g', { transform: `translate(${x},${y})`, class: 'claim' });
  if (fill !== '') group.append(make('path', { d: fill, fill: colour }));
  if (stroke !== '')
    group.append(make('path', { d: stroke, fill: 'none', stroke: colour, 'stroke-width': 1.6 }));
  return group;
}
