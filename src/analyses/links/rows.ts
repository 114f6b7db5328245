import { append } from '../../measures/extremes.ts';
import type { Observatory } from '../../observatory/index.ts';
import { describeLinks, type Left } from './about.ts';
import { type FieldAsked, fieldsOfPair, refuseByField } from './by-field.ts';
import { COUNTING_COLUMN, type LinkFilter, pick } from '../collaboration/counting.ts';
import type { LinkGroup, Pair } from '../aggregates/aggregates.ts';
import { aggregatesOf } from '../aggregates/aggregates-of.ts';
import { Expectation, type ObservedExpected } from '../collaboration/expected.ts';
import { setLink } from '../collaboration/pairs.ts';
import { FEW_JOINT_WORKS, type LinkRow, type Links, type LinksParams } from './question.ts';
import { linkFilter, type LinkQuestion, linkQuestion, membersOf } from '../collaboration/question.ts';
import { placeNames, type PlaceName } from '../places/names.ts';
import { Population } from '../population/population.ts';
import type { TellStep } from '../progress.ts';

export async function link(observatory: Observatory, given: LinksParams, tell?: TellStep): Promise<Links> {
  const population = await Population.of(observatory, given);
  const filter = linkFilter(population, given);
  const question = await linkQuestion(observatory, given);
  if (given.by !== null) refuseByField(population, given.by, question);
  const asked: Asked = { observatory, given, filter, question };
  const { rows, intra, left } =
    given.by !== null && question.ask === 'pair'
      ? await inFields(asked, await fieldsOfPair(observatory, population, given.by, question), tell)
      : await counted(asked, population);
  return {
    about: await describeLinks(observatory, population, given, { question, rows, left }),
    by: given.by,
    rows,
    intra:
      intra === undefined || question.ask !== 'inside'
        ? null
        : { ...intra, place: question.place, cities: question.cities.length },
  };
}

interface Asked {
  readonly observatory: Observatory;
  readonly given: LinksParams;
  readonly filter: LinkFilter;
  readonly question: LinkQuestion;
}

interface Counted {
  readonly rows: readonly LinkRow[];
  readonly intra: ObservedExpected | undefined;
  readonly left: readonly Left[];
}

/** The pairs asked for among some works, against what their sizes make likely there. */
async function counted(
  { observatory, given, filter, question }: Asked,
  population: Population,
): Promise<Counted> {
  const pairs = await pairsOf(observatory, population, given, filter, question);
  const names = await placeNames(
    observatory,
    pairs.flatMap(({ a, b }) => [a, b]),
    question.adHoc,
  );
  const twoSectors = population.sectors?.length === 2;
  const expectation = twoSectors ? null : await Expectation.of(observatory, population, filter);
  const members = await membersOf(observatory, [...names.values()], question.adHoc);
  const groups: LinkGroup[] = pairs.map(({ a, b }) => ({
    id: `${a}|${b}`,
    from: members.get(a)!,
    to: members.get(b)!,
  }));
  if (question.ask === 'inside') groups.push({ id: question.place.id, from: question.cities, to: null });
  const compared = (await expectation?.compare(groups, given.level)) ?? new Map<string, ObservedExpected>();
  const first = question.place?.id ?? null;
  const rows = pairs.map((pair) =>
    linkRow(pair, {
      given,
      filter,
      first,
      names,
      compared: compared.get(`${pair.a}|${pair.b}`),
      coaffiliationKnown: population.sectors === null,
    }),
  );
  return {
    rows,
    intra: question.ask === 'inside' ? compared.get(question.place.id) : undefined,
    left: expectation?.without ?? [],
  };
}

/** One pair in each of some fields; fields whose joint works do not count under the filter are left out. */
async function inFields(asked: Asked, fields: readonly FieldAsked[], tell?: TellStep): Promise<Counted> {
  const rows: LinkRow[] = [];
  const left: Left[] = [];
  for (const [done, { key, ...field }] of fields.entries()) {
    tell?.({ what: { en: field.name, zh: field.nameZh ?? field.name }, done, of: fields.length });
    const { years, sector } = asked.given;
    const within = await Population.of(asked.observatory, { years, sector, field: key });
    const { rows: own, left: without } = await counted(asked, within);
    append(
      left,
      without.map((one) => ({ ...one, field })),
    );
    append(
      rows,
      own.filter(({ works }) => works > 0).map((row) => ({ ...row, field })),
    );
  }
  return { rows: rows.toSorted((a, b) => b.works - a.works), intra: undefined, left };
}

async function pairsOf(
  observatory: Observatory,
  population: Population,
  { counting, top }: LinksParams,
  filter: LinkFilter,
  question: LinkQuestion,
): Promise<Pair[]> {
  if (question.ask === 'pair') {
    const { place, partner, adHoc } = question;
    const cities = await membersOf(observatory, [place, partner], adHoc);
    const sums = await setLink(observatory, population, cities.get(place.id)!, cities.get(partner.id)!);
    return [{ a: place.id, b: partner.id, ...sums }];
  }
  const aggregates = aggregatesOf(observatory, population);
  const asked = { counting: COUNTING_COLUMN[counting], filter, top };
  return question.ask === 'inside'
    ? aggregates.topPairs({ kind: 'city', place: null, inside: question.cities, ...asked })
    : aggregates.topPairs({
        kind: question.kind,
        place: question.place?.id ?? null,
        inside: null,
        ...asked,
      });
}

interface RowContext {
  readonly given: LinksParams;
  readonly filter: LinkFilter;
  /** The place asked about, which stands first. */
  readonly first: string | null;
  readonly names: ReadonlyMap<string, PlaceName>;
  readonly compared: ObservedExpected | undefined;
  readonly coaffiliationKnown: boolean;
}

function linkRow(
  pair: Pair,
  { given, filter, first, names, compared, coaffiliationKnown }: RowContext,
): LinkRow {
  const [a, b] = pair.b === first ? [pair.b, pair.a] : [pair.a, pair.b];
  const chosen = COUNTING_COLUMN[given.counting];
  const works = pick(pair, 'works', filter);
  return {
    a: names.get(a)!,
    b: names.get(b)!,
    field: null,
    works,
    full: works,
    fractional: pick(pair, 'pair', filter),
    partner: pick(pair, 'partner', filter),
    score: pick(pair, 'score', filter),
    withoutCoaffiliation: coaffiliationKnown ? pick(pair, chosen, { ...filter, coaffiliation: false }) : null,
    withCapped: pick(pair, chosen, { ...filter, capped: true }),
    expected: compared?.expected ?? null,
    ratio: compared?.ratio ?? null,
    ratioInterval: compared?.ratioInterval ?? null,
    reason: compared === undefined ? 'no expectation between two sectors' : compared.reason,
    fewWorks: works < FEW_JOINT_WORKS,
  };
}
