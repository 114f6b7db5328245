import { messages } from './messages.ts';
import { outrankProbability } from '../../measures/index.ts';
import type { Observatory } from '../../observatory/index.ts';
import { InputError } from '../../base/index.ts';
import { type Contest, contestOf, resolvePreferred } from '../output/comparison.ts';
import { covarianceOf } from '../output/covariance.ts';
import type { Unit } from '../output/rank-neighbourhood.ts';
import { membersOf } from '../collaboration/question.ts';
import { outputs, type UnitChoice } from '../output/output.ts';
import { listApart, ownName, placeNames, type PlaceName, resolvePlace } from '../places/names.ts';
import { Population } from '../population/population.ts';
import { contestedRows, rankingQuestion, type RankingQuestion } from '../output/rank-rows.ts';
import { describeRanking } from './about.ts';
import type { Ranking, RankingParams, RankingRow } from './question.ts';
import { type AdHocRegion, resolveAdHoc, resolveDefinitions } from '../places/units.ts';

/** A place that was named has no output among those ranked. */
export class NotRanked extends InputError {}

export async function rank(observatory: Observatory, params: RankingParams): Promise<Ranking> {
  const population = await Population.of(observatory, params);
  const adHoc = await resolveAdHoc(observatory, params.region);
  const definitions =
    params.definition === null ? null : await resolveDefinitions(observatory, params.definition);
  const kinds =
    definitions !== null && !params.of.includes('regions') ? [...params.of, 'regions' as const] : params.of;
  const choice: UnitChoice = { kinds, definitions, adHoc };
  const inside = await insideOf(observatory, params, choice);
  // Adjusted years have a weight each.
  const years = params.base === null ? 'added' : 'apart';
  const all = await outputs(observatory, population, choice, { years });
  const outputRows = inside === null ? all : all.filter(({ unit }) => inside.cities.has(unit));
  const question = rankingQuestion(observatory, population, choice, outputRows, params);
  const contest = await contestOf(
    observatory,
    choice,
    await resolvePreferred(observatory, params.prefer, adHoc),
  );
  const asked = await askedPlaces(question, params.outranks ?? []);
  const also = await askedPlaces(question, params.also ?? []);
  const wanted = new Set([
    ...adHoc.map(({ id }) => id),
    ...(definitions ?? []),
    ...[...asked, ...also].map(({ unit }) => unit.id),
  ]);
  const shown = shownOf(question, contest, params.top, wanted);
  const names = await placeNames(
    observatory,
    [...shown, ...shown.flatMap((id) => contest.insteadOf(id))],
    adHoc,
  );
  const found = await contestedRows(question, contest, shown, names);
  const rows = nested(found.rows);
  const ranked = contest.standing(question.ordered).length;
  const outranks = params.outranks === null ? null : await outranking(question, asked);
  const about = await describeRanking(observatory, population, params, {
    ...{ choice, rows, ranked, crowded: found.crowded },
    inside: inside === null ? null : { place: inside.place, cities: inside.cities.size },
  });
  return { about, rows, by: params.by, ranked, outranks };
}

/** Ids of the first places that stand, of what would stand instead of one of them, and of those wanted besides. */
function shownOf(
  { ordered }: RankingQuestion,
  contest: Contest,
  top: number,
  wanted: ReadonlySet<string>,
): string[] {
  const standing = contest.standing(ordered).filter(({ id }, i) => i < top || wanted.has(id));
  const shown = new Set(standing.map(({ id }) => id));
  const others = ordered.filter(
    ({ id }) =>
      wanted.has(id) || (id.startsWith('def:') && contest.insteadOf(id).some((other) => shown.has(other))),
  );
  return [...new Set([...shown, ...others.map(({ id }) => id)])];
}

/** Rows by rank, each alternative under the region that it overlaps most; one that overlaps no region shown by its rank. */
function nested(rows: readonly RankingRow[]): RankingRow[] {
  const standing = rows.filter(({ insteadOf }) => insteadOf.length === 0);
  const under = new Map<string, RankingRow[]>();
  const loose: RankingRow[] = [];
  for (const row of rows.filter(({ insteadOf }) => insteadOf.length > 0)) {
    const over = row.insteadOf.find(
      ({ id, kind }) => kind === 'region' && standing.some(({ place }) => place.id === id),
    );
    if (over === undefined) loose.push(row);
    else under.set(over.id, [...(under.get(over.id) ?? []), row]);
  }
  return [...standing, ...loose]
    .toSorted((a, b) => a.rank - b.rank || a.insteadOf.length - b.insteadOf.length)
    .flatMap((row) => [row, ...(under.get(row.place.id) ?? [])]);
}

/** The cities that are ranked, of the place that they lie in; null for all. @throws InputError where more is ranked */
async function insideOf(
  observatory: Observatory,
  { inside, of, definition }: RankingParams,
  { adHoc }: UnitChoice,
): Promise<{ readonly place: PlaceName; readonly cities: ReadonlySet<string> } | null> {
  if (inside === null) return null;
  if (of.some((kind) => kind !== 'cities') || definition !== null)
    throw new InputError(messages.citiesInside());
  const place = await askedPlace(observatory, inside, adHoc);
  const members = await membersOf(observatory, [place], adHoc);
  return { place, cities: new Set(members.get(place.id)) };
}

interface Asked {
  readonly place: PlaceName;
  readonly unit: Unit;
}

/** Places that a question names, among those ranked. @throws InputError where one is unknown or not ranked */
async function askedPlaces(
  { observatory, choice, ordered }: RankingQuestion,
  texts: readonly string[],
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const text of texts) {
    const place = await askedPlace(observatory, text, choice.adHoc);
    const unit = ordered.find(({ id }) => id === place.id);
    if (unit === undefined) {
      throw new NotRanked(messages.notRanked({ place }));
    }
    asked.push({ place, unit });
  }
  return asked;
}

async function askedPlace(
  observatory: Observatory,
  text: string,
  adHoc: readonly AdHocRegion[],
): Promise<PlaceName> {
  const own = adHoc.find(({ name, id }) => name === text || id === text);
  return own === undefined ? resolvePlace(observatory, text) : ownName(own);
}

async function outranking(question: RankingQuestion, asked: readonly Asked[]): Promise<Ranking['outranks']> {
  if (asked[0].unit === asked[1].unit) throw new InputError(messages.samePlace({ place: asked[0].place }));
  const units = asked.map(({ unit }) => unit);
  const covariance = await covarianceOf(question.observatory, { ...question, units });
  const { value, reason } = outrankProbability(units.map(question.of), covariance, 0, 1);
  const [first, second] = await listApart(asked.map(({ place }) => place));
  return { first, second, probability: value, reason };
}
