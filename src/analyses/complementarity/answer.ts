import { locationQuotients, type Matrix, proximity } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { Message } from '../../base/index.ts';
import { type Baseline, baselineOf } from '../field-table/baseline.ts';
import { fieldNames } from '../field-table/level.ts';
import { clarityOf, MINIMUM } from '../field-table/minimum.ts';
import { fieldTable, relatingCities, specialisedCities } from '../field-table/reference.ts';
import { round, rounded } from '../field-table/round.ts';
import { cityFields, unitSums } from '../field-table/sums.ts';
import { aggregatesOf } from '../aggregates/aggregates-of.ts';
import { Expectation } from '../collaboration/expected.ts';
import { pick } from '../collaboration/counting.ts';
import { placeNames } from '../places/names.ts';
import { Population } from '../population/population.ts';
import { describe } from './about.ts';
import { asked } from './asked.ts';
import { fieldQuotients } from '../specialisation/quotients.ts';
import { distances } from './distances.ts';
import { pairIntervals } from './drawn.ts';
import { completions, similarity } from './pairs.ts';
import type { Complementarity, ComplementarityParams, ComplementarityRow } from './question.ts';
import { completionOf, ordered, type Table } from './rows.ts';

/** Links as `links` counts them where nothing else is said. */
const FILTER = { coaffiliation: true, capped: false } as const;

export async function answer(
  observatory: Observatory,
  given: ComplementarityParams,
): Promise<Complementarity> {
  const population = await Population.of(observatory, given);
  const question = await asked(observatory, given);
  const { place, partner, cities, pairs } = question;
  const baseline = await baselineOf(
    observatory,
    given.baseline,
    partner === null ? [place] : [place, partner],
    cities,
  );
  const names = await fieldNames(observatory, given.of);
  const counted = await cityFields(observatory, population, given.of, baseline);
  const fields = fieldTable(counted, given.enough, cities);
  const m = specialisedCities(fields, { threshold: given.threshold, minimum: given.least });
  const relating = relatingCities(m, fields.enough, cities);
  const phi = relating === null ? null : proximity(relating.m).matrix;
  const clear = given.belowMinimum
    ? null
    : await clearFields(observatory, population, given, baseline, m, cities);
  const found = completions(m, phi, cities, given.peers, (city) => clear?.reason(city) ?? null);

  const known = pairs.filter(
    ([a, b]) => found.value(a, b).value !== null && found.value(b, a).value !== null,
  ).length;
  const shown = ordered(pairs, found, given).slice(0, given.top);
  const table: Table = {
    ...{ m, phi, found, names, named: given.named, threshold: given.threshold },
    apart: clear?.apart ?? null,
    quotients: locationQuotients(fields.shares).matrix,
  };
  const touched = [...new Set(shown.flat())];
  const intervals =
    phi === null ? null : await pairIntervals(observatory, population, baseline, given, shown, phi);
  const joint = await aggregatesOf(observatory, population).topPairs({
    ...{ kind: 'city', place: null, inside: touched, counting: 'works', filter: FILTER },
    top: touched.length ** 2 + 1,
  });
  const works = new Map(
    joint.flatMap((pair) => [[`${pair.a}|${pair.b}`, pick(pair, 'works', FILTER)] as const]),
  );
  const expectation = await Expectation.of(observatory, population, FILTER);
  const groups = shown.map(([a, b]) => ({ id: `${a}|${b}`, from: [a], to: [b] }));
  const compared = await expectation.compare(groups, given.level);
  const places = await placeNames(observatory, touched);
  const km = await distances(observatory, touched);
  const many = new Set(fields.enough);
  const rows = shown.map(([a, b], k): ComplementarityRow => {
    const [toA, toB] = [completionOf(table, a, b), completionOf(table, b, a)];
    const links = compared.get(`${a}|${b}`)!;
    return {
      a: places.get(a)!,
      b: places.get(b)!,
      toA: { ...toA, interval: toA.value === null ? null : (intervals?.[k].toA ?? null) },
      toB: { ...toB, interval: toB.value === null ? null : (intervals?.[k].toB ?? null) },
      mutual: toA.value === null || toB.value === null ? null : round((toA.value + toB.value) / 2),
      similarity: rounded(similarity(fields.shares, a, b)),
      works: works.get(a < b ? `${a}|${b}` : `${b}|${a}`) ?? 0,
      ...{ ratio: links.ratio, ratioInterval: links.ratioInterval, ratioReason: links.reason },
      km: km(a, b),
      fewWorks: !many.has(a) || !many.has(b),
    };
  });
  const answered = { place, with: partner, of: given.of, pairs: pairs.length, known };
  const about = await describe(observatory, population, given, { question, baseline, relating, answered });
  return { ...answered, rows, about };
}

/** In which fields cities have clearly more or less than the baseline, and which cities are below the minimum. */
async function clearFields(
  observatory: Observatory,
  population: Population,
  { of }: ComplementarityParams,
  baseline: Baseline,
  m: Matrix,
  cities: readonly string[],
): Promise<{
  readonly reason: (city: string) => Message | null;
  readonly apart: NonNullable<Table['apart']>;
}> {
  const at = new Map(m.rows.map((city, i) => [city, i]));
  const known = cities.filter((city) => at.has(city));
  const members = new Map(known.map((city) => [city, [city]]));
  const sums = await unitSums(observatory, population, of, baseline, members);
  const width = m.columns.length;
  const byCity = new Map(
    known.map((city) => {
      const quotients = fieldQuotients(sums, city, population.works, MINIMUM.level);
      const own = new Set(m.columns.filter((_, j) => m.values[at.get(city)! * width + j] === 1));
      const intervals = new Map(quotients.map(({ field, interval }) => [field, interval]));
      return [city, { reason: clarityOf(quotients, own).reason, intervals }];
    }),
  );
  return {
    reason: (city) => byCity.get(city)?.reason ?? null,
    apart: (giver, receiver, field) =>
      (byCity.get(giver)?.intervals.get(field)?.[0] ?? 0) > 1 &&
      (byCity.get(receiver)?.intervals.get(field)?.[1] ?? Infinity) < 1,
  };
}
