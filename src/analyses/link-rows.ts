import type { Observatory } from '../observatory/index.ts';
import { describeLinks } from './link-about.ts';
import { COUNTING_COLUMN, type LinkFilter, pick } from './link-counting.ts';
import { Expectation, type ObservedExpected } from './link-expected.ts';
import type { LinkGroup } from './link-influence.ts';
import { type Pair, setLink, topPairs } from './link-pairs.ts';
import { FEW_JOINT_WORKS, type LinkRow, type Links, type LinksParams } from './link-params.ts';
import { linkFilter, type LinkQuestion, linkQuestion, membersOf } from './link-question.ts';
import { placeNames, type PlaceName } from './place-names.ts';
import { Population } from './population.ts';

export async function link(observatory: Observatory, given: LinksParams): Promise<Links> {
  const population = await Population.of(observatory, given);
  const filter = linkFilter(population, given);
  const question = await linkQuestion(observatory, given);
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
      hatsKnown: population.sectors === null,
    }),
  );
  const intra = question.ask === 'inside' ? compared.get(question.place.id) : undefined;
  return {
    about: await describeLinks(observatory, population, given, { question, rows, expectation }),
    rows,
    intra:
      intra === undefined || question.ask !== 'inside'
        ? null
        : { ...intra, place: question.place, cities: question.cities.length },
  };
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
  const asked = { counting, filter, top };
  return question.ask === 'inside'
    ? topPairs(observatory, population, { kind: 'city', place: null, inside: question.cities, ...asked })
    : topPairs(observatory, population, {
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
  readonly hatsKnown: boolean;
}

function linkRow(pair: Pair, { given, filter, first, names, compared, hatsKnown }: RowContext): LinkRow {
  const [a, b] = pair.b === first ? [pair.b, pair.a] : [pair.a, pair.b];
  const chosen = COUNTING_COLUMN[given.counting];
  const works = pick(pair, 'works', filter);
  return {
    a: names.get(a)!,
    b: names.get(b)!,
    works,
    full: works,
    fractional: pick(pair, 'pair', filter),
    partner: pick(pair, 'partner', filter),
    score: pick(pair, 'score', filter),
    withoutCoaffiliation: hatsKnown ? pick(pair, chosen, { ...filter, coaffiliation: false }) : null,
    withCapped: pick(pair, chosen, { ...filter, capped: true }),
    expected: compared?.expected ?? null,
    ratio: compared?.ratio ?? null,
    ratioInterval: compared?.ratioInterval ?? null,
    reason: compared === undefined ? 'no expectation between two sectors' : compared.reason,
    fewWorks: works < FEW_JOINT_WORKS,
  };
}
