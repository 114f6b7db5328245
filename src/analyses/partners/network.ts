import { every, list, raw, type Sql, sql } from '../../engine/sql.ts';
import { expectedPair, quasiIndependence } from '../../measures/index.ts';
import { type Observatory, WORK } from '../../observatory/index.ts';
import type { Party } from '../../resources/index.ts';
import type { Population } from '../population/population.ts';

/** One that may be a partner: an institution for an institution, a city for a place. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly city: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Joint works with the party, and their weight 1/(k − 1), k units a work. */
  readonly works: number;
  readonly weight: number;
  /** The weight to be expected (quasi-independence over all units), from how much both work with others. */
  readonly expected: number;
  /** Partners of both, and Σ over them of 1/(number of their partners): the resource allocation index. */
  readonly common: number;
  readonly allocation: number;
  /** Cosine of Share by subfield. */
  readonly alike: number;
  /** Share by subfield. */
  readonly fields: ReadonlyMap<number, number>;
}

export interface Network {
  /** Share by subfield of the party. */
  readonly own: ReadonlyMap<number, number>;
  readonly candidates: readonly Candidate[];
}

/** So many of the strongest partners lead to others. */
const LEADING = 300;

/**
 * Everybody in the neighbourhood of a party: who has works with it, or with its partners, or writes on the same. Works
 * above the author cap make no links. Resource allocation: Zhou, Lü & Zhang 2009, European Physical Journal B 71:623.
 */
export async function networkOf(
  observatory: Observatory,
  population: Population,
  party: Party,
): Promise<Network> {
  const institutional = 'institution' in party;
  const [table, unit] = institutional
    ? [sql`work_institutions`, sql`institution`]
    : [sql`work_cities`, sql`city`];
  const own = institutional ? list([party.institution]) : list(party.cities);
  const capped = sql`SELECT work FROM works WHERE n_authors <= ${observatory.manifest.authorCap} AND NOT truncated`;
  // A topic is not in every table: it picks the works.
  const topic =
    population.field?.level === 'topic'
      ? sql`u.work IN (SELECT work FROM works WHERE topic = ${population.field.id})`
      : sql`TRUE`;
  const rows = sql`SELECT DISTINCT u.work, u.${unit} AS unit FROM ${table} u
    WHERE ${every([sql`u.${unit} IS NOT NULL`, population.aggregateFilter('u'), topic, sql`u.work IN (${capped})`])}`;
  const linked = sql`WITH r AS (${rows}), own AS (SELECT DISTINCT work FROM r WHERE unit IN (${own})),
    others AS (SELECT * FROM r WHERE unit NOT IN (${own})),
    parties AS (SELECT work, unit FROM others UNION ALL SELECT work, '' AS unit FROM own),
    shared AS (SELECT work, count(*) AS k FROM parties GROUP BY work HAVING count(*) > 1)`;
  const joint = jointOf(
    await observatory.query<{ unit: string; k: number; works: number }>(sql`${linked}
      SELECT o.unit, s.k, count(*) AS works FROM others o JOIN shared s ON s.work = o.work
      WHERE o.work IN (SELECT work FROM own) GROUP BY o.unit, s.k ORDER BY o.unit, s.k`),
  );
  // The weights of a unit's pairs in a work add up to 1: its strength is the number of its works with company.
  const strengths = new Map(
    (
      await observatory.query<{ unit: string; works: number }>(sql`${linked}
        SELECT unit, count(*) AS works FROM parties WHERE work IN (SELECT work FROM shared) GROUP BY unit ORDER BY unit`)
    ).map(({ unit: id, works }) => [id, works]),
  );
  const leading = [...joint.keys()].slice(0, LEADING);
  const pairs = await observatory.query<{ a: string; b: string }>(sql`${linked}
    SELECT DISTINCT x.unit AS a, y.unit AS b FROM others x JOIN others y ON y.work = x.work AND y.unit <> x.unit
    WHERE x.unit IN (${list(leading)}) ORDER BY a, b`);
  const fields = await fieldsOf(observatory, population, { table, unit, own, topic });
  const described = await describe(observatory, institutional);
  return neighbourhood({ joint, strengths, pairs, fields, described });
}

/**
 * Joint works of each unit and their weight, the most first. Works are counted by k and weighed here, in one order: a sum of
 * fractions in the engine ends otherwise with the order in which its threads come.
 */
function jointOf(
  rows: readonly { readonly unit: string; readonly k: number; readonly works: number }[],
): Map<string, Pick<Candidate, 'works' | 'weight'>> {
  const joint = new Map<string, Pick<Candidate, 'works' | 'weight'>>();
  for (const { unit, k, works } of rows) {
    const before = joint.get(unit) ?? { works: 0, weight: 0 };
    joint.set(unit, { works: before.works + works, weight: before.weight + works / (k - 1) });
  }
  return new Map([...joint].sort(([a, x], [b, y]) => y.works - x.works || (a < b ? -1 : 1)));
}

/** Share by unit and subfield; the party's under ''. */
async function fieldsOf(
  observatory: Observatory,
  population: Population,
  { table, unit, own, topic }: Readonly<Record<'table' | 'unit' | 'own' | 'topic', Sql>>,
): Promise<Map<string, Map<number, number>>> {
  const rows = await observatory.query<{ unit: string; subfield: number; share: number }>(sql`
    SELECT CASE WHEN u.${unit} IN (${own}) THEN '' ELSE u.${unit} END AS unit, u.subfield,
      CAST(sum(u.share) AS DOUBLE) / ${WORK} AS share
    FROM ${table} u WHERE u.${unit} IS NOT NULL AND u.subfield <> 0 AND ${population.aggregateFilter('u')} AND ${topic}
    GROUP BY 1, 2 ORDER BY 1, 2`);
  const fields = new Map<string, Map<number, number>>();
  for (const { unit: id, subfield, share } of rows) {
    const of = fields.get(id) ?? new Map<number, number>();
    fields.set(id, of.set(subfield, share));
  }
  return fields;
}

type Described = Pick<Candidate, 'name' | 'nameZh' | 'city' | 'latitude' | 'longitude'>;

async function describe(
  observatory: Observatory,
  institutional: boolean,
): Promise<ReadonlyMap<string, Described>> {
  const rows = await observatory.query<Described & { id: string }>(
    institutional
      ? sql`SELECT institution AS id, coalesce(name, institution) AS name, ${raw('NULL')} AS nameZh, city, latitude, longitude
          FROM institutions WHERE institution IN (SELECT institution FROM work_institutions) ORDER BY institution`
      : sql`SELECT place AS id, name, name_zh AS nameZh, place AS city, latitude, longitude FROM places
          WHERE kind = 'city' ORDER BY place`,
  );
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

function neighbourhood({
  joint,
  strengths,
  pairs,
  fields,
  described,
}: {
  joint: ReadonlyMap<string, { readonly works: number; readonly weight: number }>;
  strengths: ReadonlyMap<string, number>;
  pairs: readonly { readonly a: string; readonly b: string }[];
  fields: ReadonlyMap<string, ReadonlyMap<number, number>>;
  described: ReadonlyMap<string, Described>;
}): Network {
  const own = fields.get('') ?? new Map<number, number>();
  const degrees = new Map<string, number>();
  for (const { a } of pairs) degrees.set(a, (degrees.get(a) ?? 0) + 1);
  const common = new Map<string, { count: number; allocation: number }>();
  for (const { a, b } of pairs) {
    const of = common.get(b) ?? { count: 0, allocation: 0 };
    // The party is a partner of each of them too.
    common.set(b, { count: of.count + 1, allocation: of.allocation + 1 / (degrees.get(a)! + 1) });
  }
  const expected = expectations(strengths);
  const ids = new Set([...joint.keys(), ...common.keys(), ...fields.keys()]);
  ids.delete('');
  const candidates = [...ids].sort().flatMap((id): Candidate[] => {
    const place = described.get(id);
    if (place === undefined) return [];
    const of = fields.get(id) ?? new Map<number, number>();
    const { count, allocation } = common.get(id) ?? { count: 0, allocation: 0 };
    return [
      {
        id,
        ...place,
        works: joint.get(id)?.works ?? 0,
        weight: joint.get(id)?.weight ?? 0,
        expected: expected(id),
        common: count,
        allocation,
        alike: cosine(own, of),
        fields: of,
      },
    ];
  });
  return { own, candidates };
}

/** The expected weight of each unit with the party; 0 where one of the two works with nobody. */
function expectations(strengths: ReadonlyMap<string, number>): (id: string) => number {
  const units = [...strengths.keys()];
  const place = new Map(units.map((id, i) => [id, i]));
  const fit = quasiIndependence([...strengths.values()]);
  const party = place.get('');
  return (id) => {
    const other = place.get(id);
    return party === undefined || other === undefined ? 0 : (expectedPair(fit, party, other) ?? 0);
  };
}

function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let product = 0;
  for (const [key, value] of a) product += value * (b.get(key) ?? 0);
  const length = (of: ReadonlyMap<number, number>): number =>
    Math.sqrt([...of.values()].reduce((sum, value) => sum + value ** 2, 0));
  return product === 0 ? 0 : product / length(a) / length(b);
}
