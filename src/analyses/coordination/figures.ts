import { known, type RatioSums } from '../../measures/index.ts';
import { between, type Estimate, linearised, noEstimate, ratioEstimate } from '../output/estimate.ts';
import { FEW_WORKS } from '../ranking/question.ts';
import type { Years } from '../population/year-windows.ts';
import type { MeetingSums } from './meetings.ts';
import type { CoordinationRow } from './question.ts';
import type { Region } from './regions.ts';

type Sums = Omit<MeetingSums, 'g' | 'year'>;

/** Sums over the works of a window. */
export function sumOver(sums: readonly MeetingSums[], g: number, { from, to }: Years): Sums {
  const total: Record<keyof Sums, number> = { ...NONE };
  for (const { g: region, year, ...own } of sums)
    if (region === g && year >= from && year <= to)
      for (const key of Object.keys(NONE) as (keyof Sums)[]) total[key] += own[key];
  return total;
}

const NONE: Sums = {
  inside: 0,
  insideSquares: 0,
  joint: 0,
  here: 0,
  hereSquares: 0,
  wi: 0,
  xi: 0,
  wwi: 0,
  wxi: 0,
  xxi: 0,
  wo: 0,
  xo: 0,
  wwo: 0,
  wxo: 0,
  xxo: 0,
};

/** One city has nothing inside. */
export function ofOneCity(
  region: Region,
  years: Years,
  sums: Sums,
  works: number,
  level: number,
): CoordinationRow {
  const none = noEstimate('the region is one city');
  return {
    place: region.place,
    years,
    cities: region.cities.length,
    jointWorks: 0,
    intraShare: none,
    expectedShare: null,
    ratio: none,
    density: null,
    pairWeight: none,
    first: null,
    throughFirst: none,
    slope: none,
    entropy: none,
    gini: none,
    kmInside: none,
    kmOutside: outside(sums, works, level),
    citiesPerWork: none,
    fewWorks: true,
    policies: [],
  };
}

const outside = ({ wo, xo, wwo, wxo, xxo }: Sums, works: number, level: number): Estimate =>
  wo === 0
    ? noEstimate('the region has no links outside')
    : ratioEstimate({ a: xo, b: wo, aa: xxo, ab: wxo, bb: wwo }, works, level, 'log');

/** What is a sum over works, or a ratio of two. */
export function meetingRow(
  { cities }: Region,
  sums: Sums,
  works: number,
  level: number,
): Pick<
  CoordinationRow,
  'jointWorks' | 'pairWeight' | 'kmInside' | 'kmOutside' | 'citiesPerWork' | 'fewWorks'
> {
  const n = cities.length;
  const scale = works === 0 ? 0 : (1000 / works) * (2 / (n * (n - 1)));
  const { inside, insideSquares, wi, xi, wwi, wxi, xxi, joint, here, hereSquares } = sums;
  const ratio = (of: RatioSums): Estimate =>
    of.b === 0 ? noEstimate(NO_LINKS_INSIDE) : ratioEstimate(of, works, level, 'log');
  return {
    jointWorks: joint,
    pairWeight:
      works === 0
        ? noEstimate('no works in these years')
        : between(
            linearised(
              known(inside * scale),
              [{ squares: insideSquares * scale ** 2, sum: inside * scale, works }],
              level,
            ),
            0,
            Infinity,
          ),
    kmInside: ratio({ a: xi, b: wi, aa: xxi, ab: wxi, bb: wwi }),
    kmOutside: outside(sums, works, level),
    citiesPerWork: ratio({ a: here, b: joint, aa: hereSquares, ab: here, bb: joint }),
    fewWorks: joint < FEW_WORKS,
  };
}

const NO_LINKS_INSIDE = 'the region has no links inside';
