import { sql } from '../../engine/sql.ts';
import type { Observatory } from '../../observatory/index.ts';
import type { Bilingual } from '../../base/index.ts';
import { type Region, regionsAsked } from '../coordination/regions.ts';
import { linkFilter } from '../collaboration/question.ts';
import type { PlaceName } from '../places/names.ts';
import { Population } from '../population/population.ts';
import type { TellStep } from '../progress.ts';
import { describeEffect } from './about.ts';
import { type EffectCities, effectCities } from './cities.ts';
import { around, placebo, type PolicyYears, pooled } from './estimate.ts';
import { type CityFlows, cityFlows } from './flows.ts';
import type { Effect, EffectParams, EffectRow, Fit } from './question.ts';
import { effectRow, emptyRow, eventRows, flowRows } from './rows.ts';
import { notCentred, pooledOver, sayEffect } from './say.ts';
import { sensitivityRows } from './sensitivity.ts';
import { refusedBy, WORDS } from './texts.ts';
import { treatedOf } from './treated.ts';

/** Everything of an answer but what it says of itself. */
export type Found = Omit<Effect, 'about'>;

export async function effectOf(
  observatory: Observatory,
  given: EffectParams,
  tellStep?: TellStep,
): Promise<Effect> {
  const begin = stepsOf(given, tellStep);
  begin(STEPS.flows);
  const population = await Population.of(observatory, given);
  const filter = linkFilter(population, given);
  const { regions, adHoc } = await regionsAsked(observatory, { ...given, peers: null });
  const [region] = regions;
  const policy = await policyYears(observatory, region.place, given);
  const describe = async (found: Found, cities: EffectCities | null): Promise<Effect> => ({
    about: await describeEffect(observatory, population, given, found, cities, adHoc),
    ...found,
  });
  const nothing = (reason: Bilingual, cities: EffectCities | null = null): Promise<Effect> =>
    describe(without(region.place, policy, reason, cities), cities);
  if (policy === null) return nothing(WORDS.noPolicy);
  const years = [...population.worksByYear.keys()].sort((a, b) => a - b);
  if (!years.some((year) => year < policy.year) || !years.some((year) => year >= policy.from))
    return nothing(WORDS.outside);
  const before = { from: years[0], to: policy.year - 1 };
  const others = { controls: given.controls, untreated: given.untreated, last: years.at(-1)! };
  const cities = await effectCities(observatory, population, region.cities, before, others);
  if (cities.region.length < 2) return nothing(WORDS.tooFew, cities);
  if (cities.controls.length === 0) return nothing(WORDS.noOthers, cities);
  const flows = await cityFlows(observatory, population, cities, filter);
  const answer = tell(flows, policy, given, region.place, cities, begin);
  const asked = {
    observatory,
    population,
    place: region.place,
    members: region.cities,
    policy,
    before,
    others,
    given,
  };
  if (given.sensitivity) begin(STEPS.otherwise);
  const more = given.sensitivity ? await sensitivityRows(asked, flows) : [];
  const rows = [...answer.rows, ...more, ...flowRows(flows, flows.flow[given.counting], policy)];
  return describe({ ...answer, rows }, cities);
}

const STEPS = {
  flows: { en: 'counting joint works', zh: '统计合作量' },
  estimate: { en: 'estimating the effect', zh: '估计效应' },
  placebo: { en: 'placebo regions', zh: '安慰剂区域' },
  otherwise: { en: 'other countings and definitions', zh: '其他计数方式与区域口径' },
} as const satisfies Record<string, Bilingual>;

/** Tells the steps that an effect so asked for has, one after the other. */
function stepsOf({ draws, sensitivity }: EffectParams, tell?: TellStep): (what: Bilingual) => void {
  const of = 2 + Number(draws > 0) + Number(sensitivity);
  let done = 0;
  return (what) => tell?.({ what, done: done++, of });
}

/** The policy's year: that asked for, or that of the definition; null where none is known. */
async function policyYears(
  observatory: Observatory,
  place: PlaceName,
  { policy, lag }: EffectParams,
): Promise<PolicyYears | null> {
  const [row] = await observatory.query<{ year: number | null }>(
    sql`SELECT max(policy_year) AS year FROM places WHERE place = ${place.id}`,
  );
  const year = policy ?? row.year;
  return year === null ? null : { year, from: year + lag };
}

function without(
  place: PlaceName,
  policy: PolicyYears | null,
  reason: Bilingual,
  cities: EffectCities | null,
): Found {
  return {
    place,
    policy,
    cities: (cities?.region ?? []).map(({ name }) => name),
    controls: (cities?.controls ?? []).map(({ name }) => name),
    rows: [emptyRow('effect', WORDS.pooled, reason)],
    treated: null,
    fit: null,
    pretrend: null,
    placebo: null,
    sentence: null,
    conditions: [],
  };
}

/** The effect, year by year, against placebo regions, and what may be said of it. */
function tell(
  flows: CityFlows,
  policy: PolicyYears,
  given: EffectParams,
  place: Region['place'],
  cities: EffectCities,
  begin: (what: Bilingual) => void,
): Found {
  begin(STEPS.estimate);
  const base = without(place, policy, WORDS.tooFew, cities);
  const found = pooled(flows, given.counting, policy, given.level);
  if ('refused' in found)
    return { ...base, rows: [emptyRow('effect', WORDS.pooled, refusedBy(found.refused))] };
  const { estimate, coefficient } = found;
  const event = around(flows, policy, given);
  if (given.draws > 0) begin(STEPS.placebo);
  const held = given.draws === 0 ? null : placebo(flows, policy, given);
  const drawn = held === null || 'refused' in held ? null : held;
  const pretrend = 'refused' in event ? null : event.pretrend;
  const treated = treatedOf(flows, policy);
  const rows: EffectRow[] = [
    effectRow('effect', pooledOver(treated), coefficient),
    ...('refused' in event
      ? [emptyRow('event', { en: 'year by year', zh: '逐年' }, refusedBy(event.refused))]
      : eventRows(event)),
    ...(held !== null && 'refused' in held ? [emptyRow('placebo', PSEUDO, refusedBy(held.refused))] : []),
    ...(drawn === null ? [] : placeboRows(drawn)),
  ];
  const against =
    drawn === null
      ? null
      : {
          p: drawn.p,
          distribution: Array.from(drawn.distribution),
          distance: drawn.match?.distance ?? null,
          volume: drawn.match?.volume ?? null,
          within: drawn.match?.within ?? 0,
          refits: drawn.compared?.refits ?? 0,
          worst: drawn.compared?.worst ?? null,
        };
  const fit: Fit = {
    equation: estimate.equation,
    sample: estimate.sample,
    effects: estimate.effects.map(({ name, levels }) => ({ name, levels })),
    clusters: estimate.errors.clusters,
    converged: estimate.convergence.converged,
    iterations: estimate.convergence.iterations,
    detectable: coefficient.detectable === null ? null : Math.expm1(coefficient.detectable),
    warnings: [
      ...[notCentred({ placebo: against }) ?? []].flat(),
      ...estimate.warnings,
      ...(drawn?.warnings ?? []),
    ],
  };
  const estimated: Found = {
    ...base,
    rows,
    treated,
    fit,
    pretrend:
      pretrend === null ? null : { statistic: pretrend.statistic, degrees: pretrend.degrees, p: pretrend.p },
    placebo: against,
  };
  const said = sayEffect(estimated, given.assume);
  return {
    ...estimated,
    sentence: said === null ? null : { en: said.en, zh: said.zh, verb: said.verb },
    conditions: said?.conditions ?? [],
  };
}

const PSEUDO: Bilingual = { en: 'placebo regions', zh: '安慰剂区域' };

/** Where the middle and the ends of the placebo regions' effects lie. */
function placeboRows({
  distribution,
  p,
}: Exclude<ReturnType<typeof placebo>, { readonly refused: unknown }>): EffectRow[] {
  const sorted = Array.from(distribution).sort((a, b) => a - b);
  if (sorted.length === 0) return [emptyRow('placebo', PSEUDO, WORDS.noPseudo)];
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))];
  const ends: readonly [number, number] = [at(0.025), at(0.975)];
  return [
    {
      ...emptyRow(
        'placebo',
        {
          en: `median of ${sorted.length} placebo regions, and 95% of them`,
          zh: `${sorted.length}个安慰剂区域的中位数及95%范围`,
        },
        { en: '', zh: '' },
      ),
      estimate: at(0.5),
      interval: ends,
      change: Math.expm1(at(0.5)),
      changeInterval: [Math.expm1(ends[0]), Math.expm1(ends[1])],
      p,
      reason: null,
    },
  ];
}
