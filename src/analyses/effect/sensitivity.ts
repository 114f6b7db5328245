import { list, sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import { type Bilingual, nameIn } from '../../base/index.ts';
import { COUNTING_NAMES } from '../collaboration/counting.ts';
import { membersOf } from '../collaboration/question.ts';
import { placeNames, type PlaceName } from '../places/names.ts';
import type { Population } from '../population/population.ts';
import { effectCities, type Others } from './cities.ts';
import { type PolicyYears, pooled } from './estimate.ts';
import { type CityFlows, cityFlows } from './flows.ts';
import type { EffectParams, EffectRow } from './question.ts';
import { effectRow, emptyRow } from './rows.ts';
import { COUNTING_WORDS, refusedBy, WORDS } from './texts.ts';

/** What an effect was asked of. */
export interface Asked {
  readonly observatory: Observatory;
  readonly population: Population;
  readonly place: PlaceName;
  readonly members: readonly string[];
  readonly policy: PolicyYears;
  readonly before: { readonly from: number; readonly to: number };
  readonly others: Others;
  readonly given: EffectParams;
}

/**
 * The same effect under the other countings, other lags, without co-affiliation, against cities of no region with a
 * policy of its own (or with them), and in other delineations.
 */
export async function sensitivityRows(asked: Asked, flows: CityFlows): Promise<EffectRow[]> {
  const { given, policy } = asked;
  const row = (what: Bilingual, from: CityFlows, counting = given.counting, years = policy): EffectRow => {
    const found = pooled(from, counting, years, given.level);
    return 'refused' in found
      ? emptyRow('sensitivity', what, refusedBy(found.refused))
      : effectRow('sensitivity', what, found.coefficient);
  };
  const rows = COUNTING_NAMES.filter((counting) => counting !== given.counting).map((counting) =>
    row(COUNTING_WORDS[counting], flows, counting),
  );
  const last = flows.years[flows.years.length - 1];
  for (const lag of [0, 1, 2, 3])
    if (lag !== given.lag && policy.year + lag <= last)
      rows.push(
        row({ en: `lag of ${lag} years`, zh: `滞后${lag}年` }, flows, given.counting, {
          year: policy.year,
          from: policy.year + lag,
        }),
      );
  if (asked.population.sectors === null)
    rows.push(row(coaffiliationText(given), await otherCoaffiliation(asked)));
  const { untreated } = asked.others;
  const other = await citiesFor(
    { ...asked, others: { ...asked.others, untreated: !untreated } },
    asked.members,
  );
  const what = untreated ? WITH_TREATED : WITHOUT_TREATED;
  rows.push(
    other.controls.length === 0
      ? emptyRow('sensitivity', what, WORDS.noOthers)
      : row(what, await cityFlows(asked.observatory, asked.population, other, given)),
  );
  for (const { place, members } of await delineations(asked)) {
    const what = { en: place.name, zh: nameIn(place, 'zh') };
    const cities = await citiesFor(asked, members);
    if (cities.region.length < 2 || cities.controls.length === 0) {
      rows.push(emptyRow('sensitivity', what, cities.region.length < 2 ? WORDS.tooFew : WORDS.noOthers));
      continue;
    }
    rows.push(row(what, await cityFlows(asked.observatory, asked.population, cities, given)));
  }
  return rows;
}

function citiesFor(
  { observatory, population, before, others }: Asked,
  members: readonly string[],
): ReturnType<typeof effectCities> {
  return effectCities(observatory, population, members, before, others);
}

const WITHOUT_TREATED: Bilingual = {
  en: 'against cities of no region with a policy of its own',
  zh: '对照城市不属于另有政策的区域',
};
const WITH_TREATED: Bilingual = {
  en: 'against cities of regions with policies of their own too',
  zh: '对照城市可属于另有政策的区域',
};

function coaffiliationText({ coaffiliation }: EffectParams): Bilingual {
  return coaffiliation
    ? { en: 'without co-affiliation', zh: '不含双重隶属' }
    : { en: 'with co-affiliation', zh: '含双重隶属' };
}

async function otherCoaffiliation(asked: Asked): Promise<CityFlows> {
  const { observatory, population, given, members } = asked;
  const filter = { coaffiliation: !given.coaffiliation, capped: given.capped };
  return cityFlows(observatory, population, await citiesFor(asked, members), filter);
}

/** Other definitions that share more than half of the cities, of both. */
async function delineations({
  observatory,
  place,
  members,
}: Asked): Promise<{ place: PlaceName; members: readonly string[] }[]> {
  const rows = await observatory.query<{ region: string }>(sql`
    SELECT r.region FROM region_cities r GROUP BY r.region
    HAVING 2 * count(*) FILTER (WHERE r.city IN (${list(members)})) > count(*)
      AND 2 * count(*) FILTER (WHERE r.city IN (${list(members)})) > ${members.length}
      AND r.region <> ${place.id}
    ORDER BY r.region`);
  const names = await placeNames(
    observatory,
    rows.map(({ region }) => region),
  );
  const places = rows.map(({ region }) => names.get(region)!);
  const cities = await membersOf(observatory, places, []);
  return places.map((one) => ({ place: one, members: cities.get(one.id)! }));
}
