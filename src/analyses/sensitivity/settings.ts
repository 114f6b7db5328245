import { greatest, least } from '../../measures/extremes.ts';
import { COUNTING_NAMES } from '../collaboration/counting.ts';
import type { Population } from '../population/population.ts';
import type { SensitivityParams, Setting } from './question.ts';
import type { Tested } from './testable-analyses.ts';
import type { Years } from '../population/year-span.ts';

/** Half of fewer years than these is too little to hold against them. */
const LEAST_YEARS = 4;

type Asked = Pick<SensitivityParams, 'by' | 'counting' | 'sector'>;
type Tried = (places: readonly string[], asked: Asked) => readonly Setting[];

const plain = { by: null, counting: null, coaffiliation: null, capped: null, years: null } as const;

const byOutput: Tried = (places, { by }) =>
  places.flatMap((place) =>
    ([by, by === 'share' ? 'count' : 'share'] as const).map((measure) => ({ ...plain, place, by: measure })),
  );

/** By sector tables do not tell a person with two affiliations from two who meet. */
const linksCounted: Tried = (places, { counting, sector }) => [
  ...places.flatMap((place) =>
    (sector === null ? [true, false] : [true]).flatMap((coaffiliation) =>
      [false, true].map((capped) => ({ ...plain, place, counting, coaffiliation, capped })),
    ),
  ),
  // Countings change which pair comes first, and not the ratio: they are tried under the first choice of the others.
  ...COUNTING_NAMES.filter((other) => other !== counting).map((other) => ({
    ...plain,
    place: places[0],
    counting: other,
    coaffiliation: true,
    capped: false,
  })),
];

const TRIED: Readonly<Record<Tested, Tried>> = {
  ranking: byOutput,
  links: linksCounted,
  balance: byOutput,
  convergence: byOutput,
};

/**
 * Every setting under which an answer is asked, that of the question before: each definition with each choice, and the
 * question itself in the earlier and the later half of its years. Convergence is of the whole time and has no halves.
 */
export function settingsOf(
  tested: Tested,
  places: readonly string[],
  asked: Asked,
  halves: readonly Years[],
): readonly Setting[] {
  const settings = TRIED[tested](places, asked);
  const [base] = settings;
  return tested === 'convergence' ? settings : [...settings, ...halves.map((years) => ({ ...base, years }))];
}

/** The earlier and the later half of the years asked for, the later one with the year between; none of fewer than four. */
export function halvesOf(population: Population): readonly Years[] {
  const known = [...population.worksByYear.keys()];
  if (known.length === 0) return [];
  const { from, to } = population.years ?? { from: least(known), to: greatest(known) };
  if (to - from + 1 < LEAST_YEARS) return [];
  const middle = from + Math.floor((to - from + 1) / 2);
  return [
    { from, to: middle - 1 },
    { from: middle, to },
  ];
}
