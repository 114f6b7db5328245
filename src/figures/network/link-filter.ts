import type { Network, NetworkLink } from '../../analyses/network/question.ts';

/** From here a community is stable (Hennig 2007), as the analysis says in its notes. */
const STABLE = 0.75;
/** Links drawn at first: more hide each other. */
const AT_FIRST = 120;
/** Hues there are. */
const HUES = 6;

/** What is drawn of a network: links from a weight on, and how much of all weight is left out with the others. */
export interface Shown {
  readonly links: readonly NetworkLink[];
  readonly least: number;
  readonly all: number;
  /** The part of the weight of all links that is not drawn, in [0, 1]. */
  readonly hidden: number;
}

/** The weight from which on links are drawn where none is chosen: that of the 120th. */
export const leastAtFirst = ({ links }: Network): number => links.at(AT_FIRST - 1)?.weight ?? 0;

export function shownOf({ links }: Network, least: number): Shown {
  const kept = links.filter(({ weight }) => weight >= least);
  const sum = (of: readonly NetworkLink[]): number => of.reduce((total, { weight }) => total + weight, 0);
  const whole = sum(links);
  return { links: kept, least, all: links.length, hidden: whole === 0 ? 0 : 1 - sum(kept) / whole };
}

/** The hue of each community that is stable, the largest first; others have none. */
export function hueOf({ communities }: Network): ReadonlyMap<number, number> {
  const stable = communities.filter(
    ({ stability, size }) => stability !== null && stability >= STABLE && size > 1,
  );
  return new Map(stable.slice(0, HUES).map(({ number }, i) => [number, i]));
}

/** Ids of those linked with a city, and its own. */
export function neighbourhood({ links }: Shown, id: string): ReadonlySet<string> {
  return new Set([id, ...links.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : []))]);
}
