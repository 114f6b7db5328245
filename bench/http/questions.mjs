// Questions for a server under load: a few that are asked again and again, and as many as are wanted that nobody asked.
import { Observatory } from '../../dist/observatory/index.js';
import { createRandom } from '../../dist/measures/index.js';
import { sql } from '../../dist/engine/sql.js';

/** Cities that are asked about: so many with the most works. */
const CITIES = 200;
/** Up to here of 1 a question is about all fields, and up to there about one field; the rest are about a subfield. */
const ALL = 0.25;
const FIELD = 0.6;
/** Part of the rankings that are of cities. */
const RANKED_CITIES = 0.7;
export const KINDS = ['ranking', 'links', 'profile'];

/** What the observatory can be asked about. */
export async function subjects(folder) {
  const observatory = await Observatory.open(folder);
  const column = async (statement) => (await observatory.query(statement)).map(({ value }) => value);
  const found = {
    years: await column(sql`SELECT DISTINCT year AS value FROM works ORDER BY year`),
    fields: await column(sql`SELECT id AS value FROM fields WHERE level = 'field' AND id > 0 ORDER BY id`),
    subfields: await column(
      sql`SELECT DISTINCT subfield AS value FROM works WHERE subfield >= 100 ORDER BY subfield`,
    ),
    cities: await column(
      sql`SELECT city AS value FROM city_output GROUP BY city ORDER BY sum(count) DESC, city LIMIT ${CITIES}`,
    ),
  };
  observatory.close();
  return found;
}

/** Questions of a kind, each another than all before: years × fields × places, or kinds of places, drawn with the seed. */
export function unasked(kind, { years, fields, subfields, cities }, seed) {
  const random = createRandom(seed, KINDS.indexOf(kind));
  const one = (list) => list[random.integer(list.length)];
  const asked = new Set();
  return () => {
    for (let tries = 0; tries < 10_000; tries++) {
      const [from, to] = [one(years), one(years)].sort((a, b) => a - b);
      const part = random.uniform();
      const field = part < ALL ? null : one(part < FIELD ? fields : subfields);
      const ranked = random.uniform() < RANKED_CITIES ? 'cities' : one(['provinces', 'nations', 'regions']);
      const question = { from, to, field, city: one(cities), ranked, by: one(['share', 'count']) };
      const path = pathOf(kind, question);
      if (asked.has(path)) continue;
      asked.add(path);
      return { ...question, path };
    }
    throw new Error(`no question about ${kind} is left that was not asked`);
  };
}

function pathOf(kind, { from, to, field, city, ranked, by }) {
  const query = new URLSearchParams({ years: `${from}-${to}` });
  if (field !== null) query.set('field', field);
  if (kind === 'ranking') {
    query.set('of', ranked);
    query.set('by', by);
  } else query.set('place', city);
  return `/api/analyses/${kind}?${query}`;
}
