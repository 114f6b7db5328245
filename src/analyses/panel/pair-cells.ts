import { greatCircle } from '../../measures/index.ts';
import type { YearOutput } from '../output/output.ts';
import type { PairPanel } from '../collaboration/pair-panel.ts';
import type { Population } from '../population/population.ts';
import type { PlaceFacts } from './places.ts';
import type { PairCell } from './question.ts';
import type { Insides } from './regions.ts';

/** The rows of a panel of pairs, with what is known of both ends. Places are those of the panel, in its order. */
export function pairCells(
  { a, b, year, y, years }: PairPanel,
  places: readonly PlaceFacts[],
  population: Population,
  insides: Insides,
  outputs: readonly YearOutput[],
): PairCell[] {
  const T = years.length;
  const shares = sharesOf(places, years, outputs);
  const works = years.map((one) => population.worksByYear.get(one)!);
  const cells = new Array<PairCell>(a.length);
  for (let pair = 0; pair < a.length; pair += T) {
    const [i, j] = [a[pair], b[pair]];
    const [here, there] = [places[i], places[j]];
    const { ids, policyYear } = insides.ofBoth(i, j);
    const km = kilometres(here, there);
    const sameNation = same(here.nation, there.nation);
    const sameProvince = sameNation === false ? false : same(here.province, there.province);
    for (let t = 0; t < T; t++) {
      const row = pair + t;
      cells[row] = {
        a: here.name,
        b: there.name,
        year: year[row],
        works: works[t],
        full: y.full[row],
        fractional: y.fractional[row],
        partner: y.partner[row],
        score: y.score[row],
        aShare: shares[i * T + t],
        bShare: shares[j * T + t],
        km,
        sameNation,
        sameProvince,
        sameRegion: ids !== null,
        inside: ids,
        sincePolicy: policyYear === null ? null : year[row] - policyYear,
      };
    }
  }
  return cells;
}

/** Share of every place in every year, places × years. */
function sharesOf(
  places: readonly PlaceFacts[],
  years: readonly number[],
  outputs: readonly YearOutput[],
): Float64Array {
  const shares = new Float64Array(places.length * years.length);
  const place = new Map(places.map(({ name }, i) => [name.id, i]));
  const time = new Map(years.map((one, t) => [one, t]));
  for (const { unit, year, share } of outputs) {
    const [i, t] = [place.get(unit), time.get(year)];
    if (i !== undefined && t !== undefined) shares[i * years.length + t] = share;
  }
  return shares;
}

/** To a metre: the last digits of sines differ between machines, and a hash of rows should not. */
function kilometres({ point: here }: PlaceFacts, { point: there }: PlaceFacts): number | null {
  return here === null || there === null
    ? null
    : Math.round(greatCircle(here.latitude, here.longitude, there.latitude, there.longitude) * 1000) / 1000;
}

function same(here: string | null, there: string | null): boolean | null {
  return here === null || there === null ? null : here === there;
}
