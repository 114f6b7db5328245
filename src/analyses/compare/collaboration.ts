import { givenRows } from '../../engine/dialect.ts';
import { sql } from '../../engine/sql.ts';
import { linearisedInterval, ratioOfSums } from '../../measures/index.ts';
import { type Estimate, noEstimate, withInterval } from '../output/estimate.ts';
import { pick } from '../collaboration/counting.ts';
import { Expectation, type ObservedExpected } from '../collaboration/expected.ts';
import type { LinkGroup } from '../aggregates/aggregates.ts';
import { setLinks } from '../collaboration/pairs.ts';
import { FEW_JOINT_WORKS } from '../links/question.ts';
import type { CompareRow, CompareSection } from './question.ts';
import { common, type Comparison, inPercent, pairsOf, rowOf, type Subject } from './subjects.ts';
import { both, lowCount, NO_WORKS, NO_WORKS_THERE, ONE_CITY, overlapping, UNIT, WHAT } from './texts.ts';

/** Works up to the author cap, co-affiliation with the rest: what `links` takes where nothing is said. */
const FILTER = { coaffiliation: true, capped: false } as const;

/** How much each place works with others, how much stays inside, and the links between every two, as `links` has them. */
export async function collaborationRows(
  comparison: Comparison,
  wanted: (section: CompareSection) => boolean,
): Promise<CompareRow[]> {
  const { observatory, population, given, subjects } = comparison;
  const pairs = pairsOf(subjects);
  const apart = pairs.filter(([here, there]) => common(here, there).length === 0);
  const insides = wanted('collaboration') ? subjects.filter(({ cities }) => cities.length > 1) : [];
  const groups: LinkGroup[] = [
    ...insides.map(({ name, cities }) => ({ id: name.id, from: cities, to: null })),
    ...(wanted('links')
      ? apart.map(([here, there]) => ({ id: pairId(here, there), from: here.cities, to: there.cities }))
      : []),
  ];
  const expectation = groups.length === 0 ? null : await Expectation.of(observatory, population, FILTER);
  const compared = (await expectation?.compare(groups, given.level)) ?? new Map<string, ObservedExpected>();
  return [
    ...(wanted('collaboration') ? await outwardRows(comparison) : []),
    ...(wanted('collaboration') ? insideRows(subjects, compared) : []),
    ...(wanted('links') ? await linkRows(comparison, compared) : []),
  ];
}

const pairId = (here: Subject, there: Subject): string => `${here.name.id}|${there.name.id}`;

/**
 * Part of a place's works that have an author in a city elsewhere, Σ a_w/Σ b_w over works with b_w = 1 for a work with an
 * author there and a_w = 1 where one of its cities is none of the place's: their sums of squares are their numbers.
 */
async function outwardRows({ observatory, population, given, subjects }: Comparison): Promise<CompareRow[]> {
  const members = subjects.flatMap(({ name, cities }) => cities.map((city) => ({ unit: name.id, city })));
  const found = await observatory.query<{ unit: string; works: number; outward: number }>(sql`
    WITH members AS (${givenRows(members, { unit: 'VARCHAR', city: 'VARCHAR' })}),
    own AS (
      SELECT m.unit, c.work, count(*) AS cities FROM (${population.cityWorks(sql`SELECT city FROM members`)}) c
      JOIN members m ON m.city = c.city GROUP BY m.unit, c.work
    ),
    whole AS (
      SELECT m.unit, c.work, count(*) AS cities FROM work_cities c JOIN members m ON m.city = c.city
      WHERE ${population.aggregateFilter('c')} GROUP BY m.unit, c.work
    )
    SELECT o.unit, count(*) AS works, count(*) FILTER (WHERE w.cities > a.cities) AS outward
    FROM own o JOIN whole a ON a.unit = o.unit AND a.work = o.work JOIN works w ON w.work = o.work
    GROUP BY o.unit ORDER BY o.unit`);
  return subjects.map(({ name }) => {
    const sums = found.find(({ unit }) => unit === name.id);
    const estimate = outwardOf(sums?.outward ?? 0, sums?.works ?? 0, population.works, given.level);
    const reason =
      sums === undefined ? (population.works === 0 ? NO_WORKS : NO_WORKS_THERE) : both(estimate.reason);
    return rowOf('collaboration', WHAT.outward, name, { ...inPercent(estimate), unit: UNIT.percent, reason });
  });
}

function outwardOf(outward: number, works: number, all: number, level: number): Estimate {
  const ratio = ratioOfSums({ a: outward, b: works, aa: outward, ab: outward, bb: works });
  if (ratio.estimate === null) return noEstimate(ratio.reason);
  const { estimate, sumInfluenceSquares, sumInfluence } = ratio;
  return withInterval(
    estimate,
    linearisedInterval(estimate, sumInfluenceSquares, sumInfluence, all, level, 'logit'),
  );
}

function insideRows(
  subjects: readonly Subject[],
  compared: ReadonlyMap<string, ObservedExpected>,
): CompareRow[] {
  const rows = (
    of: (subject: Subject, found: ObservedExpected) => CompareRow,
    what: CompareRow['what'],
    unit: CompareRow['unit'],
  ): CompareRow[] =>
    subjects.map((subject) => {
      const found = compared.get(subject.name.id);
      return found === undefined
        ? rowOf('collaboration', what, subject.name, { unit, reason: ONE_CITY })
        : of(subject, found);
    });
  return [
    ...rows(
      ({ name }, found) =>
        rowOf('collaboration', WHAT.intra, name, {
          ...inPercent({ value: found.intraShare, interval: found.intraShareInterval }),
          unit: UNIT.percent,
          reason: both(found.intraShareReason),
        }),
      WHAT.intra,
      UNIT.percent,
    ),
    ...rows(
      ({ name }, found) =>
        rowOf('collaboration', WHAT.intraExpected, name, {
          ...inPercent({ value: found.expectedShare, interval: null }),
          unit: UNIT.percent,
          reason: found.expectedShare === null ? both(found.intraShareReason ?? 'no links') : null,
        }),
      WHAT.intraExpected,
      UNIT.percent,
    ),
    ...rows(
      ({ name }, found) =>
        rowOf('collaboration', WHAT.intraRatio, name, {
          value: found.ratio,
          interval: found.ratioInterval,
          unit: UNIT.ratio,
          reason: both(found.reason),
        }),
      WHAT.intraRatio,
      UNIT.ratio,
    ),
  ];
}

/** Joint works of every two that do not overlap, and against what their collaboration makes likely. */
async function linkRows(
  { observatory, population, given, subjects }: Comparison,
  compared: ReadonlyMap<string, ObservedExpected>,
): Promise<CompareRow[]> {
  const sets = new Map(subjects.map(({ name, cities }) => [name.id, cities]));
  const between = await setLinks(observatory, population, sets);
  const pairs = pairsOf(subjects);
  const joint = pairs.map(([here, there]) => {
    const base = { other: there.name, unit: UNIT.works };
    const shared = common(here, there);
    if (shared.length > 0)
      return rowOf('links', WHAT.joint, here.name, { ...base, reason: overlapping(shared) });
    if (population.works === 0) return rowOf('links', WHAT.joint, here.name, { ...base, reason: NO_WORKS });
    const value = pick(between(here.name.id, there.name.id), 'works', FILTER);
    // Each joint work is 1: the sum of its squares is the number itself.
    const { low, high, reason } = linearisedInterval(value, value, value, population.works, given.level);
    return rowOf('links', WHAT.joint, here.name, {
      ...base,
      value,
      interval: low === null ? null : [Math.max(0, low), high],
      reason: both(reason),
      ...lowCount(value < FEW_JOINT_WORKS),
    });
  });
  const ratios = pairs.map(([here, there], i) => {
    const found = compared.get(pairId(here, there));
    const base = { other: there.name, unit: UNIT.ratio };
    return rowOf('links', WHAT.ratio, here.name, {
      ...base,
      value: found?.ratio ?? null,
      interval: found?.ratioInterval ?? null,
      reason: found === undefined ? joint[i].reason : both(found.reason),
      fewWorks: joint[i].fewWorks,
      note: joint[i].note,
    });
  });
  return [...joint, ...ratios];
}
