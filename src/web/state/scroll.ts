/**
 * Where the window and the tables in it were scrolled to, for each step of the history: Back brings one back there. A
 * browser does so by itself only where the page is whole at once, and this one is counted first.
 */
const REMEMBERED = 'synopolis.scroll';
/** Milliseconds after which a page that does not become as long as it was is left as it is. */
const LATEST = 10_000;
/** Frames that all must stand where they were. */
const STEADY = 10;
/** What a reader does who wants to be elsewhere. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Of each step: pixels from the top, of the window and of each table by its number. */
type Tops = Map<string, number>;
const WINDOW = 'window';
const steps = new Map<string, Tops>(remembered());

let number = 0;
let restoring = 0;

function remembered(): [string, Tops][] {
  try {
    const told = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? '[]') as [string, [string, number][]][];
    return told.map(([step, tops]) => [step, new Map(tops)]);
  } catch {
    return [];
  }
}

const stepOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'step' in state ? String(state.step) : 'first';

const scrollers = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main .scroll')];

function note({ target }: Event): void {
  if (restoring > 0) return;
  const key = target === document ? WINDOW : String(scrollers().indexOf(target as HTMLElement));
  if (key === '-1') return;
  const step = stepOf(history.state);
  const tops = steps.get(step) ?? new Map<string, number>();
  tops.set(key, target === document ? scrollY : (target as HTMLElement).scrollTop);
  steps.set(step, tops);
}

/** The state of a new step of the history. On the same page what is in view stays. */
export function nextStep(isSamePage: boolean): { readonly step: string } {
  restoring = 0;
  const step = `${Date.now()}-${(number += 1)}`;
  if (isSamePage) steps.set(step, new Map(steps.get(stepOf(history.state))));
  return { step };
}

/** Brings the window and its tables to where they were at this step, once they are long enough again. */
function restore(): void {
  const tops = steps.get(stepOf(history.state)) ?? new Map([[WINDOW, 0]]);
  const begun = (restoring = performance.now());
  let steady = 0;
  const stop = (): void => {
    if (restoring === begun) restoring = 0;
    for (const move of MOVES) removeEventListener(move, stop);
  };
  for (const move of MOVES) addEventListener(move, stop, { passive: true });
  const frame = (now: number): void => {
    if (restoring !== begun) return;
    const all = scrollers();
    let isThere = document.querySelector('.waiting') === null;
    for (const [key, top] of tops) {
      const element = key === WINDOW ? document.scrollingElement : all.at(Number(key));
      if (element == null || Math.abs(element.scrollTop - top) >= 1) isThere = false;
      if (element != null) element.scrollTop = top;
    }
    steady = isThere ? steady + 1 : 0;
    if (steady >= STEADY || now - begun > LATEST) stop();
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Follows where one scrolls to, and restores it when one comes back. */
export function followScroll(): void {
  history.scrollRestoration = 'manual';
  addEventListener('scroll', note, { capture: true, passive: true });
  addEventListener('popstate', restore);
  addEventListener('pagehide', () =>
    sessionStorage.setItem(REMEMBERED, JSON.stringify([...steps].map(([step, tops]) => [step, [...tops]]))),
  );
  if (steps.has(stepOf(history.state))) restore();
}
